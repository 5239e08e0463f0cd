/** Why a report could not be read, said so that whoever gave it can mend it. Anything else that is thrown is a bug. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

/** One report that could not be read, and where it stands; of a file with a report on each line, which line. */
export interface Problem {
  readonly file: string
  readonly line?: number | undefined
  readonly message: string
}

export const formatProblem = ({ file, line, message }: Problem): string =>
  `${file}${line === undefined ? '' : `:${line}`} ${message}`
