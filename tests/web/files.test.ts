import { describe, expect, it } from 'vitest'
import { DATE_COLUMNS, LIST_COLUMNS, NODE_COLUMNS } from '../../src/values/columns.ts'
import { parseEdtf } from '../../src/values/date.ts'
import { hasBrowser, newBrowser, openPage } from './browser.ts'
import { savedBy, tableIn, textOf } from './download.ts'
import { api, serveExplorer } from './explorer.ts'
import { writeProposedGraph } from './proposed-graph.ts'

// biome-ignore lint/suspicious/noExplicitAny: a node has the shape of its query.
type Node = any
type Cells = Readonly<Record<string, string | number | null | undefined>>

interface File {
  readonly path: string
  /** What is above the list. */
  readonly title: string
  /** Asks for what the list shows; where the nodes are in the answer. */
  readonly query: string
  readonly rowsOf: (answer: Node) => Cells[]
}

const both = 'review=ACCEPTED&review=PROPOSED'
const BOTH = 'review: [ACCEPTED, PROPOSED]'
const figure = ({ figure: it }: Node) => ({ low: it?.low, high: it?.high, unit: it?.unit })

const statement = ({ id, text, speaker, onBehalfOf, claim, source, saidAt, review }: Node): Cells => ({
  statement: id,
  statementText: text,
  speaker: speaker.slug,
  speakerName: speaker.name,
  onBehalfOf: onBehalfOf?.slug,
  onBehalfOfName: onBehalfOf?.name,
  claim: claim?.slug,
  claimText: claim?.text,
  source: source.slug,
  sourceTitle: source.title,
  publishedAt: source.publishedAt,
  saidAt,
  review,
})
const STATEMENT =
  'id text saidAt review speaker { slug name } onBehalfOf { slug name } claim { slug text } source { slug title publishedAt }'

const position = ({ actor, side, stance, certainty, statement: words }: Node): Cells => ({
  actor: actor.slug,
  actorName: actor.name,
  side,
  stance,
  certainty,
  saidAt: words.saidAt,
  source: words.source.slug,
  sourceTitle: words.source.title,
  statement: words.id,
  statementText: words.text,
})
const POSITION =
  'side stance certainty actor { slug name } statement { id text saidAt source { slug title publishedAt } }'

