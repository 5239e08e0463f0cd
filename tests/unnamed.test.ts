import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { importDossiers } from '../src/dossier/import.ts'
import { rebuild } from '../src/model/derived/rebuild.ts'
import { anImport } from '../src/model/history/journal.ts'
import { transact } from '../src/model/transact.ts'
import { ReportWriter } from '../src/reports/writing/write.ts'
import { migrations } from '../src/sql/sqlite/migrate.ts'
import { growth } from '../src/sql/sqlite/migrations/015-growth.ts'
import { dbOf, isOnPostgres } from './engine.ts'
import { derivedState, folder } from './graph.ts'
import { type Answer, World, worlds } from './graph-fixture.ts'
import { writeOldFile } from './old-file.ts'

const { empty, of } = worlds()

const report = (town: string) => ({
  title: `Flood in ${town}`,
  text:
    `Officials said on Monday that the dam above ${town} had burst. Ole Quisling, an engineer, said that the dam was old. ` +
    `A witness claimed that the dam above ${town} had burst in the night. Some officials denied that the dam had burst. ` +
    `It was said that forty houses were lost.\n`,
  published: '2024-04-02',
})

function readWorld(accept: boolean): World {
  const world = empty()
  const reports = new ReportWriter(world.writer)
  for (const town of ['Oldford', 'Newford']) reports.write(report(town), { accept })
  return world
}

const accepted = readWorld(true)
const proposed = readWorld(false)
const both = [
  ['accepted', accepted, 'ACCEPTED'],
  ['proposed', proposed, 'PROPOSED'],
] as const

const slugs = (connection: Answer): string[] => connection.nodes.map(({ slug }: Answer) => slug)

describe.each(both)('speakers whom no source names, in reports that are %s', (_, world, review) => {
  const speakers = world
    .ask(`{ statements(filter: { review: [${review}] }) { nodes {
        speakerText speaker { slug name unnamed labels { text } description } source { slug } } } }`)
    .statements.nodes.filter(({ speaker }: Answer) => speaker.unnamed)

  it('are actors of their words, each of one source alone', () => {
    expect(speakers.length).toBeGreaterThanOrEqual(6)
    for (const { speaker, speakerText, source } of speakers) {
      expect(speaker.name).not.toContain('(')
      expect(speaker.slug).toContain(source.slug)
      expect(speaker.labels).toEqual([])
      expect(speaker.description).toContain('Flood in')
      if (speakerText !== null) expect(speakerText).toContain(speaker.name)
    }
    const officials = speakers.filter(({ speaker }: Answer) => speaker.name === 'Officials')
    expect(new Set(officials.map(({ speaker }: Answer) => speaker.slug)).size).toBe(2)
  })

  it.each(['NAME', 'STATEMENTS_DESC'])('are in no list of actors by %s, and no count of one', (order) => {
    const { actors } = world.ask(
      `{ actors(filter: { review: [${review}] }, orderBy: ${order}) { totalCount nodes { slug } } }`,
    )
    expect(slugs(actors)).toEqual(['ole-quisling'])
    expect(actors.totalCount).toBe(1)
  })

  it.each(['NAME', 'STATEMENTS_DESC'])('are listed by %s where they are asked for', (order) => {
    const list = (filter: string, page: string) =>
      world.ask(
        `{ actors(filter: { ${filter}, review: [${review}] }, orderBy: ${order}, ${page}) {
          totalCount nodes { slug unnamed } pageInfo { endCursor hasNextPage } } }`,
      ).actors
    const all = list('unnamed: true', 'first: 50')
    expect(new Set(slugs(all))).toEqual(new Set(speakers.map(({ speaker }: Answer) => speaker.slug)))
    expect(all.totalCount).toBe(all.nodes.length)
    const first = list('unnamed: true', 'first: 2')
    const rest = list('unnamed: true', `first: 50, after: "${first.pageInfo.endCursor}"`)
    expect([...slugs(first), ...slugs(rest)]).toEqual(slugs(all))
    expect(slugs(list('unnamed: false', 'first: 50'))).toEqual(['ole-quisling'])
    expect(list('unnamed: true, types: [PERSON]', 'first: 50').totalCount).toBeLessThan(all.totalCount)
  })

  it.each(['officials', 'offic*', 'witness', '"a witness"', 'unnamed', 'oficials'])(
    'are not found among actors by %s',
    (text) => {
      const found = world.ask(
        `query ($text: String!) { search(text: $text, types: [ACTOR], review: [${review}]) { totalCount } }`,
        { text },
      )
      expect(found.search.totalCount).toBe(0)
    },
  )

  it('have no row in the index of names', () => {
    const db = dbOf(world.writer)
    expect(db.prepare('select count(*) from label_text').pluck().get()).toBe(
      db.prepare('select count(*) from label').pluck().get(),
    )
    expect(
      db
        .prepare('select count(*) from label join entity e on e.id = entity_id where e.unnamed = 1')
        .pluck()
        .get(),
    ).toBe(0)
  })

  it('are reached from their statements, and have theirs', () => {
    for (const { speaker } of speakers) {
      const { actor, node } = world.ask(
        `{ actor(id: "${speaker.slug}") { id unnamed statements(filter: { review: [${review}] }) { totalCount } }
           node: nodes(ids: ["${speaker.slug}"]) { __typename } }`,
      )
      expect(actor.unnamed).toBe(true)
      expect(actor.statements.totalCount).toBeGreaterThan(0)
      expect(node).toHaveLength(1)
    }
  })
})

