import type { ExecutionResult } from 'graphql'
import { answerText } from './answer-text.ts'

/** Characters after which no more events are sent in one piece. */
const LARGEST = 65_536
/** What stands between the data of an event and that of the next. */
const BETWEEN_EVENTS = '\n\nevent: next\ndata: '

type Told = IteratorResult<ExecutionResult>

/**
 * The answers of a subscription, as many at a time as are there: Yoga writes each by itself, and fifty readers of two hundred
 * changes a second would keep a server busy with nothing else. What is wrong is told alone, as Yoga sees to its errors.
 */
export class GatheredAnswers implements AsyncIterableIterator<ExecutionResult> {
  readonly #source: AsyncIterator<ExecutionResult>
  /** What was asked for and not told yet. */
  #ahead: Promise<Told> | null = null

  constructor(source: AsyncIterator<ExecutionResult>) {
    this.#source = source
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async next(): Promise<Told> {
    const first = await this.#nextOne()
    this.#ahead = null
    if (first.done || first.value.errors) return first
    const texts = [knownText(first.value)]
    const later = new Promise<null>((resolve) => setImmediate(resolve, null))
    for (let size = 0; size < LARGEST; size += texts.at(-1)?.length ?? 0) {
      const more: Told | null = await Promise.race([this.#nextOne(), later])
      if (!more || more.done || more.value.errors) break
      this.#ahead = null
      texts.push(knownText(more.value))
    }
    if (texts.length === 1) return first
    const value = { ...first.value, stringify: () => texts.join(BETWEEN_EVENTS) }
    return { done: false, value }
  }

  async return(): Promise<Told> {
    await this.#source.return?.()
    return { done: true, value: undefined }
  }

  #nextOne(): Promise<Told> {
    this.#ahead ??= this.#source.next()
    return this.#ahead
  }
}

/** Many are told the same answer. */
const texts = new WeakMap<ExecutionResult, string>()

function knownText(answer: ExecutionResult): string {
  const known = texts.get(answer)
  if (known !== undefined) return known
  const text = answerText(answer)
  texts.set(answer, text)
  return text
}