const files: readonly File[] = [
  {
    path: `/statements?${both}&review=REJECTED`,
    title: 'Statements that fit',
    query: `{ statements(filter: { review: [ACCEPTED, PROPOSED, REJECTED] }, orderBy: SAID_DESC, first: 200) { nodes { ${STATEMENT} } } }`,
    rowsOf: ({ statements }) => statements.nodes.map(statement),
  },
  {
    path: '/statements?stance=AFFIRMS&stance=DENIES&from=2022-05&until=2022-05&order=SAID',
    title: 'Statements that fit',
    query: `{ statements(filter: { stance: [AFFIRMS, DENIES], said: { from: "2022-05", until: "2022-05" } }, orderBy: SAID, first: 200) { nodes { ${STATEMENT} } } }`,
    rowsOf: ({ statements }) => statements.nodes.map(statement),
  },
  {
    path: '/source/daily-may',
    title: 'Statements',
    query: `{ statements(filter: { source: ["daily-may"], ${BOTH} }, first: 200) { nodes { ${STATEMENT} } } }`,
    rowsOf: ({ statements }) => statements.nodes.map(statement),
  },
  {
    path: `/claims?${both}&order=TEXT`,
    title: 'Claims that fit',
    query: `{ claims(filter: { ${BOTH} }, orderBy: TEXT, first: 200) { nodes {
      slug text kind standing review subject { slug name } event { slug name when } figure { low high unit }
      assessments { verdict method assessor { slug name } } } } }`,
    rowsOf: ({ claims }) =>
      claims.nodes.map((claim: Node) => ({
        claim: claim.slug,
        claimText: claim.text,
        claimKind: claim.kind,
        standing: claim.standing,
        subject: claim.subject?.slug,
        subjectName: claim.subject?.name,
        event: claim.event?.slug,
        eventName: claim.event?.name,
        when: claim.event?.when,
        ...figure(claim),
        assessments: claim.assessments
          .map(
            ({ assessor, verdict, method }: Node) =>
              `${assessor.slug}: ${verdict}${method ? ` (${method})` : ''}`,
          )
          .join('; '),
        review: claim.review,
      })),
  },
  {
    path: '/claim/ten-killed',
    title: 'Who stands where',
    query: `{ claim(id: "ten-killed") { positions { ${POSITION} } } }`,
    rowsOf: ({ claim }) => claim.positions.map(position),
  },
  {
    path: '/event/raid',
    title: 'Figures, by who gives them',
    query: `{ claims(filter: { event: ["raid"], hasFigure: true }, first: 50) { nodes { slug text figure { low high unit } positions { ${POSITION} } } } }`,
    rowsOf: ({ claims }) =>
      claims.nodes.flatMap((claim: Node) =>
        claim.positions.map((one: Node) => ({
          ...position(one),
          claim: claim.slug,
          claimText: claim.text,
          ...figure(claim),
        })),
      ),
  },
  {
    path: '/',
    title: 'Contested claims',
    query: `{ claims(filter: { standing: [CONTESTED] }, orderBy: SPEAKERS_DESC, first: 50) { nodes { slug text standing figure { low high unit } positions { ${POSITION} } } } }`,
    rowsOf: ({ claims }) =>
      claims.nodes.flatMap((claim: Node) =>
        claim.positions.map((one: Node) => ({
          ...position(one),
          claim: claim.slug,
          claimText: claim.text,
          standing: claim.standing,
          ...figure(claim),
        })),
      ),
  },
  {
    path: `/actors?${both}`,
    title: 'Actors that fit',
    query: `{ actors(filter: { ${BOTH} }, first: 100) { nodes { slug name review affiliations { role organization { slug name } } } } }`,
    rowsOf: ({ actors }) =>
      actors.nodes.map(({ slug, name, review, affiliations }: Node) => ({
        actor: slug,
        actorName: name,
        affiliations: affiliations
          .map(({ role, organization }: Node) => `${organization.slug}: ${role}`)
          .join('; '),
        affiliationNames: affiliations
          .map(({ role, organization }: Node) => `${organization.name}: ${role}`)
          .join('; '),
        review,
      })),
  },
  {
    path: `/events?${both}`,
    title: 'Events that fit',
    query: `{ events(filter: { ${BOTH} }, orderBy: WHEN_DESC, first: 100) { nodes { slug name type when review place { slug name } participants { role actor { slug name } } } } }`,
    rowsOf: ({ events }) =>
      events.nodes.map(({ slug, name, type, when, review, place, participants }: Node) => ({
        event: slug,
        eventName: name,
        eventType: type,
        when,
        place: place?.slug,
        placeName: place?.name,
        participantNames: participants.map(({ role, actor }: Node) => `${actor.name}: ${role}`).join('; '),
        review,
      })),
  },
  {
    path: `/places?${both}`,
    title: 'Places that fit',
    query: `{ places(filter: { ${BOTH} }, first: 100) { nodes { slug name review latitude partOf { slug name } } } }`,
    rowsOf: ({ places }) =>
      places.nodes.map(({ slug, name, review, latitude, partOf }: Node) => ({
        place: slug,
        placeName: name,
        latitude,
        partOf: partOf?.slug,
        partOfName: partOf?.name,
        review,
      })),
  },
  {
    path: '/sources',
    title: 'All sources',
    query: `{ sources(orderBy: PUBLISHED_DESC, first: 100) { nodes { slug title publishedAt publisher { slug name } statements { totalCount }
      proposed: statements(filter: { review: [PROPOSED] }) { totalCount } } } }`,
    rowsOf: ({ sources }) =>
      sources.nodes.map(({ slug, title, publishedAt, publisher, statements, proposed }: Node) => ({
        source: slug,
        sourceTitle: title,
        publishedAt,
        publisher: publisher?.slug,
        publisherName: publisher?.name,
        statements: statements.totalCount,
        proposedStatements: proposed.totalCount,
      })),
  },
  {
    path: '/assessments',
    title: 'All assessments',
    query: `{ assessments(orderBy: DATE_DESC, first: 100) { nodes { verdict date assessor { slug name } claim { slug text } } } }`,
    rowsOf: ({ assessments }) =>
      assessments.nodes.map(({ verdict, date, assessor, claim }: Node) => ({
        verdict,
        date,
        assessor: assessor.slug,
        assessorName: assessor.name,
        claim: claim.slug,
        claimText: claim.text,
      })),
  },
]

/** What a spreadsheet shows of a value; a text that it would take for a formula is kept from being one. */
const cellOf = (value: Cells[string]): string => {
  const text = value === null || value === undefined ? '' : String(value)
  return typeof value === 'string' && /^[=+\-@]/.test(text) ? `'${text}` : text
}

const dayOf = (instant: number | null | undefined): string =>
  instant == null ? '' : new Date(instant).toISOString().slice(0, 10)

describe.skipIf(!hasBrowser)('a file for a spreadsheet', async () => {
  const { url } = await serveExplorer(writeProposedGraph())
  const browser = newBrowser()

  it.each(files)('of $title at $path holds what the API says', async ({ path, title, query, rowsOf }) => {
    const { page } = await openPage(browser(), url, path)
    const named = { name: `${title} as CSV`, exact: true }
    const list = page.locator('.page')
    const button = list.getByRole('button', named).or(list.getByRole('link', named))
    const csv = await textOf(await savedBy(button))
    expect(csv.startsWith('\ufeff')).toBe(true)
    const table = tableIn(csv)
    const expected = rowsOf(await api(url, query))
    expect(expected.length).toBeGreaterThan(0)
    expect(table).toMatchObject(
      expected.map((row) =>
        Object.fromEntries(Object.entries(row).map(([head, value]) => [head, cellOf(value)])),
      ),
    )
    if (path.includes(both))
      expect(new Set(table.map(({ review }) => review)).size, 'both are in it').toBeGreaterThan(1)
    const heads = Object.keys(table[0] ?? {})
    for (const [slug, name] of Object.entries({ ...NODE_COLUMNS, ...LIST_COLUMNS }))
      if (heads.includes(slug)) expect(heads, `${slug} is named`).toContain(name)
    for (const column of DATE_COLUMNS.filter((one) => heads.includes(one)))
      for (const row of table) {
        const date = parseEdtf(row[column] ?? '')
        expect([row[`${column}Earliest`], row[`${column}Latest`]]).toEqual([
          dayOf(date?.earliest),
          dayOf(date?.latest),
        ])
      }
  })
})
