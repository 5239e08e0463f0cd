import { type DocumentNode, type ExecutionArgs, type ExecutionResult, Kind, visit } from 'graphql'
import type { Asker } from '../model/users/asker.ts'
import type { Engine } from '../sql/engine.ts'
import { Lru } from '../values/lru.ts'
import { answerText, withText } from './answer-text.ts'

/** How many characters are kept, and how long one answer may be: a hundred small ones are worth more than a large one. */
const CHARACTERS = 16 * 2 ** 20
const LONGEST_TEXT = CHARACTERS / 16
/** What is given with a question is part of what its answer is found by: what is longer than this is hardly asked twice. */
const LONGEST_KEY = 1_000
/** How many questions are remembered, to tell which of them come again. */
const REMEMBERED = 5_000
/** A question that leads to fewer objects than this takes one statement, which costs as much as to look for what is kept. */
const FEWEST_OBJECTS = 2

/**
 * Keeps the texts of answers to questions that come again, until anything is written. For a server whose database is across a
 * network: to ask it which state the graph has is one small statement, where an answer takes several, and rows by the hundred.
 * The state is asked each time, so that whoever has written reads it, whoever it was and by whichever server.
 */
export class KeptTexts {
  readonly #engine: Pick<Engine, 'committedState'>
  readonly #asked = new Lru<string, true>(REMEMBERED)
  /** Documents by numbers, because their texts are long; 0 is one whose answers are not kept. */
  readonly #numbers = new WeakMap<DocumentNode, number>()
  #lastNumber = 0
  #state: string | null = null
  #texts = newTexts()

  constructor(engine: Pick<Engine, 'committedState'>) {
    this.#engine = engine
  }

  /** A query's answer: the text that is kept, or else that of the result, which is kept if it was asked for before. */
  async of(
    args: ExecutionArgs,
    user: Asker | null,
    answer: () => Promise<ExecutionResult> | ExecutionResult,
  ): Promise<ExecutionResult> {
    const key = this.#keyOf(args, user)
    if (key === null || !this.#isRepeated(key)) return answer()
    const state = await this.#engine.committedState()
    if (state === null) return answer()
    const text = this.#textsAt(state).get(key)
    return text === undefined ? this.#keep(key, state, await answer()) : withText({ data: null }, text)
  }

  /** What was written while the answer was worked out may be in a part of it. Then it is told, and not kept. */
  async #keep(key: string, state: string, result: ExecutionResult): Promise<ExecutionResult> {
    if (result.errors) return result
    const text = answerText(result)
    if (text.length <= LONGEST_TEXT && (await this.#engine.committedState()) === state)
      this.#textsAt(state).set(key, text)
    return withText(result, text)
  }

  #textsAt(state: string): Lru<string, string> {
    if (state !== this.#state) this.#texts = newTexts()
    this.#state = state
    return this.#texts
  }

  #isRepeated(key: string): boolean {
    if (this.#asked.get(key)) return true
    this.#asked.set(key, true)
    return false
  }

  #keyOf({ document, operationName, variableValues }: ExecutionArgs, user: Asker | null): string | null {
    const number = this.#numberOf(document)
    if (number === 0) return null
    const key = `${number} ${JSON.stringify([operationName, variableValues, user])}`
    return key.length > LONGEST_KEY ? null : key
  }

  #numberOf(document: DocumentNode): number {
    const known = this.#numbers.get(document)
    if (known !== undefined) return known
    const number = objectsIn(document) < FEWEST_OBJECTS ? 0 : ++this.#lastNumber
    this.#numbers.set(document, number)
    return number
  }
}

const newTexts = (): Lru<string, string> =>
  new Lru(
    CHARACTERS,
    () => true,
    (text) => LONGEST_KEY + text.length,
  )

/** How many fields of a document lead to objects. */
function objectsIn(document: DocumentNode): number {
  let fields = 0
  visit(document, {
    [Kind.FIELD]: ({ selectionSet }) => {
      if (selectionSet) fields++
    },
  })
  return fields
}
