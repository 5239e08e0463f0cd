import { afterAll, describe, expect, test } from 'vitest'
import { listen, urlOf } from '../../src/server/listen.ts'
import { stopServer } from '../../src/server/shutdown.ts'
import { SignInLink } from '../../src/server/sign-in-link.ts'
import { serverWithUsers } from '../server/access-fixture.ts'
import { seriousIn } from './axe.ts'
import { hasBrowser, newBrowser, watchedPage } from './browser.ts'

const link = new SignInLink()
const { url, tokenOf } = await serverWithUsers({ link })
const browser = newBrowser()

describe.skipIf(!hasBrowser)('in a browser', () => {
  test('a link signs in at a press of its button, by keyboard, and the session is ended by another', async () => {
    const { page, faults } = await watchedPage(browser(), url)
    await page.goto(`${url}/sign-in?token=${link.token}`)
    // A browser gives the focus once the page is drawn.
    await page.locator('button:focus').waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(`${url}/`)
    await page.goto(`${url}/sign-in`)
    await expect.poll(() => page.locator('main').innerText()).toMatch(/You are signed in as .* \(ADMIN\)/)
    expect(await page.evaluate(() => document.cookie)).toBe('')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('Token').waitFor()
    expect(faults).toEqual([])
  })

  test('a token is typed, and what is wrong with it is said', async () => {
    const { page } = await watchedPage(browser(), url, { viewport: { width: 390, height: 800 } })
    await page.goto(`${url}/sign-in?to=%2Fhealth`)
    await page.getByLabel('Token').fill('hearsay_nobody')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('opens nothing')
    await page.goto(`${url}/sign-in?to=%2Fhealth`)
    await page.getByLabel('Token').fill(tokenOf('EDITOR'))
    await page.keyboard.press('Enter')
    await page.waitForURL(`${url}/health`)
  })

  test.each(['light', 'dark'] as const)(
    'its pages can be used by everybody, where it is %s',
    async (colorScheme) => {
      const { page } = await watchedPage(browser(), url, { bypassCSP: true, colorScheme })
      const token = tokenOf('EDITOR')
      for (const path of ['/sign-in', '/sign-in?token=x', `/sign-in?token=${token}`]) {
        await page.goto(url + path)
        expect(await seriousIn(page)).toEqual([])
      }
      await page.getByRole('button').click()
      await page.goto(`${url}/sign-in`)
      expect(await seriousIn(page)).toEqual([])
    },
  )

  test('a page of another port, which is of the same site, signs nobody in', async () => {
    const form = `<form method="post" action="${url}/sign-in"><input name="token" value="${tokenOf('EDITOR')}"><button>Win</button></form>`
    const evil = await listen(
      (_, response) => void response.setHeader('content-type', 'text/html').end(form),
      {
        host: '127.0.0.1',
        port: 0,
      },
    )
    afterAll(() => stopServer(evil, 100))
    const { page } = await watchedPage(browser(), url)
    await page.goto(urlOf(evil))
    await page.getByRole('button').click()
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('A session is for pages of')
    expect(await page.context().cookies()).toEqual([])
  })
})
