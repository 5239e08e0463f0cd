import { describe, expect, it } from 'vitest'
import type { MergeRequest } from '../../src/edits/request.ts'
import type { Section } from '../../src/values/node-kinds.ts'
import { dbOf } from '../engine.ts'
import { exported } from '../exported.ts'
import { folder } from '../graph.ts'
import { EditedGraph } from './edits.ts'

const path = folder()

const organization = (slug: string) => ({ slug, name: slug, type: 'ORGANIZATION', kind: 'COMPANY' })
const event = (slug: string) => ({ slug, name: slug, type: 'CONSULT', when: '2023' })
const claim = (slug: string) => ({ slug, text: slug, kind: 'INTENT', subject: 'arland' })

interface Links {
  readonly owners: Section
  readonly others: Section
  readonly of: MergeRequest['of']
  readonly node: (slug: string) => Record<string, unknown>
  readonly other: (slug: string) => Record<string, unknown>
  readonly list: string
  readonly item: (to: string) => Record<string, unknown>
  /** Which slugs are tied. */
  readonly rows: string
}

const kinds: readonly Links[] = [
  {
    ...{ owners: 'actors', others: 'actors', of: 'ENTITY', node: organization, other: organization },
    ...{ list: 'affiliations', item: (organization) => ({ organization, role: 'MEMBER' }) },
    rows: `select a.slug || ' ' || b.slug from affiliation l
      join entity a on a.id = l.actor_id join entity b on b.id = l.organization_id`,
  },
  {
    ...{ owners: 'events', others: 'actors', of: 'ENTITY', node: event, other: organization },
    ...{ list: 'participants', item: (actor) => ({ actor, role: 'PARTY' }) },
    rows: `select a.slug || ' ' || b.slug from participation l
      join entity a on a.id = l.event_id join entity b on b.id = l.actor_id`,
  },
  {
    ...{ owners: 'claims', others: 'claims', of: 'CLAIM', node: claim, other: claim },
    ...{ list: 'relations', item: (to) => ({ to, type: 'SUPPORTS' }) },
    rows: `select a.slug || ' ' || b.slug from claim_relation l
      join claim a on a.id = l.from_id join claim b on b.id = l.to_id`,
  },
]

/** Which of `a` and `a2` are tied to which of `b` and `b2`. */
const pairs = ['a b', 'a b2', 'a2 b', 'a2 b2']
const combinations = Array.from({ length: 2 ** pairs.length }, (_, bits) =>
  pairs.filter((_, index) => bits & (1 << index)),
).slice(1)

describe.each(kinds)('two merges that share $list, whatever is tied to what', (kind) => {
  const merges = [
    { kind: 'merge', of: kind.of, into: 'a2', from: ['a'] },
    { kind: 'merge', of: kind.of, into: 'b2', from: ['b'] },
  ] as const

  it.each([
    [0, 1],
    [1, 0],
  ])('come apart in the order in which they were made (%i, then %i)', async (first, second) => {
    const graph = new EditedGraph(path)
    const ties = () => dbOf(graph.connection).prepare<[], string>(kind.rows).pluck().all().sort()
    const record = (section: Section, items: Record<string, unknown>[]) =>
      graph.done({ kind: 'record', items: { [section]: items } })
    const merge = async (index: number) => (await graph.done(merges[index] ?? merges[0])).id
    const apart = (revision: string) => graph.done({ kind: 'unmerge', revision })
    await record(kind.others, ['b', 'b2'].map(kind.other))
    await record(kind.owners, ['a', 'a2'].map(kind.node))
    for (const tied of combinations) {
      const itemsOf = (owner: string) =>
        tied.flatMap((pair) => (pair.startsWith(`${owner} `) ? [kind.item(pair.split(' ')[1] ?? '')] : []))
      await record(
        kind.owners,
        ['a', 'a2'].map((owner) => ({ ...kind.node(owner), [kind.list]: itemsOf(owner) })),
      )
      const start = exported(graph.connection)
      const alone = await merge(second)
      const secondAlone = ties()
      await apart(alone)
      expect(exported(graph.connection), tied.join()).toBe(start)

      const [one, other] = [await merge(first), await merge(second)]
      await apart(one)
      expect(ties(), tied.join()).toEqual(secondAlone)
      await apart(other)
      expect(exported(graph.connection), tied.join()).toBe(start)
    }
    graph.connection.close()
  })
})
