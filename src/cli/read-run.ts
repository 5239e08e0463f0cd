import type { Mode } from '../extraction/rules/extract.ts'
import { graphName } from '../model/address.ts'
import { type FoundReport, reportsIn } from '../reports/formats/document.ts'
import { filesInFolder, isFolder } from '../reports/formats/folder.ts'
import { formatsRead } from '../reports/formats/format-name.ts'
import { type About, over, type Report } from '../reports/formats/report.ts'
import { type ReadingSummary, Totals } from '../reports/writing/summary.ts'
import type { ReportWriter } from '../reports/writing/write.ts'
import { formatProblem, type Problem, UserError } from '../values/errors.ts'
import type { Out } from './out.ts'
import { countText, proposedLines, summaryLine, totalLines } from './read-summary.ts'

export interface RunOptions {
  readonly mode?: Mode | undefined
  readonly accept?: boolean | undefined
  /** Lists the lines of pages that are not stored, rather than counting them. */
  readonly leftOut?: boolean | undefined
  /** Says nothing of a report that was read before: whoever watches meets it again and again. */
  readonly isQuiet?: boolean | undefined
}

/** Tells how far many reports are; only where somebody watches. */
export type Progress = (line: string) => void

/** Reads reports into a graph one by one, says what came of each, and counts. */
export class ReadRun {
  readonly #writer: ReportWriter
  readonly #options: RunOptions
  readonly #out: Out
  readonly #progress: Progress
  readonly #started = performance.now()
  readonly #totals = new Totals()
  #problems = 0

  constructor(writer: ReportWriter, options: RunOptions, out: Out, progress: Progress = () => {}) {
    this.#writer = writer
    this.#options = options
    this.#out = out
    this.#progress = progress
  }

  /** Reads a file, or what is in a folder. */
  async read(path: string, about: About): Promise<void> {
    if (!isFolder(path)) return this.#readFile(path, about)
    const { files, others } = filesInFolder(path)
    for (const file of files) await this.#readFile(file, about)
    if (files.length === 0)
      this.#failed({ file: path, message: `is a folder without a report. What is read: ${formatsRead}.` })
    if (others > 0)
      this.#out.info(`${path}: ${countText(others, 'file')} passed over, as no report by the name's ending.`)
  }

  async #readFile(file: string, about: About): Promise<void> {
    for await (const found of reportsIn(file)) this.take(file, found, about)
  }

  /** Writes one report, or says why there is none. */
  take(file: string, found: FoundReport, about: About): void {
    if (!('report' in found)) {
      this.#failed(found)
      return
    }
    const summary = this.#write(file, found.line, over(about, found.report))
    if (summary && !summary.isKnown) this.#tellLeftOut(found.report.leftOut)
  }

  /** The number of reports that were new. */
  get fresh(): number {
    return this.#totals.reports - this.#totals.known
  }

  /** Says how far it came, where something of the graph's file ends it. */
  stopped(): void {
    this.#progress('')
    this.#out.error(`Stopped after ${countText(this.#totals.reports, 'report')}; what they say is kept.`)
  }

  end(db: string): number {
    const { reports } = this.#totals
    this.#progress('')
    for (const line of [...totalLines(this.#totals), ...proposedLines(this.#totals)]) this.#out.info(line)
    const seconds = (performance.now() - this.#started) / 1000
    this.#out.info(`Read into ${graphName(db)} in ${seconds.toFixed(1)} s.`)
    if (this.#problems === 0) return 0
    this.#out.error(`${countText(this.#problems, 'report')} could not be read; ${reports} could.`)
    return 1
  }

  #write(file: string, line: number | undefined, report: Report): ReadingSummary | undefined {
    try {
      const summary = this.#writer.write(report, this.#options)
      this.#totals.add(summary)
      if (!(summary.isKnown && this.#options.isQuiet)) this.#out.info(summaryLine(summary))
      this.#progress(`${this.#totals.reports} reports, ${this.#totals.statements} statements`)
      return summary
    } catch (error) {
      // What a report says of itself may be more than the graph takes; anything else is a bug.
      if (!(error instanceof UserError)) throw error
      this.#failed({ file, line, message: error.message })
      return undefined
    }
  }

  #tellLeftOut(lines: readonly string[] = []): void {
    if (lines.length === 0) return
    const hint = this.#options.leftOut ? ':' : '; --left-out lists them.'
    this.#out.info(
      `  ${countText(lines.length, 'line')} of the page left out, as no part of its article${hint}`,
    )
    if (this.#options.leftOut) for (const line of lines) this.#out.info(`    ${line}`)
  }

  #failed(problem: Problem): void {
    this.#problems++
    this.#out.error(formatProblem(problem))
  }
}
