import type { Speaker } from '../../extraction/speakers/speaker.ts'
import { newActor } from '../proposing/new-actor.ts'
import type { Proposal, Proposals } from '../proposing/propose.ts'
import type { Called, Voices } from '../proposing/voices.ts'
import { thingsNamedIn } from './full-things.ts'
import { termsAround } from './proposition.ts'

/** The speakers of a report and those whom it speaks of, as claims name them, and the day on which they speak. */
export class Whom {
  readonly #called: Proposals['called']
  readonly #text: string
  readonly #day: string | undefined
  /** The one thing of each kind that the report calls by its name. */
  readonly things: ReadonlyMap<string, string | undefined>
  /** All that the report speaks of. */
  readonly terms: ReadonlySet<string>

  constructor({ called, day }: Pick<Proposals, 'called' | 'day'>, text: string) {
    this.#called = called
    this.#text = text
    this.#day = day
    this.things = thingsNamedIn(text)
    this.terms = termsAround(text)
  }

  voicesOf({
    speaker,
    source,
    onBehalfOf,
    referents,
  }: Proposal): Voices & { readonly speaker: Called | undefined } {
    const called = speaker && this.#nameOf(speaker, source)
    const principal = onBehalfOf && this.#nameOf(onBehalfOf, '')
    return {
      speaker: called,
      self: called?.isPerson ? called : undefined,
      body: called && !called.isPerson ? called : principal,
      meant: (begin) => {
        const referent = referents.find((one) => one.begin === begin)
        return referent && this.#nameOf(referent.speaker, '')
      },
    }
  }

  /** The day that "today" means: a quotation's own, a report's of what it tells in its words. */
  dayOf({ saidAt, quoteType }: Proposal): string | undefined {
    const said = isKnownDay(saidAt) ? saidAt : undefined
    return quoteType === 'DIRECT' ? (said ?? this.#day) : this.#day
  }

  #nameOf(speaker: Speaker, source: string): Called | undefined {
    if ('slug' in speaker) return this.#called.get(speaker.slug)
    const actor = newActor(speaker.proposed, source, this.#text)
    return actor?.isNamed && !possessiveOpening.test(actor.name)
      ? { name: actor.name, isPerson: actor.type === 'PERSON' }
      : undefined
  }
}

/** "Its human rights office": whose, stands elsewhere. */
const possessiveOpening = /^(?:its|his|her|their|our|my|your)\s/i

const isKnownDay = (date: string | undefined): date is string =>
  date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date)
