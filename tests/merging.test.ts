import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergePreview } from '../src/edits/merge.ts'
import { performWrite } from '../src/edits/perform.ts'
import type { WriteRequest, WriteResult } from '../src/edits/request.ts'
import { rebuild } from '../src/model/derived/rebuild.ts'
import { WrittenForms } from '../src/model/history/written.ts'
import { mergeNodes } from '../src/model/merge-nodes.ts'
import { transact } from '../src/model/transact.ts'
import { unmergeNodes } from '../src/model/unmerge-nodes.ts'
import { atOnce, type ImmediateEngine } from '../src/sql/engine.ts'
import { dbOf, isOnPostgres, runs } from './engine.ts'
import { derivedState, everyRow } from './graph.ts'
import { worlds } from './graph-fixture.ts'
import { fill, type Made } from './synthetic.ts'

const { empty } = worlds()

interface World {
  readonly graph: ImmediateEngine
  readonly made: Made
}

function newWorld(size = 8): World {
  const world = empty()
  return { graph: world.writer, made: fill(world, size) }
}

const about = { by: null, action: 'MERGE' } as const

/** Everything that is not the journal's, nor an index's own. */
function rowsOf(graph: ImmediateEngine): Record<string, unknown[]> {
  const journal =
    /^(revision|creation|change|merging|merge_step|stale_.*|sqlite_.*|.*_text(_.*)?|.*_term|last_id)$/
  return Object.fromEntries(
    Object.entries(everyRow(graph))
      .filter(([table]) => !journal.test(table))
      .map(([table, rows]) => [table, rows.map((row) => JSON.stringify(row)).sort()]),
  )
}

function expectSound({ graph }: World): void {
  expect(dbOf(graph).pragma('foreign_key_check')).toEqual([])
  const settled = derivedState(graph)
  transact(graph, { by: null, action: 'IMPORT' }, () => rebuild(graph))
  expect(derivedState(graph)).toEqual(settled)
  if (isOnPostgres) expect(graph.faults()).toEqual([])
  else
    for (const index of ['statement_text', 'claim_text', 'source_text', 'label_text'])
      dbOf(graph).exec(`insert into ${index} (${index}, rank) values ('integrity-check', 0)`)
}

type Unsigned<Request> = Request extends WriteRequest ? Omit<Request, 'by'> : never
const write = ({ graph }: World, request: Unsigned<WriteRequest>): Promise<WriteResult> =>
  performWrite(graph, { by: null, ...request })

async function done(world: World, request: Unsigned<WriteRequest>): Promise<string> {
  const { problems, revision } = await write(world, request)
  expect(problems).toEqual([])
  return `revision_${revision}`
}

const one = ({ graph }: World, sql: string, ...values: (string | number)[]): unknown =>
  dbOf(graph)
    .prepare<unknown[], unknown>(sql)
    .pluck()
    .get(...values)
const all = ({ graph }: World, sql: string, ...values: (string | number)[]): unknown[] =>
  dbOf(graph)
    .prepare<unknown[], unknown>(sql)
    .pluck()
    .all(...values)

