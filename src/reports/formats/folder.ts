import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { statsOrNull } from '../../values/stats.ts'
import { formatByName } from './format-name.ts'

export interface FolderFiles {
  /** The reports in the order of their names, those of folders inside among them. */
  readonly files: readonly string[]
  /** The number of other files, whose names end like no report's. */
  readonly others: number
}

/** The reports in a folder and the folders inside of it. Hidden files, and links to folders, are passed over. */
export function filesInFolder(folder: string): FolderFiles {
  const files: string[] = []
  let others = 0
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      const inside = filesInFolder(path)
      files.push(...inside.files)
      others += inside.others
    } else if (formatByName(entry.name) && isFile(path)) files.push(path)
    else others++
  }
  return { files, others }
}

const isFile = (path: string): boolean => statsOrNull(path)?.isFile() === true

export const isFolder = (path: string): boolean => statsOrNull(path)?.isDirectory() === true
