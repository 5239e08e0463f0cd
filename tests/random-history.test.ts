import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Random } from '../bench/synthetic/random.ts'
import { importDossiers } from '../src/dossier/import.ts'
import { performWrite } from '../src/edits/perform.ts'
import { checkGraph } from '../src/model/check/check.ts'
import { rebuild } from '../src/model/derived/rebuild.ts'
import { WrittenForms } from '../src/model/history/written.ts'
import { UserWriter } from '../src/model/users/write.ts'
import type { Connection } from '../src/sql/sqlite/connection.ts'
import { nodeKinds } from '../src/values/node-kinds.ts'
import { nodeTypes } from '../src/values/vocabulary.ts'
import { exported } from './exported.ts'
import { derivedState, folder, newGraph } from './graph.ts'
import { RandomEditor } from './random-history.ts'

const path = folder()
const LENGTH = Number(process.env.HEARSAY_HISTORY ?? 25)
const SEED = Number(process.env.HEARSAY_SEED ?? 1)

/** Every node of the graph as it is written, by its id. */
function formsIn(graph: Connection): Map<string, string> {
  const forms = new WrittenForms(graph)
  return new Map(
    nodeTypes.flatMap((type) => {
      const ids = graph.db.prepare<[], number>(`select id from ${nodeKinds[type].keyTable}`).pluck().all()
      return [...forms.many(type, ids)].map(([id, form]): [string, string] => [
        `${type} ${id}`,
        JSON.stringify(form),
      ])
    }),
  )
}

const latest = ({ db }: Connection): number =>
  db.prepare<[], number>('select coalesce(max(id), 0) from revision').pluck().get() ?? 0

/** What each node of a revision was before it, by the journal; null of what it made. */
function journalOf({ db }: Connection, revision: number): Map<string, string | null> {
  const runs = db
    .prepare<[number], [string, number, number]>(
      'select type, first_id, last_id from creation where revision_id = ?',
    )
    .raw()
    .all(revision)
  const changes = db
    .prepare<[number], [string, string | null]>(
      `select type || ' ' || node_id, before from change where revision_id = ?`,
    )
    .raw()
    .all(revision)
  const made = runs.flatMap(([type, first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index): [string, null] => [
      `${type} ${first + index}`,
      null,
    ]),
  )
  return new Map([...made, ...changes])
}

/** Whether a revision merged nodes, or took a merge apart: what it moved is kept beside it, and not as changes of each node. */
const movesNodes = ({ db }: Connection, revision: number): boolean =>
  db
    .prepare<[number, number], number>(
      `select exists (select 1 from merging where revision_id = ?
        or revision_id in (select undoes_id from revision where id = ?))`,
    )
    .pluck()
    .get(revision, revision) === 1

/** Each node that differs has a change, whose `before` is what it was; so each change's after is the next one's before. */
function expectTold(
  graph: Connection,
  revision: number,
  before: Map<string, string>,
  after: Map<string, string>,
) {
  const told = journalOf(graph, revision)
  const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
    (node) => before.get(node) !== after.get(node),
  )
  expect(differing.filter((node) => !told.has(node))).toEqual([])
  expect([...told].filter(([node, form]) => form !== (before.get(node) ?? null))).toEqual([])
}

it(`any history of three users, undone in reverse, gives the first graph back (seed ${SEED})`, async () => {
  const graph = newGraph(path)
  const users = ['Ada', 'Ben', 'Cleo'].map((name) => new UserWriter(graph).put(name, 'EDITOR').user.id)
  const random = new Random(SEED)
  const editor = new RandomEditor(graph, path, random)
  const file = join(path, 'first.json')
  writeFileSync(file, JSON.stringify(editor.dossier()))
  importDossiers(graph, [file])

  const states: { readonly revision: number; readonly before: string; readonly what: string }[] = []
  let forms = formsIn(graph)
  for (let step = 0; step < LENGTH; step++) {
    const [known, before] = [latest(graph), exported(graph)]
    const what = await editor.change(random.pick([...users, null]))
    const revision = latest(graph)
    const now = formsIn(graph)
    const where = `seed ${SEED}, step ${step}, ${what}`
    expect(checkGraph(graph), where).toEqual([])
    if (revision === known) expect(now, where).toEqual(forms)
    else {
      if (!movesNodes(graph, revision)) expectTold(graph, revision, forms, now)
      states.push({ revision, before, what })
    }
    forms = now
  }
  const settled = derivedState(graph)
  rebuild(graph)
  expect(settled).toEqual(derivedState(graph))

  for (const { revision, before, what } of states.reverse()) {
    const request = { kind: 'undo', revision: `revision_${revision}`, by: random.pick(users) } as const
    const where = `seed ${SEED}, undoing revision ${revision}, ${what}`
    expect((await performWrite(graph, request)).problems, where).toEqual([])
    expect(exported(graph), where).toBe(before)
    expect(checkGraph(graph), where).toEqual([])
  }
  graph.close()
}, 3_600_000)
