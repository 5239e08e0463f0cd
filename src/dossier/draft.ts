/** A file's content as plain data, and where in the file each part of it stands. */
export interface DossierDraft {
  readonly file: string
  readonly data: unknown
  /** A problem at a path; where the path leads nowhere, at the last part of it that is there. */
  problem(path: FieldPath, message: string): Problem
}

import type { FieldPath, Problem } from '../values/errors.ts'
