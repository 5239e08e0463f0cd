import { execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** Which core whoever answers has, and which whoever asks. */
const cores = { server: '0', load: '1' }

let isPossible: boolean | undefined
/** Whether each can have a core of its own here: found out once, for whoever is pinned sees one core. */
export function canPin(): boolean {
  isPossible ??= availableParallelism() > 1 && succeeds('taskset', ['-c', cores.load, 'true'])
  return isPossible
}

/** A program with its arguments, on one core. */
export const pinned = (
  core: keyof typeof cores,
  program: string,
  options: readonly string[],
): [string, ...string[]] =>
  canPin() ? ['taskset', '-c', cores[core], program, ...options] : [program, ...options]

/** This process with all of its threads; what it starts inherits it. */
export function pinMyself(): void {
  if (canPin())
    execFileSync('taskset', ['-a', '-c', '-p', cores.load, String(process.pid)], { stdio: 'ignore' })
}

function succeeds(program: string, options: readonly string[]): boolean {
  try {
    execFileSync(program, options, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
