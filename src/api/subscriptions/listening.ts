import { GraphQLError } from 'graphql'
import { FeedError, type RevisionListener } from '../../model/history/revision-feed.ts'
import type { RevisionRecord } from '../../model/history/revision-store.ts'
import { NotFoundError } from '../../values/errors.ts'
import { builder, type Context } from '../kit/builder.ts'
import { revisionNamed } from '../types/revision-list.ts'

export const sinceArg = builder.args((t) => ({
  since: t.id({
    description:
      'From just after this revision on, such as the last one that came; from now on, if not given. NOT_FOUND if there is none.',
  }),
}))

/** Whoever comes after an earlier revision hears of all since; of one that there is not, nothing could be told. */
export async function listen(
  { graph }: Context,
  since: string | null | undefined,
): Promise<RevisionListener> {
  const after = since == null ? null : revisionNamed(since, 'since')
  if (after !== null && (await graph.revisions.byIds([after])).length === 0)
    throw new NotFoundError(`There is no revision “${since}”.`, [], ['since'])
  return graph.feed.listen(after).catch(failListening)
}

/** What ends a subscription is told to its reader, with a code. */
function failListening(error: unknown): never {
  if (!(error instanceof FeedError)) throw error
  const http = { status: 503, headers: { 'retry-after': '5' } }
  throw new GraphQLError(error.message, { extensions: { code: error.code, http } })
}

/**
 * What a subscription tells of the revisions that it hears of: of each none, one or many, in lists that are asked for one
 * after the other. It ends at once when its reader goes, which an async generator that waits would not.
 */
export class Telling<T> implements AsyncIterableIterator<T> {
  readonly #listener: RevisionListener
  readonly #of: (revision: RevisionRecord) => AsyncIterator<readonly T[]>
  #lists: AsyncIterator<readonly T[]> | null = null
  #ahead: T[] = []

  constructor(listener: RevisionListener, of: (revision: RevisionRecord) => AsyncIterator<readonly T[]>) {
    this.#listener = listener
    this.#of = of
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    for (;;) {
      const value = this.#ahead.shift()
      if (value !== undefined) return { done: false, value }
      if (this.#lists) await this.#nextList(this.#lists)
      else {
        const revision = await this.#listener.next().catch(failListening)
        if (revision.done) return { done: true, value: undefined }
        this.#lists = this.#of(revision.value)
      }
    }
  }

  async return(): Promise<IteratorResult<T, undefined>> {
    this.#ahead = []
    this.#lists = null
    await this.#listener.return()
    return { done: true, value: undefined }
  }

  async #nextList(lists: AsyncIterator<readonly T[]>): Promise<void> {
    const { done, value } = await lists.next()
    if (done) this.#lists = null
    else this.#ahead = [...value]
  }
}
