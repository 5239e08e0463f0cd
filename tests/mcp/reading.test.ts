import { describe, expect, it } from 'vitest'
import { everyField, seed, worlds } from '../graph-fixture.ts'
import { connect, unexpected } from './connected.ts'

const { of } = worlds()
const world = of(seed)
const site = 'https://graph.example.org'
const reader = await connect(world, null, { baseUrl: site })

describe('a client that asks who denies a claim and where it stands', () => {
  it('goes from words to a claim, from its positions to their sources, and by their ids into GraphQL', async () => {
    const found = await reader.call('search', { text: 'Ukraine behind the incursion', types: ['CLAIM'] })
    const [hit] = found.data.hits
    expect(hit).toMatchObject({ type: 'CLAIM', slug: 'ukraine-behind-incursion', standing: 'CONTESTED' })

    const { data, text } = await reader.call('positions', { claim: hit.id, side: ['DENIES'] })
    expect(data.claim).toMatchObject({ standing: 'CONTESTED', link: `${site}/claim/${hit.slug}` })
    expect(data.positions).toMatchObject([
      { actor: { slug: 'ukraine' }, side: 'DENIES', statement: { act: 'DENY_RESPONSIBILITY' } },
    ])
    const [{ statement }] = data.positions
    expect(statement.source).toMatchObject({
      title: 'The United States keeps its distance from the raid on Belgorod',
      publisher: { name: 'News Update' },
      publishedAt: '2023-05-24',
      link: `${site}/source/news-update-belgorod`,
    })
    for (const cited of [statement.id, statement.text, 'News Update', '2023-05-24', statement.link])
      expect(text).toContain(cited)

    const query = 'query ($id: ID!) { statement(id: $id) { text source { id } } }'
    const asked = await reader.call('graphql', { query, variables: { id: statement.id } })
    expect(asked.data.data.statement).toEqual({ text: statement.text, source: { id: statement.source.id } })
  })

  it('is given the exact words of the source, where they are known', async () => {
    const { data, text } = await reader.call('positions', {
      claim: 'ukraine-behind-incursion',
      side: ['AFFIRMS'],
    })
    const { span } = data.positions[0].statement
    expect(span.exact).toBe('unit of the Ukrainian nationalist formation')
    expect(span.end - span.start).toBe(span.exact.length)
    expect(text).toContain(`“${span.exact}”`)
  })

  it('is told how it stood before', async () => {
    const claim = { claim: 'seventy-attackers-killed' }
    const then = await reader.call('positions', { ...claim, asOf: '2023-05-22' })
    const now = await reader.call('positions', claim)
    expect([then.data.claim.standing, now.data.claim.standing]).toEqual(['OPEN', 'ASSERTED'])
    expect(then.text).toContain('Nobody has taken such a position.')
  })
})

describe('who said what about whom', () => {
  it('is what the API says', async () => {
    const { data } = await reader.call('statements', {
      onBehalfOf: ['russia'],
      about: ['ukraine'],
      first: 50,
    })
    const { statements } = world.ask(
      '{ statements(filter: { onBehalfOf: ["russia"], about: ["ukraine"] }, first: 50, orderBy: SAID_DESC) { totalCount nodes { id } } }',
    )
    expect(data.statements.map(({ id }: { id: string }) => id)).toEqual(
      statements.nodes.map(({ id }: { id: string }) => id),
    )
    expect(data).toMatchObject({ count: statements.totalCount, isExact: true, hasMore: false })
  })

  it.each([
    ['stance', { stance: ['DENIES'] }, ({ stance }: { stance: string }) => stance === 'DENIES'],
    ['act', { act: ['ACCUSE'] }, ({ act }: { act: string }) => act === 'ACCUSE'],
    [
      'speaker',
      { speaker: ['us-state-department'] },
      ({ speaker }: { speaker: { slug: string } }) => speaker.slug === 'us-state-department',
    ],
    [
      'day',
      { from: '2023-05-23', until: '2023-05-23' },
      ({ saidAt }: { saidAt: string | null }) => saidAt === null || saidAt.startsWith('2023-05-23'),
    ],
  ])('is narrowed down by %s', async (_, args, isWanted) => {
    const { data } = await reader.call('statements', args)
    const all = await reader.call('statements', {})
    expect(data.statements.length).toBeGreaterThan(0)
    expect(data.count).toBeLessThan(all.data.count)
    expect(data.statements.every(isWanted)).toBe(true)
  })

  it('comes in pages that miss nothing', async () => {
    const ids: string[] = []
    let after: string | undefined
    do {
      const { data } = await reader.call('statements', { first: 17, after })
      ids.push(...data.statements.map(({ id }: { id: string }) => id))
      after = data.hasMore ? data.endCursor : undefined
    } while (after)
    expect(new Set(ids).size).toBe(world.ask('{ statements { totalCount } }').statements.totalCount)
  })
})

describe('a node with its evidence', () => {
  const every = of(everyField)
  it('can be asked for of every kind, and names what the graph knows', async () => {
    const kinds = ['places', 'actors', 'events', 'sources', 'claims', 'statements', 'assessments']
    const { client, call } = await connect(every, null)
    for (const kind of kinds)
      for (const { id } of every.ask(`{ ${kind}(first: 50) { nodes { id } } }`)[kind].nodes) {
        const { data, text, isError } = await call('node', { id })
        expect(isError, text).toBe(false)
        expect(data.node).toMatchObject({ id, link: null })
        expect(text).toContain(id)
        for (const { name, value } of data.node.facts) expect(text).toContain(`${name}: ${value}`)
      }
    await client.close()
  })

  it('shows the chain through which a statement was told', async () => {
    const { data } = await reader.call('node', { id: 'statement_35' })
    expect(data.evidence.map(({ speaker }: { speaker: { slug: string } }) => speaker.slug)).toEqual(
      world
        .ask('{ statement(id: "statement_35") { chain { speaker { slug } } } }')
        .statement.chain.map((one: { speaker: { slug: string } }) => one.speaker.slug),
    )
  })
})

describe('ways between two actors', () => {
  it('have the evidence of each link', async () => {
    const { data, text } = await reader.call('paths', {
      from: 'russian-volunteer-corps',
      to: 'ukraine',
      first: 3,
    })
    expect(data.paths).toHaveLength(3)
    for (const { links, length, nodes } of data.paths) {
      expect(nodes).toHaveLength(length + 1)
      for (const { evidence, evidenceCount } of links) {
        expect(evidence.length).toBe(Math.min(3, evidenceCount))
        for (const { id, link } of evidence) {
          expect(text).toContain(id)
          expect(link).toMatch(new RegExp(`^${site}/[a-z]+/`))
        }
      }
    }
  })
})

describe('the schema', () => {
  const textOf = async (uri: string) => {
    const [content] = (await reader.client.readResource({ uri })).contents
    return content && 'text' in content ? content.text : ''
  }

  it('is a resource, as a whole and type by type', async () => {
    expect((await reader.client.listResources()).resources.map(({ uri }) => uri)).toEqual([
      'hearsay://schema.graphql',
    ])
    const whole = await textOf('hearsay://schema.graphql')
    expect(whole).toContain('type Query {')
    expect(whole).toContain(await textOf('hearsay://schema/Claim'))
    await expect(textOf('hearsay://schema/Clam')).rejects.toThrow(/no type Clam.*schema\/Query/)
  })
})

it('nothing of all this went wrong unseen', () => {
  expect(unexpected).toEqual([])
})