describe('a merge', () => {
  it('leaves nothing that names what was merged, and counts each statement once', async () => {
    const world = newWorld()
    const [into = 0, , , , , from = 0] = world.made.actors
    const spoken = one(world, 'select count(*) from statement where speaker_id in (?, ?)', into, from)
    await done(world, { kind: 'merge', of: 'ENTITY', into: `actor_${into}`, from: [`actor_${from}`] })
    expect(one(world, 'select count(*) from statement where speaker_id = ?', into)).toBe(spoken)
    expect(one(world, 'select statement_count from actor where id = ?', into)).toBe(spoken)
    expect(one(world, 'select id from entity where id = ?', from)).toBeUndefined()
    expectSound(world)
  })

  it('gives the one that stays the names and identifiers of the other, and keeps where they came from', async () => {
    const world = newWorld()
    const [into = 0, , , , , from = 0] = world.made.actors
    await done(world, { kind: 'merge', of: 'ENTITY', into: 'actor-0', from: ['actor-5'] })
    expect(all(world, 'select text from label where entity_id = ? order by id', into)).toEqual([
      'Дійова особа 0',
      'Actor 0000',
      'Дійова особа 5',
      'Actor 0005',
    ])
    expect(all(world, 'select value from external_id where entity_id = ?', into)).toEqual(['Q1', 'Q6'])
    expect(
      all(world, 'select text from name_origin where entity_id = ? and from_id = ?', into, from),
    ).toEqual(['Actor 0005', 'Дійова особа 5', 'Q6'])
  })

  it('lets nobody speak for or to themselves, and brings that back', async () => {
    const world = newWorld()
    const [a = 0, , , , , b = 0] = world.made.actors
    const { id } = transact(world.graph, { by: null, action: 'RECORD' }, ({ statements }) =>
      statements.put({
        ...{ slug: 'for-another', source: world.made.sources[0] ?? 0, speaker: a, onBehalfOf: b },
        ...{ text: 'Words.', quoteType: 'INDIRECT', act: 'STATE' },
      }),
    )
    const to = transact(world.graph, { by: null, action: 'RECORD' }, ({ statements }) =>
      statements.put({
        ...{ slug: 'to-another', source: world.made.sources[0] ?? 0, speaker: b, addressee: a },
        ...{ text: 'Words.', quoteType: 'INDIRECT', act: 'STATE', about: [a, b] },
      }),
    )
    const told = (statement: number) => new WrittenForms(world.graph).of('STATEMENT', statement)
    const before = [told(id), told(to.id)]
    const revision = await done(world, { kind: 'merge', of: 'ENTITY', into: 'actor-0', from: ['actor-5'] })
    expect(told(id)).toMatchObject({ speaker: a })
    expect(told(id)?.onBehalfOf).toBeUndefined()
    expect(told(to.id)).toMatchObject({ speaker: a, about: [a] })
    expect(told(to.id)?.addressee).toBeUndefined()
    expectSound(world)
    await done(world, { kind: 'unmerge', revision })
    expect([told(id), told(to.id)]).toEqual(before)
  })

  it('ties nobody to themselves, and no two twice, and brings that back', async () => {
    const world = newWorld()
    const [a = 0, , , , , b = 0, c = 0] = world.made.actors
    transact(world.graph, { by: null, action: 'RECORD' }, ({ actors }) => {
      actors.affiliate({ id: a, outcome: 'unchanged' }, [
        { organization: b, role: 'MEMBER' },
        { organization: c, role: 'LEADER', from: '2020' },
      ])
      actors.affiliate({ id: b, outcome: 'unchanged' }, [
        { organization: c, role: 'LEADER', from: '2020' },
        { organization: c, role: 'LEADER', from: '2021' },
      ])
    })
    const before = rowsOf(world.graph)
    const revision = await done(world, { kind: 'merge', of: 'ENTITY', into: 'actor-0', from: ['actor-5'] })
    expect(all(world, 'select from_edtf from affiliation where actor_id = ? order by id', a)).toEqual([
      '2020',
      '2021',
    ])
    expectSound(world)
    await done(world, { kind: 'unmerge', revision })
    expect(rowsOf(world.graph)).toEqual(before)
  })

  it('makes no place a part of itself, by way of whatever others', async () => {
    const world = newWorld()
    const [a = 0, b = 0, c = 0] = transact(world.graph, { by: null, action: 'RECORD' }, ({ places }) => {
      const put = (slug: string, partOf?: number) =>
        places.put({ slug, name: slug, precision: 'REGION', partOf }).id
      const whole = put('whole')
      const middle = put('middle', whole)
      return [whole, middle, put('part', middle)]
    })
    const revision = await done(world, {
      kind: 'merge',
      of: 'ENTITY',
      into: `place_${c}`,
      from: [`place_${a}`],
    })
    expect(one(world, 'select part_of_id from place where id = ?', c)).toBe(b)
    expect(one(world, 'select part_of_id from place where id = ?', b)).toBeNull()
    await done(world, { kind: 'unmerge', revision })
    expect(one(world, 'select part_of_id from place where id = ?', b)).toBe(a)
  })

  it('makes one claim of two, with their statements, relations and assessments', async () => {
    const world = newWorld()
    const before = rowsOf(world.graph)
    const count = 'select count(*) from statement where claim_id in (?, ?)'
    const [a = 0, , , b = 0] = world.made.claims
    const statements = one(world, count, a, b)
    const revision = await done(world, { kind: 'merge', of: 'CLAIM', into: 'claim-0', from: ['claim-3'] })
    expect(one(world, count, a, a)).toBe(statements)
    expectSound(world)
    await done(world, { kind: 'unmerge', revision })
    expect(rowsOf(world.graph)).toEqual(before)
  })
})

