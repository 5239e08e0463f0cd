import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import type { Path } from '../../src/dossier/problem.ts'
import { storedText } from '../../src/read/bytes.ts'
import type { GoldReport, GoldStatement, Half } from './gold.ts'
import { type GoldGraph, readGoldGraph } from './gold-graph.ts'
import { GoldError, Problems } from './gold-problems.ts'
import { StatementReader } from './gold-statement.ts'
import { placesOf } from './locate.ts'
import { reportShape, type WrittenReport } from './shape.ts'

/** From the repository's folder, in which npm starts whatever it starts. */
const REPORTS = 'tests/reports'

/** The reports of a half, sorted by name; the graph that they are read into is made in a folder of the caller's. */
export function readHalf(half: Half, scratch: string): GoldReport[] {
  const path = join(REPORTS, half)
  const graph = readGoldGraph(join(path, 'graph.yaml'), join(scratch, `${half}.db`))
  const files = readdirSync(path).filter((file) => file.endsWith('.yaml') && file !== 'graph.yaml')
  const problems: string[] = []
  const reports = files.sort().flatMap((file) => {
    try {
      return [readGold(readFileSync(join(path, file), 'utf8'), { file: `${half}/${file}`, half, graph })]
    } catch (error) {
      if (!(error instanceof GoldError)) throw error
      problems.push(error.message)
      return []
    }
  })
  if (problems.length > 0) throw new GoldError(problems.join('\n'))
  return reports
}

/** One report of gold, or a GoldError that names all that is wrong with it. */
export function readGold(
  yaml: string,
  { file, half, graph }: { readonly file: string; readonly half: Half; readonly graph: GoldGraph },
): GoldReport {
  const written = shapeOf(yaml, file)
  const problems = new Problems(file)
  const text = storedText(written.text)
  const reader = new StatementReader(text, graph, written, problems)
  const statements = written.statements.map((one, index) => reader.read(one, index))
  const nothing = written.not.flatMap((words, index) => {
    const places = placesOf(text, words)
    if (places.length !== 1) problems.add(['not', index], words, found(places.length))
    return places
  })
  problems.throwIfAny()
  return {
    ...{ half, name: basename(file, '.yaml'), written, text, graph, nothing },
    statements: statements as GoldStatement[],
    actors: written.actors,
  }
}

/** All scalars are taken as text: words of a report are no numbers, dates or truths. */
function shapeOf(yaml: string, file: string): WrittenReport {
  const problems = new Problems(file)
  let read: unknown
  try {
    read = parse(yaml, { schema: 'failsafe' })
  } catch (error) {
    throw new GoldError(`${file}: ${(error as Error).message}`)
  }
  const result = reportShape.safeParse(read)
  if (result.success) return result.data
  for (const { path, message } of result.error.issues) problems.add(path as Path, undefined, message)
  throw problems.error()
}

const found = (times: number): string =>
  times === 0 ? 'does not stand in the text' : `stands in the text ${times} times: name more of it`
