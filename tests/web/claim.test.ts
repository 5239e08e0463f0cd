import { describe, expect, it } from 'vitest'
import { hasBrowser, newBrowser, openPage } from './browser.ts'
import { api, dispute, seed, startExplorer } from './explorer.ts'

describe.skipIf(!hasBrowser)('the page of a claim', async () => {
  const { url } = await startExplorer([seed, dispute])
  const browser = newBrowser()
  const open = async (path: string) => {
    const { page } = await openPage(browser(), url, path)
    return page
  }
  const BEFORE = '2022-05-11'

  it('shows figures as they stood, by those who had spoken by then', async () => {
    const page = await open(`/claim/ten-killed?asOf=${BEFORE}`)
    const { claim } = await api<{ claim: { positions: { actor: { name: string }; stance: string }[] } }>(
      url,
      `{ claim(id: "ten-killed") { positions(asOf: "${BEFORE}") { stance actor { name } } } }`,
    )
    expect(claim.positions.map(({ stance }) => stance)).toEqual(['AFFIRMS'])
    const rows = page.locator('.figures .current .figure-row')
    await rows.first().waitFor()
    await expect
      .poll(() => rows.locator('a').allInnerTexts())
      .toEqual(claim.positions.map(({ actor }) => actor.name))
    await expect.poll(() => rows.first().innerText()).toContain('affirms')
    await page.goto(`${url}/claim/ten-killed`)
    await expect.poll(() => rows.count()).toBe(2)
    await expect.poll(() => rows.first().innerText()).toContain('denies, probably')
  })

  it('keeps back the assessments that came later', async () => {
    const page = await open(`/claim/ten-killed?asOf=${BEFORE}`)
    await page.getByText('1 came later, or on a day not known.').waitFor()
    expect(await page.getByText('Disputed').count()).toBe(0)
    await page.getByRole('button', { name: 'back to now' }).click()
    await page.getByText('Disputed').waitFor()
  })

  it('keeps the slider as wide as it is while it is moved', async () => {
    const page = await open('/claim/ten-killed')
    const slider = page.getByRole('slider')
    const width = async () => (await slider.boundingBox())?.width
    const before = await width()
    await slider.press('ArrowLeft')
    await page.getByRole('button', { name: 'back to now' }).waitFor()
    expect(await width()).toBe(before)
  })

  it('says that a claim is contested by another, where nobody denies it', async () => {
    const page = await open('/claim/attackers-defeated')
    const { claim } = await api<{ claim: { standing: string; positions: { stance: string }[] } }>(
      url,
      '{ claim(id: "attackers-defeated") { standing positions { stance } } }',
    )
    expect(claim.standing).toBe('CONTESTED')
    expect(claim.positions.map(({ stance }) => stance)).not.toContain('DENIES')
    await expect
      .poll(() => page.locator('.head .lead').innerText())
      .toMatch(/contested\s+by what contradicts it · 1 speaker/)
    await page.goto(`${url}/claim/ukraine-behind-incursion`)
    await page.getByText(/speakers in/).waitFor()
    expect(await page.locator('.head .lead').innerText()).not.toContain('contradicts')
  })
})
