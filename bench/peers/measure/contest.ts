import type { Database } from 'better-sqlite3'
import type { Question } from '../../question.ts'
import { type Contender, type Contestant, cannot, installed, start } from '../contenders.ts'
import { installPeers } from '../install.ts'
import type { Used } from '../processes.ts'
import { compareAnswers } from './answers.ts'
import { type Beside, measureBeside } from './heavy.ts'
import { type Load, type Measured, race } from './race.ts'

/** What each contender showed on a question; where it showed nothing, why. */
export interface Race {
  readonly question: string
  readonly shown: Partial<Record<Contender, Measured>>
  readonly missing: Partial<Record<Contender, string>>
}

export interface Contest {
  readonly races: readonly Race[]
  /** Why a contender did not take part. */
  readonly leftOut: Partial<Record<Contender, string>>
  /** What each had after all that it was asked. */
  readonly memory: Partial<Record<Contender, Used>>
  readonly beside: readonly Beside[] | Failed
}

/** What could not be measured, and why; what else was is not lost for it. */
export interface Failed {
  readonly failed: string
}

export const unlessFailed = <T>(work: Promise<T>): Promise<T | Failed> =>
  work.catch((error: unknown) => {
    console.error(error)
    return { failed: messageOf(error) }
  })

interface Graph {
  readonly path: string
  readonly db: Database
}

type Starters = ReadonlyMap<Contender, Contestant>

/** All contenders on one graph: first whether they answer alike, then how fast. */
export async function contest(
  { path, db }: Graph,
  names: readonly Contender[],
  questions: readonly Question[],
  load: Load,
  processes = 1,
): Promise<Contest> {
  const running = new Map<Contender, Contestant>()
  try {
    const leftOut = await startAll(names, path, running, processes)
    for (const question of questions) await compareAnswers(db, question, whoCan(running, question))
    const races: Race[] = []
    for (const question of questions) races.push(await raceOf(question, running, load))
    const memory = await memoryOf(running)
    return { races, leftOut, memory, beside: await unlessFailed(besideHeavy(running, questions, load)) }
  } finally {
    for (const { stop } of running.values()) await stop()
  }
}

/** Whoever does not start is told of, and left out. */
async function startAll(
  names: readonly Contender[],
  path: string,
  running: Map<Contender, Contestant>,
  processes: number,
): Promise<Contest['leftOut']> {
  const leftOut: Contest['leftOut'] = {}
  for (const name of names)
    try {
      if (installed.includes(name)) installPeers()
      running.set(name, await start(name, path, processes))
    } catch (error) {
      leftOut[name] = messageOf(error)
      console.error(`${name} did not start: ${leftOut[name]}`)
    }
  return leftOut
}

const whoCan = (running: Starters, { name }: Question): Contestant[] =>
  [...running].flatMap(([contender, contestant]) => (cannot[contender]?.[name] ? [] : [contestant]))

async function raceOf(question: Question, running: Starters, load: Load): Promise<Race> {
  console.error(`${question.name} …`)
  const raced = await race(question, whoCan(running, question), load)
  const [shown, missing]: [Race['shown'], Race['missing']] = [{}, {}]
  for (const contender of running.keys()) {
    const measured = raced.get(contender) ?? cannot[contender]?.[question.name]
    if (measured instanceof Error || typeof measured === 'string') missing[contender] = messageOf(measured)
    else if (measured) shown[contender] = measured
  }
  return { question: question.name, shown, missing }
}

/** Of those that still run. */
async function memoryOf(running: Starters): Promise<Contest['memory']> {
  const memory: Contest['memory'] = {}
  for (const [name, { usage }] of running) {
    const used = await unlessFailed(usage())
    if ('memory' in used) memory[name] = used
  }
  return memory
}

/** Where Hearsay and the smallest question are among what is asked. */
async function besideHeavy(running: Starters, questions: readonly Question[], load: Load): Promise<Beside[]> {
  const hearsay = running.get('hearsay')
  const small = questions.find(({ name }) => name === 'Q3')
  if (!hearsay || !small) return []
  console.error('Q3 beside a heavy question …')
  return measureBeside(hearsay, small, load)
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
