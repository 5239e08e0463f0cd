/** A file's content as plain data, and where in the file each part of it stands. */
export interface DossierDraft {
  readonly file: string
  readonly data: unknown
  /** What a check says that it has looked through, such as `these files`. */
  readonly whole: string
  /** A problem at a path; where the path leads nowhere, at the last part of it that is there. `nearest` would be right. */
  problem(path: FieldPath, message: string, nearest?: readonly string[]): Problem
}

import type { FieldPath, Problem } from '../values/errors.ts'
