import { graphName, isInFile } from '../model/address.ts'
import { copyGraph } from '../model/copy-graph.ts'
import { openUpToDate } from '../model/open.ts'
import { UserError } from '../values/errors.ts'
import { secondsSince } from './backup.ts'
import { refuseWhatIsNoFile } from './graph-file.ts'
import { openProblem } from './graph-file-refusal.ts'
import { requireGraphFile } from './named-file.ts'
import type { Out } from './out.ts'
import type { Progress } from './read-run.ts'

/** `hearsay copy FROM TO`: the same graph at another address, on the same engine or another; there must be none. */
export function copyCommand(from: string, to: string, out: Out, progress: Progress = () => {}): number {
  try {
    return copied(from, to, out, progress)
  } catch (error) {
    // Other commands have an option for what is an argument here.
    throw error instanceof UserError ? new UserError(error.message.replace(/ with --db\b/g, '')) : error
  }
}

function copied(from: string, to: string, out: Out, progress: Progress): number {
  if (isInFile(from)) requireGraphFile(from, 'hearsay copy')
  if (isInFile(to)) refuseWhatIsNoFile(to)
  requireSource(from)
  const started = performance.now()
  let rows = 0
  try {
    copyGraph(from, to, (copied, of) => {
      rows = copied
      progress(progressText(copied, of))
    })
  } catch (error) {
    throw copyProblem(from, to, error)
  } finally {
    progress('')
  }
  const count = rows.toLocaleString('en')
  out.info(`Copied ${graphName(from)} to ${graphName(to)}: ${count} rows in ${secondsSince(started)} s.`)
  return 0
}

/** What is wrong with the graph that is copied is told of it, and not of where it is copied to. */
function requireSource(from: string): void {
  try {
    openUpToDate(from).close()
  } catch (error) {
    throw openProblem(from, error)
  }
}

/** What is made of all rows, such as indexes, takes its time once the last is there. */
const progressText = (rows: number, of: number): string =>
  rows < of
    ? `${rows.toLocaleString('en')} of ${of.toLocaleString('en')} rows copied`
    : `${of.toLocaleString('en')} rows copied; making the indexes`

/** An error tells whose it is where one side is a file and the other is not; else it is told of what is written. */
function copyProblem(from: string, to: string, error: unknown): unknown {
  const ofTo = openProblem(to, error)
  return ofTo === error ? openProblem(from, error) : ofTo
}
