import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Left, look } from './look.ts'
import { writeMaterial } from './material.ts'

type Command = 'import' | 'read'
type Start = 'a new file' | 'a graph'

export interface Round {
  readonly command: Command
  readonly start: Start
  /** Milliseconds after its start. */
  readonly killedAfter: number
  /** Whether it had not ended before. */
  readonly wasRunning: boolean
  /** How many statements it has left. */
  readonly statements: number
  readonly problems: readonly string[]
}

const rotation: readonly [Command, Start][] = [
  ['import', 'a graph'],
  ['read', 'a graph'],
  ['import', 'a new file'],
  ['read', 'a new file'],
]

/**
 * Kills imports and readings at random moments, and looks at what is left: no damage; of an import all or nothing; of a
 * reading each report whole or not at all; and the same command again comes to what it would have come to.
 *
 * @param random A number from 0 up to, and without, 1.
 * @param cli The command's script.
 * @param statements How much is imported: from 5,000 on, in bulk.
 */
export async function* kills(
  rounds: number,
  random: () => number,
  cli: string,
  statements: number,
): AsyncGenerator<Round> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-kills-'))
  try {
    const killer = new Killer(folder, cli, statements)
    for (let round = 0; round < rounds; round++) {
      const [command, start] = rotation[round % rotation.length] as [Command, Start]
      yield await killer.kill(command, start, random())
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Whole {
  readonly took: number
  readonly left: Left
}

class Killer {
  readonly #folder: string
  readonly #cli: string
  readonly #files: Readonly<Record<Command, string>>
  /** What the commands come to where nobody kills them. */
  readonly #whole = new Map<string, Whole>()

  constructor(folder: string, cli: string, statements: number) {
    this.#folder = folder
    this.#cli = cli
    const { dossier, reports } = writeMaterial(folder, statements)
    this.#files = { import: dossier, read: reports }
  }

  async kill(command: Command, start: Start, moment: number): Promise<Round> {
    const { took, left: whole } = await this.#undisturbed(command, start)
    const db = await this.#begin(start)
    const before = look(db)
    const killedAfter = Math.floor(moment * took)
    const signal = await this.#run(command, db, killedAfter)
    const left = look(db)
    await this.#run(command, db)
    const again = look(db)
    const problems = [...left.problems, ...partsIn(command, left, before, whole), ...again.problems]
    if (!isSame(again, whole)) problems.push('the same command again comes to something else')
    const { statement = 0 } = left.rows
    return { command, start, killedAfter, wasRunning: signal === 'SIGKILL', statements: statement, problems }
  }

  async #undisturbed(command: Command, start: Start): Promise<Whole> {
    const known = this.#whole.get(`${command} ${start}`)
    if (known) return known
    const db = await this.#begin(start)
    const began = performance.now()
    await this.#run(command, db)
    const whole = { took: performance.now() - began, left: look(db) }
    this.#whole.set(`${command} ${start}`, whole)
    return whole
  }

  /** The path of a file to begin with, or of none. */
  async #begin(start: Start): Promise<string> {
    const path = join(this.#folder, 'graph.db')
    for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
    if (start === 'a graph') copyFileSync(await this.#base(), path)
    return path
  }

  async #base(): Promise<string> {
    const path = join(this.#folder, 'base.db')
    if (look(path).rows.entity === undefined) {
      const dossier = join(this.#folder, 'base.yaml')
      writeFileSync(dossier, 'hearsay: 1\nactors:\n  - { slug: moldova, name: Moldova, type: STATE }\n')
      await run(this.#cli, ['import', dossier, '--db', path])
    }
    return path
  }

  #run(command: Command, db: string, killedAfter?: number): Promise<NodeJS.Signals | null> {
    return run(this.#cli, [command, this.#files[command], '--db', db], killedAfter)
  }
}

async function run(
  cli: string,
  args: readonly string[],
  killedAfter?: number,
): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [cli, ...args], { stdio: 'ignore' })
  const timer = killedAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killedAfter)
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  clearTimeout(timer)
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`hearsay ${args[0]} ended with ${code ?? signal}.`)
  return signal
}

/** What is there in part. A file that was being made may have its tables already, or not. */
function partsIn(command: Command, left: Left, before: Left, whole: Left): string[] {
  if (command === 'import')
    return isSame(left, before) || isSame(left, whole) || isEmpty(left, before)
      ? []
      : [`part of the import is there: ${JSON.stringify(left.rows)}`]
  return Object.entries(left.statements)
    .filter(([source, count]) => count !== whole.statements[source])
    .map(([source, count]) => `of ${source} ${count} statements are there, of ${whole.statements[source]}`)
}

const isEmpty = (left: Left, before: Left): boolean =>
  Object.keys(before.rows).length === 0 && Object.values(left.rows).every((count) => count === 0)

const isSame = (one: Left, other: Left): boolean =>
  JSON.stringify([one.rows, one.statements]) === JSON.stringify([other.rows, other.statements])
