import { describe, expect, it } from 'vitest'
import { hasBrowser, holdAnswers, newBrowser, openPage } from './browser.ts'
import { api, startExplorer } from './explorer.ts'

describe.skipIf(!hasBrowser)('the search box', async () => {
  const { url } = await startExplorer()
  const browser = newBrowser()
  const open = async (path: string, name = 'Search') => {
    const { page, faults, asked } = await openPage(browser(), url, path)
    const box = page.getByRole('combobox', { name })
    const suggest = async (typed: string, sign = typed) => {
      await box.fill(typed)
      await page.locator('.suggestions:not([aria-busy=true])').getByText(sign).first().waitFor()
    }
    return { page, faults, asked, box, suggest }
  }
  const picker = () => open('/graph?view=paths', 'From which actor?')

  it('is worked by keyboard alone', async () => {
    const { page, faults, box } = await open('/')
    await box.focus()
    await page.keyboard.type('Bakhm')
    await page.getByRole('option').first().waitFor()
    await expect.poll(() => box.getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowDown')
    const active = await box.getAttribute('aria-activedescendant')
    await expect.poll(() => page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Escape')
    await expect.poll(() => box.getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/(place|event|claim|actor|statement)\//)
    await expect.poll(() => page.locator('h1').innerText()).toMatch(/Bakhmut/)
    expect(faults).toEqual([])
  })

  it('says so where nothing is found', async () => {
    const { page, box } = await open('/')
    await box.fill('zzzzzz')
    await page.getByText('Nothing has these words.').waitFor()
  })

  it('suggests what is spelled most like a slip, and says so', async () => {
    const { page, box, faults } = await open('/')
    await box.fill('belgrod')
    await page.getByText('Nothing has “belgrod”. Shown: belgorod').first().waitFor()
    await expect
      .poll(() => page.getByRole('status').innerText())
      .toMatch(/^Nothing has “belgrod”\. Shown: belgorod \d+ suggestions/)
    await expect.poll(() => page.getByRole('option').first().locator('mark').innerText()).toBe('Belgorod')
    expect(faults).toEqual([])
  })

  it('ends with all results, as many as the page has', async () => {
    const { page, suggest } = await open('/')
    await suggest('Bakhm')
    const { search } = await api<{ search: { totalCount: number } }>(
      url,
      '{ search(text: "Bakhm*") { totalCount } }',
    )
    const all = page.getByRole('listbox').getByRole('option').last()
    await expect.poll(() => all.innerText()).toContain(`All ${search.totalCount} results`)
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?q=Bakhm\*$/)
    await page.getByRole('heading', { name: `Results${search.totalCount}` }).waitFor()
  })

  it('leads to all results by Enter, keeps what was typed, and asks nothing before it is used', async () => {
    const { page, asked, box, suggest } = await open('/')
    await suggest('Bakhmut')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?q=Bakhmut$/)
    await expect.poll(() => box.inputValue()).toBe('Bakhmut')
    await page.getByRole('heading', { name: /^Results/ }).waitFor()
    await suggest('Belgorod')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?q=Belgorod$/)
    await page.goBack()
    await expect.poll(() => box.inputValue()).toBe('Bakhmut')
    asked.length = 0
    await page.reload()
    await page.getByRole('heading', { name: /^Results/ }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(asked).toHaveLength(1)
  })

  it('never chooses what was found for an older text', async () => {
    const { page, box, suggest } = await open('/actor/russia')
    await suggest('Ukraine')
    const release = await holdAnswers(page)
    await box.fill('Bakhmut')
    await page.getByRole('option').first().click()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?q=Bakhmut$/)
    release()
    await page.getByRole('heading', { name: /^Results/ }).waitFor()
  })

  it('waits in a picker for what is typed to be found, and takes the first of it', async () => {
    const { page, box, suggest } = await picker()
    await suggest('Ukraine')
    expect(await page.getByRole('option', { name: /All \d+ results/ }).count()).toBe(0)
    const release = await holdAnswers(page)
    await box.fill('Matthew')
    await page.keyboard.press('Enter')
    await page.waitForTimeout(300)
    expect(page.url()).not.toContain('from=')
    release()
    await page.waitForURL(/from=matthew-miller/)
  })

  it('forgets in a picker that it waited once something else is typed', async () => {
    const { page, box } = await picker()
    const release = await holdAnswers(page)
    await box.fill('Matthew')
    await page.keyboard.press('Enter')
    await box.fill('Ukraine')
    release()
    await page.getByRole('option', { name: 'Ukraine' }).first().waitFor()
    expect(page.url()).not.toContain('from=')
  })

  it('says whom an alias means', async () => {
    const { page, suggest } = await open('/')
    await suggest('raid', 'raiders')
    const group = page.getByRole('option', { name: 'armed group' }).first()
    await expect
      .poll(() => group.locator('.hit').innerText())
      .toBe('The attackers of Belgorod, also: raiders')
    await suggest('attackers', 'The attackers of Belgorod')
    await expect.poll(() => group.locator('.hit').innerText()).toBe('The attackers of Belgorod')
  })
})
