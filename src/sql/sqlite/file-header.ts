import { closeSync, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs'

/** The files whose beginning was read, by their identity. */
const opened = new Map<string, number>()

const identityOf = ({ dev, ino }: Stats): string => `${dev} ${ino}`

/**
 * The beginning of a database's file, as far as there is so much of it, and what the system knows of the file.
 *
 * The file is not closed again: that would take the locks away from every connection of this process to it, as POSIX has it,
 * and the next program that closes the database would take itself for the last one, and remove the log that the connections
 * write to. See https://sqlite.org/howtocorrupt.html, section 2.2.
 */
export function fileHeader(path: string, length: number): { readonly bytes: Buffer; readonly stats: Stats } {
  closeGone()
  const file = opened.get(identityOf(statSync(path))) ?? openSync(path, 'r')
  const stats = fstatSync(file)
  opened.set(identityOf(stats), file)
  const bytes = Buffer.alloc(length)
  return { bytes: bytes.subarray(0, readSync(file, bytes, 0, length, 0)), stats }
}

/** Files that are in no folder any more, which no other program can open. Their room on the disk is freed. */
function closeGone(): void {
  for (const [identity, file] of opened)
    if (fstatSync(file).nlink === 0) {
      opened.delete(identity)
      closeSync(file)
    }
}