describe('a speaker whom no source names, where the statement is accepted', () => {
  it('has its positions, as anybody has', () => {
    const held = accepted
      .ask('{ actors(filter: { unnamed: true }) { nodes { positions { totalCount } } } }')
      .actors.nodes.map(({ positions }: Answer) => positions.totalCount)
    expect(held.some((count: number) => count > 0)).toBe(true)
    const { claims } = accepted.ask('{ claims { nodes { speakerCount positions { actor { unnamed } } } } }')
    for (const { speakerCount, positions } of claims.nodes) expect(speakerCount).toBe(positions.length)
    expect(
      claims.nodes.flatMap(({ positions }: Answer) => positions).some((one: Answer) => one.actor.unnamed),
    ).toBe(true)
  })

  it.each(['', 'filter: { text: "dam" },'])(
    'is no choice of a facet, but where it is asked for: %s',
    (filter) => {
      const counts = (more: string) =>
        accepted
          .ask(`{ facets(${filter} by: [SPEAKER, SOURCE], ${more}) { facet value count } }`)
          .facets.filter(({ facet }: Answer) => facet === 'SPEAKER')
          .map(({ value }: Answer) => value)
      expect(counts('first: 50')).toEqual(['ole-quisling'])
      expect(counts('first: 50, unnamed: true').length).toBeGreaterThan(4)
      expect(counts('first: 50, unnamed: true')).toContain('ole-quisling')
      expect(counts('first: 0')).toEqual([])
    },
  )

  it('is in the sizes neither as it is kept in step nor as it is derived anew', () => {
    expect(accepted.ask('{ stats { actors } }').stats.actors).toBe(1)
    const before = derivedState(accepted.writer)
    transact(accepted.writer, anImport, () => rebuild(accepted.writer))
    expect(derivedState(accepted.writer)).toEqual(before)
  })

  it('becomes an actor like any other once it has a name, and is none again without', () => {
    const world = empty()
    const put = (unnamed: boolean) =>
      world.write(({ actors }) =>
        actors.put({
          slug: 'officials',
          name: unnamed ? 'officials' : 'Officials of Oldford',
          type: 'ORGANIZATION',
          kind: 'OTHER',
          unnamed,
        }),
      )
    const state = () =>
      world.ask(
        '{ actors { totalCount } stats { actors } search(text: "officials") { totalCount } actor(id: "officials") { labels { text } } }',
      )
    const absent = {
      actors: { totalCount: 0 },
      stats: { actors: 0 },
      search: { totalCount: 0 },
      actor: { labels: [] },
    }
    put(true)
    expect(state()).toEqual(absent)
    put(false)
    expect(state()).toEqual({
      actors: { totalCount: 1 },
      stats: { actors: 1 },
      search: { totalCount: 1 },
      actor: { labels: [{ text: 'Officials of Oldford' }] },
    })
    put(true)
    expect(state()).toEqual(absent)
  })
})

