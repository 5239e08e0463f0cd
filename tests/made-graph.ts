import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { importDossiers } from '../src/dossier/import.ts'
import { Lru } from '../src/values/lru.ts'
import { isOnPostgres, openWriter } from './engine.ts'
import { writeDatabase } from './postgres/graph-databases.ts'

/** The files that were made last, by the dossiers that are in them. All test files of a worker share them. */
const made = new Lru<string, Buffer>(10)

/**
 * Writes a graph with these dossiers in it into a new file. To make one takes all migrations and an import, a fifth of a
 * second or more; so the same one is made once, and copied.
 */
export function writeGraph(path: string, dossiers: readonly string[] = []): void {
  const key = dossiers.map((dossier) => `${extname(dossier)}\0${readFileSync(dossier, 'utf8')}`).join('\0')
  if (isOnPostgres) {
    writeDatabase(path, key, (address) => importInto(address, dossiers))
    return
  }
  const bytes = made.get(key) ?? madeOf(dossiers)
  made.set(key, bytes)
  writeFileSync(path, bytes)
}

function madeOf(dossiers: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-'))
  try {
    const path = join(folder, 'made.db')
    importInto(path, dossiers)
    return readFileSync(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function importInto(path: string, dossiers: readonly string[]): void {
  const writer = openWriter(path)
  importDossiers(writer, dossiers)
  writer.close()
}
