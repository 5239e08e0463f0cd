import type { Question } from '../../question.ts'
import { vocabulary } from '../../synthetic/words.ts'
import type { Contestant } from '../contenders.ts'
import { ask } from './answers.ts'
import { type Load, type Spread, spreadOf, turnOf } from './race.ts'

/** How a small question fares while one further client asks a heavy one again and again. */
export interface Beside {
  readonly heavy: string
  /** Milliseconds that the heavy question took. */
  readonly took: Spread
  /** The p99 of the small question in milliseconds, with nobody beside it and with that client. */
  readonly idle: Spread
  readonly beside: Spread
  /** How many times as long it is in the same round. */
  readonly ratio: Spread
}

const search = /* GraphQL */ `query Heavy($text: String!) {
  search(text: $text, first: 20) { totalCount nodes { snippet node { id } } }
}`

const words = vocabulary()
/** Stands in a quarter of all statements. */
const commonest = words[0] ?? ''
const heavyQuestions: Readonly<Record<string, (nth: number) => string>> = {
  'a search for the commonest word with its total': () => commonest,
  'the same without a rare word, never the same twice': (nth) =>
    `${commonest} -${words.at(-1 - (nth % 10_000))}`,
}

/** A turn is long enough for several heavy questions. */
const LONG_ENOUGH = 5

export async function measureBeside(
  server: Contestant,
  small: Question,
  { seconds, ...others }: Load,
): Promise<Beside[]> {
  const load = { ...others, seconds: Math.max(seconds, LONG_ENOUGH) }
  const results: Beside[] = []
  for (const [heavy, textOf] of Object.entries(heavyQuestions)) {
    const idle: number[] = []
    const beside: number[] = []
    const took: number[] = []
    for (let round = 0; round < load.rounds; round++) {
      idle.push((await turnOf(server, small, load)).p99)
      const turn = turnOf(server, small, load)
      await askUntil(turn, server, () => textOf(took.length), took)
      beside.push((await turn).p99)
    }
    const ratio = spreadOf(beside.map((p99, round) => p99 / (idle[round] ?? p99)))
    results.push({ heavy, took: spreadOf(took), idle: spreadOf(idle), beside: spreadOf(beside), ratio })
  }
  return results
}

/** Asks one heavy question after the other until something else is done, and notes how long each took. */
async function askUntil(
  done: Promise<unknown>,
  { urls: [url] }: Contestant,
  nextText: () => string,
  took: number[],
): Promise<void> {
  let isDone = false
  const ended = () => {
    isDone = true
  }
  done.then(ended, ended)
  while (!isDone) {
    const started = performance.now()
    await ask(url, JSON.stringify({ query: search, variables: { text: nextText() } }))
    took.push(performance.now() - started)
  }
}
