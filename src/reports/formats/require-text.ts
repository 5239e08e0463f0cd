import { textProblem } from '../../text/text-problem.ts'
import { UnreadableError } from '../../values/errors.ts'

/** Refuses a report of which something cannot be kept as it is: escapes can write what no file of text holds. */
export function requireText<T extends object>(report: T, fields = Object.keys(report)): T {
  for (const field of fields) {
    const value: unknown = report[field as keyof T]
    const problem = typeof value === 'string' ? textProblem(value) : null
    if (problem) throw new UnreadableError(`${field}: ${problem}.`)
  }
  return report
}
