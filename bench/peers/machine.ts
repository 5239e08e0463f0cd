import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import type { Database } from 'better-sqlite3'
import { canPin } from './pin.ts'
import { programsFolder } from './postgres/run.ts'

/** What it was measured on, and with which versions. */
export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memory: number
  readonly system: string
  /** What else ran before the first turn: processes that waited for a core, on average of the last minute. */
  readonly load: number
  readonly isPinned: boolean
  readonly versions: Readonly<Record<string, string>>
}

export const machineOf = (db: Database, load: number): Machine => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memory: totalmem(),
  system: `${process.platform} ${release()}`,
  load,
  isPinned: canPin(),
  versions: {
    Node: process.version,
    Hearsay: output('git', ['rev-parse', '--short', 'HEAD']),
    SQLite: String(db.prepare('select sqlite_version()').pluck().get()),
    'better-sqlite3': versionOf('better-sqlite3', '.'),
    'graphql-yoga': versionOf('graphql-yoga', '.'),
    ...Object.fromEntries(packages.map((name) => [name, versionOf(name, 'bench/peers')])),
    PostgreSQL: output(`${programsFolder() ?? ''}/postgres`, ['--version']).replace(/^\D+/, ''),
  },
})

const packages = [
  'graphql',
  'mercurius',
  'fastify',
  '@apollo/server',
  'dataloader',
  'grafserv',
  'grafast',
  'postgraphile',
]

const root = new URL('../../../', import.meta.url)

function versionOf(name: string, folder: string): string {
  const file = new URL(`${folder}/node_modules/${name}/package.json`, root)
  if (!existsSync(file)) return 'not installed'
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string }
  return version
}

function output(program: string, options: readonly string[]): string {
  try {
    return execFileSync(program, options, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return 'not there'
  }
}
