import type { Publisher } from '../../extraction/lexicon/outlet-name.ts'
import type { NameStore } from '../../model/entity/name-store.ts'
import type { Slugs } from '../../model/nodes/slug.ts'
import { type Answer, atOnce, mapAnswer } from '../../sql/engine.ts'
import { foldedName } from '../../text/fold.ts'
import { keyWordsOf } from '../../text/key-word.ts'

/** The publisher of a report: its names, and the key of its actor where the graph has it. */
export interface KnownPublisher extends Publisher {
  readonly id?: number
}

/** The names of the actor with this key. */
export function publisherWith(names: NameStore, id: number | undefined): Answer<KnownPublisher | undefined> {
  return mapAnswer(id === undefined ? [] : names.of([id]), (called) => {
    const [first] = called
    return first && { id: first.id, slug: first.slug, names: called.map(({ name }) => name) }
  })
}

/** Whoever is called so, as an actor of the graph where it has one by that name. */
export function publisherNamed(names: NameStore, publisher: string): Answer<KnownPublisher> {
  return mapAnswer(publisherCalled(names, publisher), (id) =>
    mapAnswer(publisherWith(names, id), (known) => known ?? { names: [publisher] }),
  )
}

/** The key of the one actor that has this name. */
function publisherCalled(names: NameStore, publisher: string): Answer<number | undefined> {
  const wanted = foldedName(publisher)
  const words = [...keyWordsOf(publisher, true), ...keyWordsOf(publisher, false)]
  return mapAnswer(names.keyed(words), (found) => {
    const named = found.filter(({ type, name }) => type !== null && foldedName(name) === wanted)
    const ids = new Set(named.map(({ id }) => id))
    return ids.size === 1 ? [...ids][0] : undefined
  })
}

/** The publisher's actor, found by its slug or by a name that is its own alone, or else a new media outlet of that name. */
export class Publishers {
  readonly #slugs: Slugs
  readonly #names: NameStore

  constructor(slugs: Slugs, names: NameStore) {
    this.#slugs = slugs
    this.#names = names
  }

  find(publisher: string): number | undefined {
    const bySlug = this.#slugs.find('entity', publisher)
    return bySlug?.type === 'ACTOR' ? bySlug.id : atOnce(publisherCalled(this.#names, publisher))
  }
}