describe('before a merge', () => {
  it('it is told what will move, and which rule what clashes falls under', async () => {
    const world = newWorld()
    const [a = 0, , , , , b = 0, c = 0] = world.made.actors
    transact(world.graph, { by: null, action: 'RECORD' }, ({ actors, statements }) => {
      actors.affiliate({ id: a, outcome: 'unchanged' }, [
        { organization: b, role: 'MEMBER' },
        { organization: c, role: 'LEADER' },
      ])
      actors.affiliate({ id: b, outcome: 'unchanged' }, [{ organization: c, role: 'LEADER' }])
      statements.put({
        ...{
          slug: 'for-another',
          source: world.made.sources[0] ?? 0,
          speaker: a,
          onBehalfOf: b,
          about: [a, b],
        },
        ...{ text: 'Words.', quoteType: 'INDIRECT', act: 'STATE' },
      })
    })
    const before = rowsOf(world.graph)
    const names = { of: 'ENTITY', into: 'actor-0', from: ['actor-5'] } as const
    const { moves, clashes, problems } = atOnce(mergePreview(world.graph, names))
    expect(problems).toEqual([])
    expect(rowsOf(world.graph)).toEqual(before)
    const spoken = one(world, 'select count(*) from statement where speaker_id = ?', b)
    expect(moves).toContainEqual({ type: 'STATEMENT', field: 'speaker', count: spoken })
    expect(clashes.map(({ rule, count }) => [rule, count])).toEqual(
      expect.arrayContaining([
        ['SPEAKS_FOR_ITSELF', 1],
        ['AFFILIATED_WITH_ITSELF', 1],
        ['AFFILIATED_TWICE', 1],
      ]),
    )
    const both = `select count(*) from statement_about f join statement_about o on o.statement_id = f.statement_id
      where f.entity_id = ? and o.entity_id = ?`
    expect(clashes.find(({ rule }) => rule === 'ABOUT_TWICE')?.count).toBe(one(world, both, a, b))
    expect(atOnce(mergePreview(world.graph, { ...names, from: ['actor-0'] })).problems).toHaveLength(1)
  })

  it('of each kind', () => {
    const world = newWorld()
    for (const [of, kind] of [
      ['ENTITY', 'place'],
      ['ENTITY', 'event'],
      ['CLAIM', 'claim'],
    ] as const)
      expect(
        atOnce(mergePreview(world.graph, { of, into: `${kind}-0`, from: [`${kind}-4`] })).moves,
      ).not.toEqual([])
  })
})

