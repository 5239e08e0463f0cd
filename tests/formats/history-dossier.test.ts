import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Random } from '../../bench/synthetic/random.ts'
import { exportDossier } from '../../src/dossier/export.ts'
import { importDossiers } from '../../src/dossier/import.ts'
import { performWrite } from '../../src/edits/perform.ts'
import { checkGraph } from '../../src/model/check/check.ts'
import { UserWriter } from '../../src/model/users/write.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { dbOf } from '../engine.ts'
import { exported } from '../exported.ts'
import { folder, newGraph } from '../graph.ts'
import { RandomEditor } from '../random-history.ts'

const path = folder()
let fileCount = 0

function exportedWhole(graph: ImmediateEngine): string {
  let text = ''
  exportDossier(graph, 'jsonl', (part) => (text += part), { withHistory: true })
  return text
}

function imported(text: string): ImmediateEngine {
  const file = join(path, `history-${++fileCount}.jsonl`)
  writeFileSync(file, text)
  const graph = newGraph(path)
  importDossiers(graph, [file])
  return graph
}

/** A graph that several people have changed in all the ways there are. */
async function edited(seed: number, length: number): Promise<ImmediateEngine> {
  const graph = newGraph(path)
  const users = ['Ada', 'Ben'].map((name) => new UserWriter(graph).put(name, 'EDITOR').user.id)
  const random = new Random(seed)
  const editor = new RandomEditor(graph, path, random)
  const file = join(path, `first-${++fileCount}.json`)
  writeFileSync(file, JSON.stringify(editor.dossier()))
  importDossiers(graph, [file])
  for (let step = 0; step < length; step++) await editor.change(random.pick([...users, null]))
  return graph
}

const latest = (graph: ImmediateEngine): number =>
  dbOf(graph).prepare<[], number>('select max(id) from revision').pluck().get() ?? 0

describe('a dossier with its history', () => {
  it.each([1, 2, 3])('makes a graph with the same ids and the same history (seed %i)', async (seed) => {
    const graph = await edited(seed, 25)
    const text = exportedWhole(graph)
    const again = imported(text)
    expect(exportedWhole(again)).toBe(text)
    expect(checkGraph(again)).toEqual([])
    // What can be undone in the one can be undone in the other, with the same outcome, back to the first revision.
    for (let revision = latest(graph); revision > 1; revision--) {
      const request = { kind: 'undo', by: null, revision: `revision_${revision}` } as const
      const [one, two] = [await performWrite(graph, request), await performWrite(again, request)]
      expect(two).toEqual(one)
    }
    expect(exported(again)).toBe(exported(graph))
    expect(checkGraph(again)).toEqual([])
  })

  it('is taken by a new graph alone', async () => {
    const text = exportedWhole(await edited(4, 3))
    const file = join(path, 'again.jsonl')
    writeFileSync(file, text)
    const graph = imported(text)
    expect(() => importDossiers(graph, [file])).toThrow(/has a history, and the graph has one already/)
    const { problems } = await performWrite(graph, {
      ...{ kind: 'import', by: null, note: undefined, dryRun: true },
      file: { path: file, name: 'again.jsonl' },
    })
    expect(problems[0]?.message).toMatch(/has a history, and the graph has one already/)
    expect(exportedWhole(graph)).toBe(text)
  })

  it.each([
    ['{"history": 1}', /:2:\d+ history 1: should be a map/],
    ['{"history": {"revisoin": {}}}', /:2:\d+ history .*is not understood/],
    ['{"history": {"revision": {"id": 0}}}', /:2:\d+ history\.revision\.id 0: is wrong/],
    [
      '{"history": {"change": {"type": "ACTOR", "node_id": 1, "revision_id": 7, "before": null}}}',
      /:2:\d+ history\.change\.revision_id 7: is not the id of a revision/,
    ],
    ['{"history": {"type": "ACTOR", "ids": [["x", 1]]}}', /:2:\d+ history\.ids\[0\]\[0\] "x"/],
  ])('tells what is wrong with a line, and writes nothing: %s', (line, message) => {
    const file = join(path, `wrong-${++fileCount}.jsonl`)
    writeFileSync(file, `{"hearsay":1}\n${line}\n`)
    const graph = newGraph(path)
    expect(() => importDossiers(graph, [file])).toThrow(message)
    expect(latest(graph)).toBe(0)
  })

  const maker =
    '{"history":{"revision":{"id":1,"at":1,"by_id":null,"action":"IMPORT","note":null,"undoes_id":null}}}'
  const made = (first: number, last: number) =>
    `{"history":{"creation":{"type":"ACTOR","first_id":${first},"last_id":${last},"revision_id":1}}}`
  const ada = '{"actor":{"slug":"ada","name":"Ada","type":"PERSON"}}'
  const ids = '{"history":{"type":"ACTOR","ids":[[1,"ada"]]}}'
  const user = (id: number, name: string) =>
    JSON.stringify({ history: { user: { id, name, role: 'EDITOR', created_at: 1, removed_at: null } } })

  it.each([
    [
      'more nodes than there are',
      [ada, ids, maker, made(1, 9e15)],
      /has made 9000000000000000 nodes of type ACTOR/,
    ],
    ['nodes at other ids', [ada, ids, maker, made(2, 2)], /does not fit.*no revision created/],
    ['no node at all', [ada, ids, maker], /does not fit/],
    ['a user with a line break', [user(1, 'a\nb')], /:2:\d+ history\.user\.name .*no line breaks/],
    [
      'two users of one name',
      [user(1, 'Ana'), user(2, 'ana')],
      /:3:\d+ history\.user\.name .*name of a user in/,
    ],
    ['a row twice', [maker, maker], /:3:\d+ history\.revision .*stands there already/],
  ])('that was forged is refused: %s', (_, lines, message) => {
    const file = join(path, `forged-${++fileCount}.jsonl`)
    writeFileSync(file, ['{"hearsay":1}', ...lines].join('\n'))
    const graph = newGraph(path)
    expect(() => importDossiers(graph, [file])).toThrow(message)
    expect(exportedWhole(graph)).toBe('{"hearsay":1,"language":"en"}\n')
  })

  it('that fits is taken, written by hand as it is', () => {
    const graph = imported(['{"hearsay":1}', ada, ids, maker, made(1, 1)].join('\n'))
    expect(checkGraph(graph)).toEqual([])
  })
})
