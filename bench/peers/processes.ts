import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts the processor's time in hundredths of a second. */
const MICROSECONDS = 1e6 / 100

/** What a process has used. */
export interface Used {
  /** Microseconds of the processor. */
  readonly cpu: number
  /** Bytes of memory; what it shares with others counts for each in part. */
  readonly memory: number
  /** Of these, what is no file's: what is, the system takes back when somebody needs it. */
  readonly own: number
}

/** What a process and its children have used. */
export function tree(root: number): Used {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(processOf)
  const [own] = all.filter(({ pid }) => pid === root)
  const children = all.filter(({ parent }) => parent === root)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const cpu = sum([own, ...children].map((one) => one?.ticks ?? 0)) + (own?.endedTicks ?? 0)
  const memories = [root, ...children.map(({ pid }) => pid)].map(memoryOf)
  return {
    cpu: cpu * MICROSECONDS,
    memory: sum(memories.map(({ memory }) => memory)),
    own: sum(memories.map(({ own }) => own)),
  }
}

interface Process {
  readonly pid: number
  readonly parent: number
  readonly ticks: number
  /** Of its children that have ended. */
  readonly endedTicks: number
}

/** Nothing where it has just ended. */
function processOf(pid: string): Process[] {
  const text = read(`/proc/${pid}/stat`)
  // Behind the program's name, which may have spaces and brackets.
  const values = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [parent, user, system, endedUser, endedSystem] = [1, 11, 12, 13, 14].map((at) => values[at] ?? 0)
  if (parent === undefined || text === '') return []
  const ticks = (user ?? 0) + (system ?? 0)
  return [{ pid: Number(pid), parent, ticks, endedTicks: (endedUser ?? 0) + (endedSystem ?? 0) }]
}

/** Nothing where the system does not tell. */
export function memoryOf(pid: number): { memory: number; own: number } {
  const text = read(`/proc/${pid}/smaps_rollup`)
  const bytes = (name: string) => 1024 * Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)
  return { memory: bytes('Pss'), own: bytes('Pss_Anon') + bytes('Pss_Shmem') }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