describe('a merge is refused', () => {
  const messages = async (world: World, into: string, from: string[], of: 'ENTITY' | 'CLAIM' = 'ENTITY') => {
    const before = rowsOf(world.graph)
    const { problems, revision } = await write(world, { kind: 'merge', of, into, from })
    expect(revision).toBeNull()
    expect(rowsOf(world.graph)).toEqual(before)
    return problems.map(({ path, message }) => `${path.join('.')}: ${message}`)
  }

  it('telling all that is wrong at once', async () => {
    const world = newWorld()
    const [a, b] = world.made.actors
    expect(await messages(world, 'actor-0', ['actr-1', 'actor-0', 'place-1', 'actor-1', 'actor-1'])).toEqual([
      expect.stringMatching(/^from\.0: "actr-1" is not the id or slug of .*did you mean actor-1/),
      `from.1: actor_${a} is the node that stays.`,
      expect.stringMatching(
        /^from\.2: place_\d+ is of another kind than the node that stays: place and actor\.$/,
      ),
      `from.4: actor_${b} is named twice.`,
    ])
  })

  it('where actors are of different types', async () => {
    const world = newWorld()
    const [, b] = world.made.actors
    expect(await messages(world, 'actor-0', ['actor-1'])).toEqual([
      `from.0: actor_${b} is of the type ORGANIZATION, and the one that stays is of the type STATE: give them one type first.`,
    ])
  })

  it('where claims contradict each other', async () => {
    const [first] = await messages(newWorld(), 'claim-0', ['claim-1'], 'CLAIM')
    expect(first).toMatch(/^from\.0: claim_\d+ contradicts another of these claims/)
  })
})

describe('a merge is taken apart', () => {
  it('with what was changed since still changed, and what was removed still removed', async () => {
    const world = newWorld()
    const [a = 0, , , , , b = 0, c = 0] = world.made.actors
    const spoken = all(world, 'select id from statement where speaker_id = ? order by id', b)
    const [first = 0, second = 0] = spoken.map(Number)
    const revision = await done(world, { kind: 'merge', of: 'ENTITY', into: 'actor-0', from: ['actor-5'] })
    dbOf(world.graph).prepare('update statement set via_id = null where via_id = ?').run(second)
    await done(world, {
      kind: 'record',
      items: { statements: [{ id: `statement_${first}`, speaker: `actor_${c}` }] },
    })
    await done(world, { kind: 'remove', node: `statement_${second}` })
    await done(world, { kind: 'record', items: { actors: [{ id: `actor_${a}`, description: 'Edited.' }] } })
    await done(world, { kind: 'unmerge', revision })
    expect(one(world, 'select speaker_id from statement where id = ?', first)).toBe(c)
    expect(one(world, 'select id from statement where id = ?', second)).toBeUndefined()
    expect(one(world, 'select description from entity where id = ?', a)).toBe('Edited.')
    expect(all(world, 'select id from statement where speaker_id = ? order by id', b)).toEqual(
      spoken.filter((id) => id !== first && id !== second),
    )
    expectSound(world)
  })

  it('once, and only where it is a merge', async () => {
    const world = newWorld()
    const revision = await done(world, { kind: 'merge', of: 'ENTITY', into: 'actor-0', from: ['actor-5'] })
    const apart = await done(world, { kind: 'unmerge', revision })
    const refused = async (one: string) =>
      (await write(world, { kind: 'unmerge', revision: one })).problems[0]?.message
    expect(await refused(revision)).toBe(`${revision} has been taken apart already, by ${apart}.`)
    expect(await refused('revision_1')).toBe('"revision_1" is not the id of a revision that merged nodes.')
    expect(await refused('nothing')).toBe('"nothing" is not the id of a revision that merged nodes.')
  })

  it('unless the node that stayed was merged into another: that one goes first', async () => {
    const world = newWorld(12)
    const before = rowsOf(world.graph)
    const first = await done(world, { kind: 'merge', of: 'ENTITY', into: 'actor-5', from: ['actor-10'] })
    const second = await done(world, { kind: 'merge', of: 'ENTITY', into: 'actor-0', from: ['actor-5'] })
    const [problem] = (await write(world, { kind: 'unmerge', revision: first })).problems
    expect(problem?.message).toContain(`was merged into another by ${second}: take that apart first.`)
    await done(world, { kind: 'unmerge', revision: second })
    await done(world, { kind: 'unmerge', revision: first })
    expect(rowsOf(world.graph)).toEqual(before)
  })

  it('by an undo as well, which can be undone', async () => {
    const world = newWorld()
    const before = rowsOf(world.graph)
    const merge = await done(world, { kind: 'merge', of: 'ENTITY', into: 'actor-0', from: ['actor-5'] })
    const merged = rowsOf(world.graph)
    const undo = await done(world, { kind: 'undo', revision: merge })
    expect(rowsOf(world.graph)).toEqual(before)
    const again = await done(world, { kind: 'undo', revision: undo })
    const withoutLabels = ({ label, redirect, ...rows }: Record<string, unknown[]>) => rows
    expect(withoutLabels(rowsOf(world.graph))).toEqual(withoutLabels(merged))
    await done(world, { kind: 'undo', revision: again })
    expect(rowsOf(world.graph)).toEqual(before)
  })
})

