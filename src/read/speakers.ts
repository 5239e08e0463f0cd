import type { Writers } from '../graph/write.ts'
import { foldedName } from '../text/fold.ts'
import { type NewActor, newActor } from './new-actor.ts'
import type { Proposal } from './propose.ts'
import type { Report } from './report.ts'
import type { SlugMaker } from './slug-maker.ts'
import type { PutSource } from './source.ts'
import type { KnownAndNew } from './summary.ts'

/**
 * Who speaks in one report. Whom the graph does not know becomes a new actor: under its name where the report gives one,
 * and else as the report's own ("officials (belgorod-raid)"), for other reports mean others by such words. Whoever is not
 * even described is one actor for the whole report, which says no more than that it does not name them. New actors are
 * proposed, as the statements are, and count once one that names them is accepted.
 */
export class Speakers {
  readonly #writers: Writers
  readonly #slugs: SlugMaker
  readonly #report: Report
  readonly #source: PutSource
  readonly #ids: ReadonlyMap<string, number>
  readonly #known = new Set<number>()
  readonly #made = new Map<string, number>()

  constructor(
    writers: Writers,
    slugs: SlugMaker,
    report: Report,
    source: PutSource,
    ids: ReadonlyMap<string, number>,
  ) {
    this.#writers = writers
    this.#slugs = slugs
    this.#report = report
    this.#source = source
    this.#ids = ids
  }

  keyOf({ speaker, source }: Proposal): number {
    if (!speaker) return this.#unnamed()
    if ('proposed' in speaker) return this.#proposed(speaker.proposed, source)
    const id = this.#ids.get(speaker.slug) as number
    this.#known.add(id)
    return id
  }

  /** Whom it speaks for: an actor of the graph, or a new one as well. */
  principalOf({ onBehalfOf }: Proposal): number | undefined {
    if (!onBehalfOf) return undefined
    return 'slug' in onBehalfOf ? this.#ids.get(onBehalfOf.slug) : this.#proposed(onBehalfOf.proposed, '')
  }

  counts(): KnownAndNew {
    return { known: this.#known.size, new: this.#made.size }
  }

  #proposed(words: string, source: string): number {
    const actor = newActor(words, source, this.#report.text)
    if (!actor) return this.#unnamed()
    return this.#once(foldedName(actor.name), () => this.#put(actor, words, source))
  }

  #put({ name, type, kind, isNamed }: NewActor, words: string, source: string): number {
    const full = isNamed ? name : this.#own(name)
    return this.#writers.actors.put({
      slug: this.#slugs.free('entity', full, 'actor'),
      name: full,
      language: this.#report.language,
      description: `Called “${clip(source || words)}” in “${clip(this.#source.title)}”; proposed by a program.`,
      type,
      kind,
      review: 'PROPOSED',
    }).id
  }

  #unnamed(): number {
    return this.#once('', () => {
      const name = this.#own('Unnamed')
      const description = `Whoever speaks in “${clip(this.#source.title)}” and is not named there.`
      const slug = this.#slugs.free('entity', name, 'unnamed')
      return this.#writers.actors.put({
        slug,
        name,
        description,
        type: 'ORGANIZATION',
        kind: 'OTHER',
        review: 'PROPOSED',
      }).id
    })
  }

  #own(name: string): string {
    return `${name} (${this.#source.slug})`
  }

  #once(key: string, put: () => number): number {
    const known = this.#made.get(key)
    if (known !== undefined) return known
    const id = put()
    this.#made.set(key, id)
    return id
  }
}

const clip = (words: string): string => (words.length > 120 ? `${words.slice(0, 119)}…` : words)
