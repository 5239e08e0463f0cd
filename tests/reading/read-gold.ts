import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { storedText } from '../../src/reports/formats/bytes.ts'
import type { FieldPath } from '../../src/values/errors.ts'
import { foldersOf, type GoldReport, type GoldStatement, type Half } from './gold.ts'
import { type GoldGraph, readGoldGraph } from './gold-graph.ts'
import { GoldError, Problems } from './gold-problems.ts'
import { StatementReader } from './gold-statement.ts'
import { placesOf } from './locate.ts'
import { reportShape, type WrittenReport } from './shape.ts'

/** From the repository's folder, in which npm starts whatever it starts. */
const REPORTS = 'tests/reading'

/** The reports of a half; the graphs that they are read into are made in a folder of the caller's. */
export function readHalf(half: Half, scratch: string): GoldReport[] {
  return foldersOf[half].flatMap((folder) => readFolder(half, folder, scratch))
}

/** The reports of one folder, sorted by name. */
function readFolder(half: Half, folder: string, scratch: string): GoldReport[] {
  const path = join(REPORTS, folder)
  const graph = readGoldGraph(join(path, 'graph.yaml'), join(scratch, `${folder}.db`))
  const files = readdirSync(path).filter((file) => file.endsWith('.yaml') && file !== 'graph.yaml')
  const problems: string[] = []
  const reports = files.sort().flatMap((file) => {
    try {
      return [
        readGold(readFileSync(join(path, file), 'utf8'), { file: `${folder}/${file}`, half, folder, graph }),
      ]
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
  {
    file,
    half,
    folder,
    graph,
  }: {
    readonly file: string
    readonly half: Half
    readonly folder: string
    readonly graph: GoldGraph
  },
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
    ...{ half, folder, name: basename(file, '.yaml'), written, text, graph, nothing },
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
  for (const { path, message } of result.error.issues) problems.add(path as FieldPath, undefined, message)
  throw problems.error()
}

const found = (times: number): string =>
  times === 0 ? 'does not stand in the text' : `stands in the text ${times} times: name more of it`
