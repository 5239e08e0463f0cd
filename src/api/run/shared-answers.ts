import type { ExecutionArgs, ExecutionResult } from 'graphql'
import type { Asker } from '../../model/users/asker.ts'
import type { Answer } from '../../sql/engine.ts'

/** What a subscription's answers depend on, but for what is told. */
export const subscriptionKey = (
  { document, operationName, variableValues }: ExecutionArgs,
  user: Asker | null,
): string => JSON.stringify([document.loc?.source.body ?? document, operationName, variableValues, user])

/** Works out once what is told to many who ask the same: as long as an event is kept, its answers are. */
export class SharedAnswers {
  readonly #known = new WeakMap<object, Map<string, Answer<ExecutionResult>>>()

  of(event: unknown, key: string, make: () => Answer<ExecutionResult>): Answer<ExecutionResult> {
    if (typeof event !== 'object' || event === null) return make()
    const answers = this.#known.get(event) ?? new Map<string, Answer<ExecutionResult>>()
    this.#known.set(event, answers)
    const answer = answers.get(key) ?? make()
    answers.set(key, answer)
    return answer
  }
}
