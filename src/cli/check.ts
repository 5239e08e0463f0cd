import { graphName, isInFile } from '../model/address.ts'
import { checkGraph } from '../model/check/check.ts'
import { openUpToDate, whyRefused } from '../model/open.ts'
import type { Finding } from '../sql/finding.ts'
import { errorMessage, UserError } from '../values/errors.ts'
import { secondsSince } from './backup.ts'
import { openProblem } from './graph-file-refusal.ts'
import { requireGraphFile } from './named-file.ts'
import type { Out } from './out.ts'
import { countText } from './read-summary.ts'

/** The exit code where nothing could be looked at, so that no script takes it for a graph with something wrong in it. */
const NOT_CHECKED = 2

/** `hearsay check`: the exit code is 0 where all is well, 1 where something is wrong, 2 where it could not be looked at. */
export function checkCommand({ db }: { readonly db: string }, out: Out): number {
  const started = performance.now()
  try {
    if (isInFile(db)) requireGraphFile(db, '--db')
    const findings = findingsIn(db)
    for (const line of findings.flatMap(findingLines)) out.error(line)
    const seconds = `checked in ${secondsSince(started)} s.`
    if (findings.length === 0) out.info(`All is well with ${graphName(db)}; ${seconds}`)
    else out.error(`${countText(findings.length, 'kind')} of fault in ${graphName(db)}; ${seconds}`)
    return findings.length === 0 ? 0 : 1
  } catch (error) {
    const problem = openProblem(db, error)
    if (!(problem instanceof UserError)) throw error
    out.error(`error: ${problem.message}`)
    return NOT_CHECKED
  }
}

/** What is wrong with a graph; that its file cannot be opened may be it. */
export function findingsIn(path: string): readonly Finding[] {
  try {
    const engine = openUpToDate(path)
    try {
      return checkGraph(engine)
    } finally {
      engine.close()
    }
  } catch (error) {
    const refusal = whyRefused(error)
    if (refusal !== 'damaged' && refusal !== 'noDatabase') throw error
    return [{ where: 'file', what: 'is damaged', rows: 1, examples: [errorMessage(error)] }]
  }
}

/** `position lacks rows that follow from the graph: 4, such as`, and the first of them, a line each. */
export function findingLines({ where, what, rows, examples }: Finding): string[] {
  const such = rows > examples.length ? `: ${rows}, such as` : rows === 1 ? ':' : `: ${rows}`
  return [`${where} ${what}${such}`, ...examples.map((example) => `  ${example}`)]
}
