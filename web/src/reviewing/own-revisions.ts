import type { WriteConflict } from '../desk/write-problem.ts'

/** What a merge of actors changes in a statement. */
const NAMES: ReadonlySet<string> = new Set(['speaker', 'onBehalfOf', 'addressee', 'about'])

/**
 * What was written from this page. Whoever is quick decides about a statement before the page knows what became of it by what
 * they did just before, and is not to be told that they were quicker than themselves.
 */
export class OwnRevisions {
  readonly #all = new Set<string>()
  readonly #next = new Map<string, string>()

  note(revision: string): void {
    this.#all.add(revision)
  }

  /** A statement was written on top of one revision, and is of another since. */
  follow(statement: string, from: string, to: string): void {
    if (from !== to) this.#next.set(`${statement} ${from}`, to)
  }

  /** The revision that this page has made of a statement since. */
  latest(statement: string, revision: string): string {
    const next = this.#next.get(`${statement} ${revision}`)
    return next === undefined ? revision : this.latest(statement, next)
  }

  /** Whether a statement was changed by nothing but a merge of actors that was asked for here. */
  isOwnMerge({ revision, theirs }: WriteConflict): boolean {
    return this.#all.has(revision.id) && theirs.every(({ path }) => NAMES.has(path.split(/[.[]/)[0] ?? ''))
  }
}