describe('merges at random', () => {
  const merge = fc.record({
    type: fc.constantFrom('ACTOR' as const, 'PLACE' as const, 'EVENT' as const, 'CLAIM' as const),
    into: fc.nat(11),
    from: fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 3 }),
  })

  it('are gone without a trace when they are taken apart in reverse', () => {
    fc.assert(
      fc.property(fc.array(merge, { minLength: 1, maxLength: 5 }), (merges) => {
        const world = newWorld(12)
        const { graph, made } = world
        const keys = { ACTOR: made.actors, PLACE: made.places, EVENT: made.events, CLAIM: made.claims }
        const states = [rowsOf(graph)]
        const revisions: number[] = []
        for (const { type, into, from } of merges) {
          const table = type === 'CLAIM' ? 'claim' : 'entity'
          const there = (index: number) =>
            one(world, `select id from ${table} where id = ?`, keys[type][index] ?? 0)
          const others = from.filter((index) => index !== into && there(index) !== undefined)
          if (others.length === 0 || there(into) === undefined) continue
          const draft = {
            type,
            into: keys[type][into] ?? 0,
            from: others.map((index) => keys[type][index] ?? 0),
          }
          const { revision } = mergeNodes(graph, about, () => draft)
          revisions.push(revision ?? 0)
          expectSound(world)
          states.push(rowsOf(graph))
        }
        states.pop()
        for (const revision of revisions.reverse()) {
          unmergeNodes(graph, { by: null, action: 'UNMERGE' }, revision)
          expectSound(world)
          expect(rowsOf(graph)).toEqual(states.pop())
        }
      }),
      { numRuns: runs(8) },
    )
  }, 120_000)

  const edit = fc.record({
    statement: fc.nat(35),
    speaker: fc.nat(11),
    about: fc.uniqueArray(fc.nat(11), { maxLength: 2 }),
  })

  it('leave a sound graph with every edit in it, whatever is edited in between', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(merge, edit), { minLength: 2, maxLength: 4 }), (steps) => {
        const world = newWorld(12)
        const { graph, made } = world
        const isThere = (id: number) => one(world, 'select id from entity where id = ?', id) !== undefined
        const revisions: number[] = []
        const edited = new Set<number>()
        for (const [{ into, from }, { statement, speaker, about: whom }] of steps) {
          const others = from.filter((index) => index !== into).map((index) => made.actors[index] ?? 0)
          const draft = { type: 'ACTOR', into: made.actors[into] ?? 0, from: others.filter(isThere) } as const
          if (isThere(draft.into) && draft.from.length > 0)
            revisions.push(mergeNodes(graph, about, () => draft).revision ?? 0)
          const [id = 0, by = 0] = [made.statements[statement], made.actors[speaker]]
          if (!isThere(by)) continue
          const named = whom.map((index) => made.actors[index] ?? 0).filter(isThere)
          const form = new WrittenForms(graph).of('STATEMENT', id)
          if (!form) continue
          edited.add(id)
          transact(graph, { by: null, action: 'RECORD' }, ({ statements }) =>
            statements.put({
              ...form,
              id,
              speaker: by,
              onBehalfOf: undefined,
              about: named,
              text: 'Edited.',
            }),
          )
        }
        for (const revision of revisions.reverse())
          unmergeNodes(graph, { by: null, action: 'UNMERGE' }, revision)
        expectSound(world)
        for (const id of made.actors) expect(isThere(id)).toBe(true)
        for (const id of edited)
          expect(one(world, 'select text from statement where id = ?', id)).toBe('Edited.')
      }),
      { numRuns: runs(8) },
    )
  }, 120_000)
})
