import type { Path, Problem } from './problem.ts'

/** A file's content as plain data, and where in the file each part of it stands. */
export interface Draft {
  readonly file: string
  readonly data: unknown
  /** A problem at a path; where the path leads nowhere, at the last part of it that is there. */
  problem(path: Path, message: string): Problem
}
