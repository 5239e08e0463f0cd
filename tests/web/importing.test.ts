import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder } from '../graph.ts'
import { writeGraph } from '../made-graph.ts'
import { hasBrowser, newBrowser } from './browser.ts'
import { everyField } from './explorer.ts'
import { serveWriting } from './writing.ts'

describe.skipIf(!hasBrowser)('the page of imports', async () => {
  const path = join(folder(), 'graph.db')
  writeGraph(path, [])
  const { url, pageOf } = await serveWriting(path)
  const browser = newBrowser()

  it('imports a dossier', async () => {
    const { page, faults } = await pageOf(browser(), 'anna')
    await page.goto(`${url}/import`)
    await page.getByLabel('Drop a file here').setInputFiles(everyField)
    await page
      .getByRole('heading', { name: /nodes would come/ })
      .waitFor({ timeout: 8000 })
      .catch(() => {})
    await page.screenshot({ path: join(process.env.SHOTS ?? folder(), 'a.png'), fullPage: true })
    await page.getByRole('button', { name: 'Import' }).press('Enter')
    await page
      .getByRole('heading', { name: 'Imported' })
      .waitFor({ timeout: 8000 })
      .catch(() => {})
    await page.screenshot({ path: join(process.env.SHOTS ?? folder(), 'b.png'), fullPage: true })
    expect(faults.filter((f) => !f.includes('404'))).toEqual([])
  }, 60_000)
})
