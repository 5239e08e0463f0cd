import { statSync } from 'node:fs'
import type { Problem } from '../values/errors.ts'
import { inputFault, readingFault } from '../values/file-refusal.ts'
import { statsOrNull } from '../values/stats.ts'
import { fileProblemAt } from './file-format.ts'
import { TextFile } from './text-file.ts'

const readingWords = {
  missing: 'there is no such file',
  forbidden: 'may not be read: permission denied',
}

/** Opens a file that is to be imported, or says why it cannot be read. What comes through a pipe has to be copied first. */
export function openInput(path: string): TextFile | Problem {
  try {
    const fault = inputFault(path, statSync(path))
    return fault ? fileProblemAt(path, fault) : TextFile.open(path)
  } catch (error) {
    const fault = readingFault(error, readingWords)
    if (fault === null) throw error
    return fileProblemAt(path, fault)
  }
}

/** Whether a path leads to the output of another command, which can be read once only. */
export function isPipe(path: string): boolean {
  const stats = statsOrNull(path)
  return stats !== null && !stats.isFile() && inputFault(path, stats) === null
}
