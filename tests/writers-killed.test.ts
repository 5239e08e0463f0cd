import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { Random } from '../bench/synthetic/random.ts'
import { checkGraph } from '../src/model/check/check.ts'
import type { ImmediateEngine } from '../src/sql/engine.ts'
import { addressOf, dbOf, openWriter } from './engine.ts'
import { folder } from './graph.ts'
import { upTo } from './graph-fixture.ts'
import { writeGraph } from './made-graph.ts'
import { SEED } from './random-seed.ts'

const path = folder()
const KILLS = Number(process.env.HEARSAY_KILLS ?? 3)
const WRITERS = 4
/** How long after the first change of each writer they are killed, at most, in milliseconds. */
const LONGEST = 400
const dist = fileURLToPath(new URL('../dist', import.meta.url))
const script = fileURLToPath(new URL('killed-writer.mjs', import.meta.url))

/** What a writer has said that it was told, such as `recorded w0-3 17`. */
interface Writer {
  readonly child: ChildProcess
  readonly told: string[]
  readonly begun: Promise<unknown>
  readonly over: Promise<unknown>
}

function start(db: string, name: string): Writer {
  const child = spawn(process.execPath, [script, dist, addressOf(db), name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  const told: string[] = []
  lines.on('line', (line) => told.push(line))
  const over = Promise.all([once(lines, 'close'), once(child, 'exit')])
  // One that ends by itself tells too little, and the test says so.
  return { child, told, begun: Promise.race([once(lines, 'line'), over]), over }
}

const tables = ['entity', 'source', 'claim'] as const

/** What is there of each group of nodes that was written at once, by its slug. */
function groupsIn(graph: ImmediateEngine): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  const note = (slug: string, part: string) => groups.set(slug, [...(groups.get(slug) ?? []), part])
  for (const table of tables)
    for (const slug of dbOf(graph)
      .prepare<[], string>(`select slug from ${table} where slug like '%-%'`)
      .pluck()
      .all())
      note(slug, table)
  for (const { slug, review } of dbOf(graph)
    .prepare<[], { slug: string; review: string }>('select slug, review from statement order by slug')
    .all())
    note(slug.slice(0, -2), `${slug.slice(-1)} ${review}`)
  return groups
}

const WHOLE = [...tables, 'a ACCEPTED', 'b ACCEPTED']
const REJECTED = [...tables, 'a ACCEPTED', 'b REJECTED']

/** What is wrong after the writers have died: what was told and is not there, and what is there by half. */
function faultsOf(graph: ImmediateEngine, told: readonly string[]): string[] {
  const groups = groupsIn(graph)
  const revisions = new Set(dbOf(graph).prepare<[], number>('select id from revision').pluck().all())
  const missing = told.filter((line) => {
    const [word, slug = '', revision] = line.split(' ')
    const there = String(groups.get(slug))
    return (
      !revisions.has(Number(revision)) ||
      (there !== String(REJECTED) && (word === 'rejected' || there !== String(WHOLE)))
    )
  })
  const halves = [...groups].filter(([, parts]) => ![String(WHOLE), String(REJECTED)].includes(String(parts)))
  return [
    ...missing.map((line) => `missing: ${line}`),
    ...halves.map(([slug, parts]) => `half of ${slug}: ${parts}`),
  ]
}

it(`four writers killed at random moments lose nothing that they were told is done (seed ${SEED})`, async () => {
  const random = new Random(SEED)
  for (const round of upTo(KILLS)) {
    const db = join(path, `killed-${round}.db`)
    writeGraph(db)
    const writers = upTo(WRITERS).map((number) => start(db, `w${number}`))
    await Promise.all(writers.map(({ begun }) => begun))
    await setTimeout(random.below(LONGEST))
    for (const { child } of random.chance(0.5) ? writers : [...writers].reverse()) child.kill('SIGKILL')
    await Promise.all(writers.map(({ over }) => over))
    const told = writers.flatMap((writer) => writer.told)
    const graph = openWriter(db)
    const where = `seed ${SEED}, round ${round}, ${told.length} told`
    expect(told.length, where).toBeGreaterThanOrEqual(WRITERS)
    expect(faultsOf(graph, told), where).toEqual([])
    expect(checkGraph(graph), where).toEqual([])
    graph.close()
  }
}, 1_200_000)
