import type { StatementDraft } from '../../src/model/statement/write.ts'
import type { Writers } from '../../src/model/writers.ts'
import {
  quoteTypes,
  reliabilities,
  type SpeechAct,
  sourceKinds,
  speechActs,
} from '../../src/values/vocabulary.ts'
import type { MadeClaim } from './claims.ts'
import { dateOf, someDay } from './dates.ts'
import type { Entities } from './entities.ts'
import { type Random, Zipf } from './random.ts'
import type { Words } from './words.ts'

/** Statements in a source, on average. */
export const PER_SOURCE = 15
/** How many actors are asked about an event again and again. */
const CIRCLE = 40

interface MadeSource {
  readonly id: number
  readonly day: number
  readonly text: string | undefined
}

/** Sources one after the other, and in each of them what is said there. */
export class Sayings {
  readonly #writers: Writers
  readonly #random: Random
  readonly #words: Words
  readonly #entities: Entities
  readonly #claims: readonly MadeClaim[]
  readonly #speakers: Zipf
  readonly #inCircle: Zipf
  readonly #claimRanks: Zipf
  readonly #outlets: Zipf

  constructor(
    writers: Writers,
    random: Random,
    words: Words,
    entities: Entities,
    claims: readonly MadeClaim[],
  ) {
    this.#writers = writers
    this.#random = random
    this.#words = words
    this.#entities = entities
    this.#claims = claims
    this.#speakers = new Zipf(random, entities.actors.length, 1)
    this.#inCircle = new Zipf(random, Math.min(CIRCLE, entities.actors.length), 1)
    this.#claimRanks = new Zipf(random, claims.length, 100)
    this.#outlets = new Zipf(random, entities.outlets.length, 3)
  }

  put(count: number): void {
    for (let source = 0, left = count; left > 0; source++) {
      const made = this.#putSource(source)
      const here = Math.min(left, this.#random.several(PER_SOURCE))
      this.#putStatements(made, here)
      left -= here
    }
  }

  #putSource(index: number): MadeSource {
    const random = this.#random
    const day = someDay(random)
    const text = random.chance(0.25) ? this.#article() : undefined
    const { id } = this.#writers.sources.put({
      slug: `source-${index}`,
      title: this.#words.sentence(random.between(4, 10)),
      kind: random.pick(sourceKinds),
      publisher: random.chance(0.9) ? this.#entities.outlets[this.#outlets.rank()] : undefined,
      url: `https://news.example/${index}`,
      language: random.pick(['en', 'uk', 'ru', 'de']),
      publishedAt: dateOf(random, day),
      reliability: random.chance(0.5) ? random.pick(reliabilities) : undefined,
      text,
    })
    return { id, day, text }
  }

  #article = (): string =>
    Array.from({ length: this.#random.between(5, 12) }, () => this.#words.sentence(16)).join(' ')

  #putStatements({ id: source, day, text }: MadeSource, count: number): void {
    let before: number | undefined
    for (let nth = 0; nth < count; nth++) {
      const via = this.#random.chance(0.05) ? before : undefined
      const said = { saidAt: dateOf(this.#random, Math.max(0, day - this.#random.below(3))), via }
      before = this.#writers.statements.put({ ...this.#draft(text), source, ...said }).id
    }
  }

  #draft(article: string | undefined): Omit<StatementDraft, 'source'> {
    const random = this.#random
    const claim = random.chance(0.7) ? this.#claims[this.#claimRanks.rank()] : undefined
    const speaker = this.#actor(claim?.circle)
    const principal = random.chance(0.15) ? this.#actor(claim?.circle) : speaker
    return {
      speaker,
      onBehalfOf: principal === speaker ? undefined : principal,
      addressee: random.chance(0.1) ? this.#actor() : undefined,
      text: this.#words.sentence(random.between(6, 24)),
      language: random.pick(['en', 'uk', 'ru', 'de']),
      quoteType: random.pick(quoteTypes),
      cue: random.chance(0.5) ? this.#words.next() : undefined,
      act: random.chance(0.4) ? 'STATE' : random.pick<SpeechAct>(speechActs),
      ...(claim && { claim: claim.id, ...this.#position() }),
      about: this.#about(claim),
      span: article === undefined ? undefined : this.#span(article),
      review: random.weighted([
        ['ACCEPTED', 92],
        ['PROPOSED', 6],
        ['REJECTED', 2],
      ]),
    }
  }

  /** Half of what is said on an event comes from those who are always asked about it. */
  #actor(circle?: number): number {
    const { actors } = this.#entities
    const inCircle = circle !== undefined && this.#random.chance(0.5)
    const rank = inCircle ? (circle * 7919 + this.#inCircle.rank()) % actors.length : this.#speakers.rank()
    return actors[rank] as number
  }

  #position() {
    const stance = this.#random.weighted([
      ['AFFIRMS', 60],
      ['DENIES', 30],
      ['UNCOMMITTED', 10],
    ] as const)
    const certainty = this.#random.weighted([
      ['CERTAIN', 70],
      ['PROBABLE', 20],
      ['POSSIBLE', 10],
    ] as const)
    return { stance, certainty }
  }

  #about(claim: MadeClaim | undefined): number[] {
    const random = this.#random
    const others = Array.from({ length: random.between(1, 2) }, () =>
      random.chance(0.9) ? this.#actor() : random.pick(this.#entities.places),
    )
    const event = random.chance(0.5) ? claim?.event : undefined
    return [...new Set([claim?.subject, event, ...others].filter((id) => id !== undefined))].slice(0, 3)
  }

  #span(article: string) {
    const start = this.#random.below(article.length - 80)
    const end = start + this.#random.between(20, 80)
    return { start, end, exact: article.slice(start, end) }
  }
}
