import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Random } from '../bench/synthetic/random.ts'
import { importDossiers } from '../src/dossier/import.ts'
import { performWrite } from '../src/edits/perform.ts'
import { checkGraph } from '../src/model/check/check.ts'
import { rebuild } from '../src/model/derived/rebuild.ts'
import { type ChangeEnds, PastForms } from '../src/model/history/past-forms.ts'
import { WrittenForms } from '../src/model/history/written.ts'
import { UserWriter } from '../src/model/users/write.ts'
import type { ImmediateEngine } from '../src/sql/engine.ts'
import { atOnce } from '../src/sql/engine.ts'
import { nodeKinds } from '../src/values/node-kinds.ts'
import { type NodeType, nodeTypes } from '../src/values/vocabulary.ts'
import { dbOf } from './engine.ts'
import { exported } from './exported.ts'
import { derivedState, folder, newGraph } from './graph.ts'
import { RandomEditor } from './random-history.ts'
import { SEEDS } from './random-seed.ts'

const path = folder()
const LENGTH = Number(process.env.HEARSAY_HISTORY ?? 25)
/** A long history is checked at every tenth step, and at its end: a whole check takes longer than a step. */
const CHECKED_EVERY = LENGTH > 100 ? 10 : 1

const isChecked = (step: number): boolean => step % CHECKED_EVERY === 0 || step === LENGTH - 1

/** Every node of the graph as it is written, by its id. */
function formsIn(graph: ImmediateEngine): Map<string, string> {
  const forms = new WrittenForms(graph)
  return new Map(
    nodeTypes.flatMap((type) => {
      const ids = dbOf(graph).prepare<[], number>(`select id from ${nodeKinds[type].keyTable}`).pluck().all()
      return [...forms.many(type, ids)].map(([id, form]): [string, string] => [
        `${type} ${id}`,
        JSON.stringify(form),
      ])
    }),
  )
}

/** The fields of a node, whose order says nothing. */
const sorted = (form: object | null | undefined): [string, unknown][] | null =>
  form ? Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1)) : null

const isNodeType = (text: string): text is NodeType => nodeTypes.some((type) => type === text)

const latest = (graph: ImmediateEngine): number =>
  dbOf(graph).prepare<[], number>('select coalesce(max(id), 0) from revision').pluck().get() ?? 0

/** The nodes that a revision made or changed, by the journal. */
function nodesOf(graph: ImmediateEngine, revision: number): Set<string> {
  const db = dbOf(graph)
  const runs = db
    .prepare<[number], [string, number, number]>(
      'select type, first_id, last_id from creation where revision_id = ?',
    )
    .raw()
    .all(revision)
  const changes = db
    .prepare<[number], string>(`select type || ' ' || node_id from change where revision_id = ?`)
    .pluck()
    .all(revision)
  const made = runs.flatMap(([type, first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => `${type} ${first + index}`),
  )
  return new Set([...made, ...changes])
}

/** The nodes of a graph at one moment, as they are written, by their ids. */
type Forms = ReadonlyMap<string, string>

interface Step {
  readonly revision: number
  readonly before: Forms
  readonly after: Forms
}

/** Each node that differs has a change in the journal. */
function expectTold(told: ReadonlySet<string>, { before, after }: Step): void {
  const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
    (node) => before.get(node) !== after.get(node),
  )
  expect(differing.filter((node) => !told.has(node))).toEqual([])
}

/** Of each node that a revision made or changed, the history has what it was before and after, whatever came later. */
function expectReplayed(graph: ImmediateEngine, steps: readonly Step[]): void {
  const past = new PastForms(graph)
  for (const { revision, before, after } of steps) {
    const nodes = [...nodesOf(graph, revision)]
    const ends = atOnce(
      past.of(
        nodes.map((node) => {
          const [type = '', key] = node.split(' ')
          if (!isNodeType(type)) throw new Error(`There is no ${type}.`)
          return { type, key: Number(key), revisionId: revision }
        }),
      ),
    )
    const told = (of: (end: ChangeEnds | undefined) => object | null | undefined) =>
      nodes.map((node, index) => [node, sorted(of(ends[index]))])
    const were = (forms: Forms) => nodes.map((node) => [node, sorted(JSON.parse(forms.get(node) ?? 'null'))])
    expect(told((end) => end?.before)).toEqual(were(before))
    expect(told((end) => end?.after)).toEqual(were(after))
  }
}

/** With which a merge that was merged again once came back otherwise. */
const found = 143

it.each([found, ...SEEDS])(
  'any history of three users, undone in reverse, gives the first graph back (seed %i)',
  async (seed) => {
    const graph = newGraph(path)
    const users = ['Ada', 'Ben', 'Cleo'].map((name) => new UserWriter(graph).put(name, 'EDITOR').user.id)
    const random = new Random(seed)
    const editor = new RandomEditor(graph, path, random)
    const file = join(path, 'first.json')
    writeFileSync(file, JSON.stringify(editor.dossier()))
    importDossiers(graph, [file])

    const states: { readonly revision: number; readonly before: string; readonly what: string }[] = []
    const steps: Step[] = []
    let forms = formsIn(graph)
    for (let step = 0; step < LENGTH; step++) {
      const [known, before] = [latest(graph), exported(graph)]
      const what = await editor.change(random.pick([...users, null]))
      const revision = latest(graph)
      const now = formsIn(graph)
      const where = `seed ${seed}, step ${step}, ${what}`
      if (isChecked(step)) expect(checkGraph(graph), where).toEqual([])
      if (revision === known) expect(now, where).toEqual(forms)
      else {
        const one = { revision, before: forms, after: now }
        expectTold(nodesOf(graph, revision), one)
        expectReplayed(graph, [one])
        steps.push(one)
        states.push({ revision, before, what })
      }
      forms = now
    }
    expectReplayed(graph, steps)
    const settled = derivedState(graph)
    rebuild(graph)
    expect(settled).toEqual(derivedState(graph))

    for (const [step, { revision, before, what }] of [...states.entries()].reverse()) {
      const request = { kind: 'undo', revision: `revision_${revision}`, by: random.pick(users) } as const
      const where = `seed ${seed}, undoing revision ${revision}, ${what}`
      expect((await performWrite(graph, request)).problems, where).toEqual([])
      expect(exported(graph), where).toBe(before)
      if (isChecked(step)) expect(checkGraph(graph), where).toEqual([])
    }
    graph.close()
  },
  3_600_000,
)