// Only files are that old.
describe.skipIf(isOnPostgres)('a file in which each of them had a name of its own', () => {
  let world: World
  let were: Answer[]
  const path = folder()
  beforeAll(() => {
    const [now, old] = [join(path, 'now.db'), join(path, 'old.db')]
    const read = new World(now)
    new ReportWriter(read.writer).write(report('Oldford'), { accept: true })
    const db = dbOf(read.writer)
    // As they were: the words with the source's slug as name and label.
    const label = db.prepare("insert into label (entity_id, lang, text, preferred) values (?, 'en', ?, 1)")
    const rename = db.prepare('update entity set name = ?, unnamed = 0 where id = ?')
    were = db.prepare('select id, slug, name from entity where unnamed order by id').all() as Answer[]
    for (const { id, name } of were) {
      label.run(id, `${name} (flood-in-oldford)`)
      rename.run(`${name} (flood-in-oldford)`, id)
    }
    db.prepare("insert into label (entity_id, lang, text) values (?, 'en', 'Oldford Town Council')").run(
      were[0].id,
    )
    db.pragma('wal_checkpoint(truncate)')
    read.close()
    writeOldFile(old, migrations.indexOf(growth), now)
    world = new World(old)
  })

  it('has them by their words, and without names, but for whom somebody has named since', () => {
    const found = dbOf(world.writer).prepare('select slug, name from entity where unnamed order by id').all()
    expect(found).toEqual(were.slice(1).map(({ slug, name }) => ({ slug, name })))
    expect(slugs(world.ask('{ actors { nodes { slug } } }').actors).sort()).toEqual(
      [were[0].slug, 'ole-quisling'].sort(),
    )
    expect(world.ask('{ stats { actors } search(text: "witness", types: [ACTOR]) { totalCount } }')).toEqual({
      stats: { actors: 2 },
      search: { totalCount: 0 },
    })
  })

  it('has their words in their statements', () => {
    const { statements } = world.ask('{ statements { nodes { speakerText speaker { name unnamed } } } }')
    for (const { speaker, speakerText } of statements.nodes)
      expect(speakerText).toBe(speaker.unnamed && speaker.name !== 'Unnamed' ? speaker.name : null)
  })

  it('has what is derived, and whole indexes', () => {
    expect(dbOf(world.writer).pragma('integrity_check', { simple: true })).toBe('ok')
    const before = derivedState(world.writer)
    transact(world.writer, anImport, () => rebuild(world.writer))
    expect(derivedState(world.writer)).toEqual(before)
    expect(
      dbOf(world.writer)
        .prepare('select count(*) from entity where unnamed = (id in (select entity_id from key_word))')
        .pluck()
        .get(),
    ).toBe(0)
    world.close()
  })
})

describe('a dossier', () => {
  const file = (actor: string) => {
    const world = empty()
    return () => importDossiers(world.writer, [written(actor)])
  }
  const path = folder()
  let count = 0
  const written = (actor: string): string => {
    const name = join(path, `${++count}.yaml`)
    writeFileSync(name, `hearsay: 1\nactors:\n  - ${actor}\n`)
    return name
  }

  it('names nobody who is unnamed', () => {
    expect(
      file('{ slug: x, name: officials, type: PERSON, unnamed: true, labels: { en: Officials } }'),
    ).toThrow(/labels {…}: are the names of an actor that has none/)
  })

  it('may say of anybody that they are named', () => {
    expect(
      file('{ slug: x, name: Ole, type: PERSON, unnamed: false, labels: { en: Ole } }')().actors.created,
    ).toBe(1)
  })

  it.each(['places', 'events'])('has no unnamed %s', (noun) => {
    const world = of()
    expect(() =>
      dbOf(world.writer)
        .prepare(
          `insert into entity (id, kind, slug, name, unnamed) values (900, '${noun === 'places' ? 'PLACE' : 'EVENT'}', 'x', 'x', 1)`,
        )
        .run(),
    ).toThrow(/check constraint/i)
  })
})
