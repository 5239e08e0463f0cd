import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { folder } from '../graph.ts'
import { writeGraph } from '../made-graph.ts'
import { seriousIn } from './axe.ts'
import { hasBrowser, holdAnswers, newBrowser, openPage, type Watched } from './browser.ts'
import { api, dispute, seed } from './explorer.ts'
import { serveWriting } from './writing.ts'

const path = join(folder(), 'editing.db')
writeGraph(path, [seed, dispute])

const form = (page: Page) => page.locator('form.editor')
const field = (page: Page, label: string) => form(page).getByLabel(label, { exact: true }).first()
const save = (page: Page) =>
  form(page)
    .getByRole('button', { name: /^(Save|Add this)/ })
    .click()

interface Recorded {
  readonly input: Readonly<Record<string, unknown>>
}

describe.skipIf(!hasBrowser)('editing in the explorer', async () => {
  const browser = newBrowser()
  const { url, pageOf } = await serveWriting(path)

  async function open(address: string, options: Parameters<typeof pageOf>[2] = {}): Promise<Watched> {
    const watched = await pageOf(browser(), 'anna', options)
    await watched.page.goto(url + address)
    return watched
  }
  const idOf = async (kind: string, slug: string): Promise<string> =>
    (await api<{ it: { id: string } }>(url, `{ it: ${kind}(id: "${slug}") { id } }`)).it.id
  async function edit(
    kind: string,
    slug: string,
    options: Parameters<typeof pageOf>[2] = {},
  ): Promise<Watched> {
    const watched = await open(`/${kind}/${slug}?edit=${await idOf(kind, slug)}`, options)
    await form(watched.page).waitFor()
    return watched
  }
  const recorded = ({ asked }: Watched): Recorded[] =>
    asked.flatMap(({ query, variables }) => (/^mutation Record/.test(query) ? [variables as Recorded] : []))

  it('sends what was changed and nothing else, says so, and takes it back', async () => {
    const watched = await open('/actor/bbc')
    const { page, faults } = watched
    await page.getByRole('link', { name: 'Edit', exact: true }).click()
    await field(page, 'Description').fill('A broadcaster in Britain.')
    await form(page).getByLabel('Why').fill('Shorter.')
    await save(page)
    await page.locator('.done').getByText('Written.').waitFor()
    await page.locator('.lead').getByText('A broadcaster in Britain.').waitFor()
    expect(recorded(watched)).toEqual([
      {
        input: { id: expect.stringMatching(/^actor_/), description: 'A broadcaster in Britain.' },
        note: 'Shorter.',
        expectedRevision: expect.stringMatching(/^revision_/),
      },
    ])
    await page
      .locator('.done')
      .getByRole('button', { name: /Undo this/ })
      .click()
    await page.locator('.lead').getByText('The British public broadcaster').waitFor()
    expect(faults).toEqual([])
  })

  it('changes lists as a whole: names, offices, participants, relations, figures', async () => {
    const actor = await edit('actor', 'bbc')
    await form(actor.page).getByRole('button', { name: 'Add a name' }).click()
    const added = form(actor.page)
      .getByRole('group', { name: 'Names by language' })
      .locator('.form-row')
      .last()
    await added.getByLabel('Language').fill('de')
    await added.getByLabel('Name').fill('Britischer Rundfunk')
    await form(actor.page).getByRole('button', { name: 'Add an office or membership' }).click()
    const office = form(actor.page)
      .getByRole('group', { name: 'Offices and memberships' })
      .locator('.form-row')
    await office.getByLabel('As').selectOption('MEMBER')
    await save(actor.page)
    await office.getByText('This is needed.').first().waitFor()
    await office.getByRole('combobox').first().fill('united states')
    await save(actor.page)
    await form(actor.page).getByText('Choose one of those that are found').waitFor()
    await office.locator('.suggestion').first().click()
    await save(actor.page)
    await actor.page.locator('.done').waitFor()
    const { it: bbc } = await api<{
      it: { labels: { lang: string; text: string }[]; affiliations: object[] }
    }>(url, '{ it: actor(id: "bbc") { labels { lang text } affiliations { role organization { slug } } } }')
    expect(bbc.labels).toContainEqual({ lang: 'de', text: 'Britischer Rundfunk' })
    expect(bbc.labels.filter(({ lang }) => lang === 'en').length).toBeGreaterThan(1)
    expect(bbc.affiliations).toEqual([{ role: 'MEMBER', organization: { slug: 'united-states' } }])

    const claim = await edit('claim', 'seventy-attackers-killed')
    await field(claim.page, 'At most').fill('75')
    await save(claim.page)
    await claim.page.locator('.done').waitFor()
    expect(recorded(claim)[0]?.input).toMatchObject({ figure: { high: 75, unit: expect.any(String) } })
    expect(Object.keys(recorded(claim)[0]?.input ?? {}).toSorted()).toEqual(['figure', 'id'])
  })

  it('adds a node by a slug from its name, shows near ones, and changes no other of that slug', async () => {
    const { page } = await open('/')
    await page.getByText('New', { exact: true }).click()
    await page.getByRole('link', { name: 'actor', exact: true }).click()
    await field(page, 'Name (needed)').fill('Олена Коваль')
    await expect.poll(() => field(page, 'Short name in addresses (needed)').inputValue()).toBe('olena-koval')
    await field(page, 'Name (needed)').fill('Russia')
    await page.locator('.near').getByRole('link', { name: 'Russia', exact: true }).waitFor()
    await field(page, 'Type (needed)').selectOption('PERSON')
    await expect.poll(() => field(page, 'Short name in addresses (needed)').inputValue()).toBe('russia')
    await save(page)
    await form(page).getByText('There is an actor “russia” already').waitFor()
    await form(page).getByRole('button', { name: 'russia-2' }).click()
    await field(page, 'Name (needed)').fill('Rossia Novak')
    await expect.poll(() => field(page, 'Short name in addresses (needed)').inputValue()).toBe('russia-2')
    await save(page)
    await page.waitForURL(/\/actor\/russia-2/)
    await page.getByRole('heading', { name: 'Rossia Novak', level: 1 }).waitFor()
    expect(await idOf('actor', 'russia')).not.toBe(await idOf('actor', 'russia-2'))
  })

  it('shows what is wrong beside its field, and the nearest that would be right', async () => {
    const { page } = await open('/new/statement?source=news-update-belgorodd&speaker=russia')
    await field(page, 'What was said (needed)').fill('We were not there.')
    await field(page, 'Whose words (needed)').selectOption('DIRECT')
    await field(page, 'What is done by saying it (needed)').selectOption('DENY')
    await field(page, 'Said').fill('the other day')
    await save(page)
    await form(page).getByText('This is no date here').waitFor()
    await field(page, 'Said').fill('2023-05-22')
    await save(page)
    const source = form(page).getByRole('group', { name: 'Source' })
    await source.getByRole('button', { name: 'news-update-belgorod', exact: true }).click()
    await save(page)
    await page.waitForURL(/\/statement\/statement_/)
    await page.getByRole('heading', { name: 'We were not there.' }).waitFor()
  })

  it('settles a lost race field by field, over a reload', async () => {
    const [mine, theirs] = [await edit('place', 'bakhmut'), await edit('place', 'bakhmut')]
    await field(mine.page, 'Description').fill('My words.')
    await field(mine.page, 'Name (needed)').fill('Bachmut')
    await field(theirs.page, 'Description').fill('Their words.')
    await field(theirs.page, 'Code of the region').fill('UA-14')
    await save(theirs.page)
    await theirs.page.locator('.done').waitFor()
    await save(mine.page)
    const race = mine.page.locator('.conflict')
    await race.getByText('anna changed this while you were at it').waitFor()
    await race.getByText('Their words.').waitFor()
    await mine.page.reload()
    await race.getByText('Their words.').waitFor()
    await expect.poll(() => field(mine.page, 'Name (needed)').inputValue()).toBe('Bachmut')
    await expect.poll(() => field(mine.page, 'Code of the region').inputValue()).toBe('UA-14')
    await save(mine.page)
    await form(mine.page).getByText('Choose first whose changes').waitFor()
    await race.getByRole('button', { name: 'Keep mine for Description' }).click()
    await save(mine.page)
    await mine.page.locator('.done').waitFor()
    const { it: place } = await api<{ it: object }>(
      url,
      '{ it: place(id: "bakhmut") { name description iso3166_2 } }',
    )
    expect(place).toEqual({ name: 'Bachmut', description: 'My words.', iso3166_2: 'UA-14' })
  })

  it('keeps what is typed when the connection is lost and the page is loaded anew', async () => {
    const { page } = await edit('event', 'belgorod-incursion')
    await field(page, 'Finer type').fill('raid over the border')
    await page.route('**/graphql', (route) => route.abort())
    await save(page)
    await form(page).getByText('Hearsay cannot be reached').waitFor()
    await page.unroute('**/graphql')
    await page.reload()
    await form(page).getByText('What you typed is still here').waitFor()
    await expect.poll(() => field(page, 'Finer type').inputValue()).toBe('raid over the border')
    await save(page)
    await page.locator('.done').waitFor()
  })

  it('keeps what is typed while something is saved, and saves it where that is asked for', async () => {
    const { page } = await edit('actor', 'united-states')
    const description = field(page, 'Description')
    await description.fill('One.')
    await form(page).getByLabel('Why').fill('First.')
    const release = await holdAnswers(page)
    await page.keyboard.press('Control+Enter')
    await description.fill('Two.')
    await page.keyboard.press('Control+Enter')
    await description.fill('Three.')
    await page.keyboard.press('Control+Enter')
    release()
    await page.locator('.done').waitFor()
    await page.locator('.lead').getByText('Three.').waitFor()
    const { it: actor } = await api<{ it: { history: { nodes: { revision: { note: string } }[] } } }>(
      url,
      '{ it: actor(id: "united-states") { history(first: 3) { nodes { revision { note } } } } }',
    )
    expect(actor.history.nodes.map(({ revision }) => revision.note)).toEqual([
      null,
      'First.',
      ...actor.history.nodes.slice(2).map(({ revision }) => revision.note),
    ])

    const added = await open('/new/place')
    await field(added.page, 'Name (needed)').fill('Somewhere')
    await field(added.page, 'How near the point is (needed)').selectOption('REGION')
    await expect
      .poll(() => field(added.page, 'Short name in addresses (needed)').inputValue())
      .toBe('somewhere')
    const releaseAdded = await holdAnswers(added.page)
    await added.page.keyboard.press('Control+Enter')
    await added.page.keyboard.press('Control+Enter')
    await field(added.page, 'Description').fill('A place.')
    releaseAdded()
    await added.page.waitForURL(/\/place\/somewhere/)
    await form(added.page).getByText('What you typed is still here').waitFor()
    await expect.poll(() => field(added.page, 'Description').inputValue()).toBe('A place.')
    await save(added.page)
    await added.page.locator('.lead').getByText('A place.').waitFor()
    expect(
      await added.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft'))),
    ).toEqual([])
  })

  it('removes what nothing refers to, names who refers to the rest, and brings it back', async () => {
    const { page } = await open(`/actor/russia?remove=${await idOf('actor', 'russia')}`)
    await page.getByRole('button', { name: 'Remove this actor' }).click()
    await page.locator('.problem').getByText('cannot be removed').waitFor()
    await expect.poll(() => page.locator('.problem').getByRole('link').count()).toBeGreaterThan(5)
    await page.goto(`${url}/new/place`)
    await field(page, 'Name (needed)').fill('Nowhere')
    await field(page, 'How near the point is (needed)').selectOption('REGION')
    await expect.poll(() => field(page, 'Short name in addresses (needed)').inputValue()).toBe('nowhere')
    await save(page)
    await page.waitForURL(/\/place\/nowhere/)
    await page.getByRole('link', { name: 'Remove', exact: true }).click()
    await page.getByRole('button', { name: 'Remove this place' }).click()
    await page.waitForURL(/\/history\?revision=/)
    expect(await api(url, '{ place(id: "nowhere") { id } }')).toEqual({ place: null })
    await page.getByRole('button', { name: /Undo this/ }).click()
    await page.getByText('taken back by').waitFor()
    await idOf('place', 'nowhere')
  })

  it('offers readers a way to sign in, and none of the forms', async () => {
    const { page } = await openPage(browser(), url, '/actor/united-states?edit=actor_1')
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(request.url()))
    await page.reload()
    await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor()
    await page
      .getByRole('navigation', { name: 'This actor' })
      .getByRole('link', { name: 'History' })
      .waitFor()
    expect(await page.getByRole('link', { name: 'Edit', exact: true }).count()).toBe(0)
    expect(await page.getByText('New', { exact: true }).count()).toBe(0)
    expect(loaded.filter((address) => /desk-panel|node-form|new-page/.test(address))).toEqual([])
  })

  it('edits an assessment on its claim’s page, and signs out', async () => {
    const { assessments } = await api<{ assessments: { nodes: { id: string; claim: { slug: string } }[] } }>(
      url,
      '{ assessments(first: 1) { nodes { id claim { slug } } } }',
    )
    const [{ id, claim } = { id: '', claim: { slug: '' } }] = assessments.nodes
    const { page } = await open(`/claim/${claim.slug}?edit=${id}`)
    await field(page, 'Method').fill('Geolocation of a video.')
    await save(page)
    await page.locator('.card').getByText('Geolocation of a video.').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor()
  })

  it.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('has nothing serious for axe in %s, and fits a width of %d', async (colorScheme, width) => {
    const options = { bypassCSP: true, colorScheme, viewport: { width, height: 800 } }
    const { page } = await pageOf(browser(), 'anna', options)
    const addresses = [
      `/actor/united-states?edit=${await idOf('actor', 'united-states')}`,
      `/claim/seventy-attackers-killed?edit=${await idOf('claim', 'seventy-attackers-killed')}`,
      '/statement/statement_1?edit=statement_1',
      '/new/event',
    ]
    for (const address of addresses) {
      await page.goto(url + address)
      await form(page).waitFor()
      await save(page)
      expect(await seriousIn(page), address).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(
        width,
      )
    }
  })

  it('is all done by keyboard', async () => {
    const { page } = await open('/source/news-update-belgorod')
    await page.getByRole('link', { name: 'Edit', exact: true }).focus()
    await page.keyboard.press('Enter')
    await field(page, 'Author').focus()
    await page.keyboard.type('A. Reporter')
    await page.keyboard.press('Control+Enter')
    await page.locator('.done').waitFor()
    await page.locator('.facts').getByText('A. Reporter').waitFor()
  })
})
