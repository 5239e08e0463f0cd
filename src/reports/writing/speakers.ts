import type { Speaker } from '../../extraction/speakers/speaker.ts'
import type { Writers } from '../../model/writers.ts'
import { foldedName } from '../../text/fold.ts'
import type { Report } from '../formats/report.ts'
import { newActor } from '../proposing/new-actor.ts'
import type { Proposal } from '../proposing/propose.ts'
import type { NewActor } from '../proposing/proposed-actor.ts'
import type { SlugMaker } from './slug-maker.ts'
import type { PutSource } from './source.ts'
import type { SpeakerCounts } from './summary.ts'

/**
 * The actors who speak in one report. Somebody whom the graph does not know becomes a new actor: under its name where
 * the report gives one, and else an unnamed one of the report's own ("officials"), for other reports mean others by such
 * words. Whoever is not even described is one actor for the whole report, which says no more than that it does not name
 * them. New actors are proposed, as the statements are, and count once one that names them is accepted.
 */
export class Speakers {
  readonly #writers: Writers
  readonly #slugs: SlugMaker
  readonly #report: Report
  readonly #source: PutSource
  readonly #ids: ReadonlyMap<string, number>
  readonly #known = new Set<number>()
  readonly #made = new Map<string, number>()
  #unnamedMade = 0

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

  /** The one whom the speaker speaks for: an actor of the graph, or a new one; nobody, where that is the speaker itself. */
  principalOf({ onBehalfOf }: Proposal, speaker: number): number | undefined {
    if (!onBehalfOf) return undefined
    const principal = this.#named(onBehalfOf)
    return principal === speaker ? undefined : principal
  }

  /** The one to whom it is said: an actor of the graph, or a new one. */
  addresseeOf({ addressee }: Proposal, speaker: number): number | undefined {
    if (!addressee) return undefined
    const key = this.#named(addressee)
    return key === speaker ? undefined : key
  }

  #named(one: Speaker): number | undefined {
    return 'slug' in one ? this.#ids.get(one.slug) : this.#proposed(one.proposed, '')
  }

  counts(): SpeakerCounts {
    const unnamed = this.#unnamedMade
    return { known: this.#known.size, new: this.#made.size - unnamed, unnamed }
  }

  #proposed(words: string, source: string): number {
    const actor = newActor(words, source, this.#report.text)
    if (!actor) return this.#unnamed()
    return this.#once(foldedName(actor.name), () => this.#put(actor, words, source))
  }

  #put({ name, type, kind, isNamed }: NewActor, words: string, source: string): number {
    return this.#writers.actors.put({
      slug: isNamed ? this.#slugs.free('entity', name, 'actor') : this.#ownSlug(name),
      name,
      unnamed: !isNamed,
      language: this.#report.language,
      description: `Called “${clippedWords(source || words)}” in “${clippedWords(this.#source.title)}”; proposed by a program.`,
      type,
      kind,
      review: 'PROPOSED',
    }).id
  }

  #unnamed(): number {
    return this.#once('', () => {
      return this.#writers.actors.put({
        slug: this.#ownSlug('Unnamed'),
        name: 'Unnamed',
        unnamed: true,
        description: `Whoever speaks in “${clippedWords(this.#source.title)}” and is not named there.`,
        type: 'ORGANIZATION',
        kind: 'OTHER',
        review: 'PROPOSED',
      }).id
    })
  }

  /** A slug with the source's in it, by which it is told from others of the same words. */
  #ownSlug(words: string): string {
    this.#unnamedMade++
    return this.#slugs.free('entity', `${words} ${this.#source.slug}`, 'unnamed')
  }

  #once(key: string, put: () => number): number {
    const known = this.#made.get(key)
    if (known !== undefined) return known
    const id = put()
    this.#made.set(key, id)
    return id
  }
}

const clippedWords = (words: string): string => (words.length > 120 ? `${words.slice(0, 119)}…` : words)
