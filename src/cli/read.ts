import { UserError } from '../errors.ts'
import type { Mode } from '../extract/extract.ts'
import { reportsIn } from '../read/document.ts'
import { filesInFolder, isFolder } from '../read/folder.ts'
import { formatsRead } from '../read/formats/format-name.ts'
import { languageName } from '../read/language.ts'
import { type About, over } from '../read/report.ts'
import { type KnownAndNew, type SpeakerCounts, type Summary, Totals } from '../read/summary.ts'
import { formatProblem, type Problem, Unreadable } from '../read/unreadable.ts'
import { ReportWriter } from '../read/write.ts'
import { fileProblem, withOpenGraphFile } from './graph-file.ts'
import type { Out } from './import.ts'
import { patient } from './patience.ts'

export interface ReadOptions extends About {
  readonly db: string
  readonly mode?: Mode | undefined
  readonly accept?: boolean | undefined
  /** Lists the lines of pages that are not stored, rather than counting them. */
  readonly leftOut?: boolean | undefined
}

/** Tells how far many reports are; only where somebody watches. */
export type Progress = (line: string) => void

/** `hearsay read FILE…`; the exit code is 1 where a report could not be read, and the others are read all the same. */
export function readCommand(
  files: readonly string[],
  { db, mode, accept, leftOut, ...about }: ReadOptions,
  out: Out,
  progress: Progress = () => {},
): Promise<number> {
  return withOpenGraphFile(db, { patience: patient(db, out) }, async (connection) => {
    const run = new Run(new ReportWriter(connection), { mode, accept, leftOut }, out, progress)
    try {
      for (const file of files) await run.read(file, about)
    } catch (error) {
      // Each report is a transaction of its own, so that those before are kept.
      if (fileProblem(db, error) !== error) run.stopped()
      throw error
    }
    return run.end(db)
  })
}

type RunOptions = Pick<ReadOptions, 'mode' | 'accept' | 'leftOut'>

class Run {
  readonly #writer: ReportWriter
  readonly #options: RunOptions
  readonly #out: Out
  readonly #progress: Progress
  readonly #started = performance.now()
  readonly #totals = new Totals()
  #problems = 0

  constructor(writer: ReportWriter, options: RunOptions, out: Out, progress: Progress) {
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
      this.#out.info(`${path}: ${counted(others, 'file')} passed over, as no report by the name's ending.`)
  }

  async #readFile(file: string, about: About): Promise<void> {
    for await (const found of reportsIn(file)) {
      if (!('report' in found)) this.#failed(found)
      else {
        this.#write(file, found.line, () => this.#writer.write(over(about, found.report), this.#options))
        this.#tellLeftOut(found.report.leftOut)
      }
    }
  }

  /** Says how far it came, where something of the graph's file ends it. */
  stopped(): void {
    this.#progress('')
    this.#out.error(`Stopped after ${counted(this.#totals.reports, 'report')}; what they say is kept.`)
  }

  end(db: string): number {
    const { reports } = this.#totals
    this.#progress('')
    for (const line of [...totalLines(this.#totals), ...proposedLines(this.#totals)]) this.#out.info(line)
    const seconds = (performance.now() - this.#started) / 1000
    this.#out.info(`Read into ${db} in ${seconds.toFixed(1)} s.`)
    if (this.#problems === 0) return 0
    this.#out.error(`${counted(this.#problems, 'report')} could not be read; ${reports} could.`)
    return 1
  }

  #write(file: string, line: number | undefined, write: () => Summary): void {
    try {
      const summary = write()
      this.#totals.add(summary)
      this.#out.info(summaryLine(summary))
      this.#progress(`${this.#totals.reports} reports, ${this.#totals.statements} statements`)
    } catch (error) {
      // What a report says of itself may be more than the graph takes; anything else is a bug.
      if (!(error instanceof Unreadable || error instanceof UserError)) throw error
      this.#failed({ file, line, message: error.message })
    }
  }

  #tellLeftOut(lines: readonly string[] = []): void {
    if (lines.length === 0) return
    const hint = this.#options.leftOut ? ':' : '; --left-out lists them.'
    this.#out.info(
      `  ${counted(lines.length, 'line')} of the page left out, as no part of its article${hint}`,
    )
    if (this.#options.leftOut) for (const line of lines) this.#out.info(`    ${line}`)
  }

  #failed(problem: Problem): void {
    this.#problems++
    this.#out.error(formatProblem(problem))
  }
}

function summaryLine({
  source,
  isKnown,
  earlier,
  unread,
  statements,
  accepted,
  speakers,
  claims,
}: Summary): string {
  if (isKnown)
    return `${source}: read before${accepted > 0 ? `; ${counted(accepted, 'statement')} accepted now` : ', nothing changed'}`
  if (unread !== undefined)
    return `${source}: in ${languageName(unread)} (${unread}), which is not read; stored without statements. ${READ}`
  const state = accepted > 0 ? 'accepted' : 'proposed'
  const before = earlier
    ? `${earlier.relation === 'VERSION' ? 'a later version' : 'a copy'} of ${earlier.slug}, ` +
      `${counted(earlier.same, 'statement')} the same as there; `
    : ''
  return (
    `${source}: ${before}${counted(statements, 'statement')} ${state}, ` +
    `speakers ${splitSpeakers(speakers)}, claims ${split(claims, 'matched')}`
  )
}

const READ = 'English, Russian and Ukrainian are read.'

function totalLines(totals: Totals): string[] {
  const { reports, known, unread, statements, accepted, speakers, claims } = totals
  if (reports < 2) return []
  const before = known > 0 ? `, ${known} of them read before` : ''
  const other =
    unread > 0 ? `, ${unread} in ${unread === 1 ? 'a language that is' : 'languages that are'} not read` : ''
  const taken = accepted > 0 ? `, ${accepted} accepted` : ''
  return [
    `Together: ${reports} reports${before}${other}; ${counted(statements, 'statement')}${taken}, ` +
      `speakers ${splitSpeakers(speakers)}, claims ${split(claims, 'matched')}`,
  ]
}

/** What has come in and does not count yet. */
function proposedLines({ statements, accepted, speakers, claims }: Totals): string[] {
  if (accepted > 0 || statements === 0) return []
  const made = [
    counted(statements, 'statement'),
    counted(speakers.new, 'new actor'),
    counted(claims.new, 'new claim'),
  ]
  return [`Proposed: ${made.join(', ')}. They count nowhere until the same is read with --accept.`]
}

const split = (counts: KnownAndNew, known: string): string => `${counts.known} ${known} and ${counts.new} new`

const splitSpeakers = (counts: SpeakerCounts): string =>
  counts.unnamed === 0
    ? split(counts, 'known')
    : `${counts.known} known, ${counts.new} new and ${counts.unnamed} unnamed`

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
