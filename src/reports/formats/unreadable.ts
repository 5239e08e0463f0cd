import { textProblem } from '../../text/text-problem.ts'

/** Why a report could not be read, said so that whoever gave it can mend it. Anything else that is thrown is a bug. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

/** Refuses a report of which something cannot be kept as it is: escapes can write what no file of text holds. */
export function requireText<T extends object>(report: T, fields = Object.keys(report)): T {
  for (const field of fields) {
    const value: unknown = report[field as keyof T]
    const problem = typeof value === 'string' ? textProblem(value) : null
    if (problem) throw new Unreadable(`${field}: ${problem}.`)
  }
  return report
}

/** One report that could not be read, and where it stands; of a file with a report on each line, which line. */
export interface ReportProblem {
  readonly file: string
  readonly line?: number | undefined
  readonly message: string
}

export const formatReportProblem = ({ file, line, message }: ReportProblem): string =>
  `${file}${line === undefined ? '' : `:${line}`} ${message}`
