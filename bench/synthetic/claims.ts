import type { Writers } from '../../src/model/writers.ts'
import { claimKinds, claimRelationTypes, credibilities, verdicts } from '../../src/values/vocabulary.ts'
import { dateOf, someDay } from './dates.ts'
import type { Entities } from './entities.ts'
import { type Random, Zipf } from './random.ts'
import { capital, type Words } from './words.ts'

/** A claim as statements need it: what they say of it is about its event and its subject. */
export interface MadeClaim {
  readonly id: number
  readonly subject: number | undefined
  readonly event: number | undefined
  /** Those who are asked about it again and again; the others come from everywhere. */
  readonly circle: number
}

/** Claims about the events that are talked of, their relations, and what fact-checkers found. */
export function putClaims(
  writers: Writers,
  random: Random,
  words: Words,
  entities: Entities,
  count: number,
): MadeClaim[] {
  const events = new Zipf(random, entities.events.length, 9)
  const actors = new Zipf(random, entities.actors.length, 5)
  const claims: MadeClaim[] = []
  for (let index = 0; index < count; index++) {
    const circle = events.rank()
    const event = random.chance(0.9) ? entities.events[circle] : undefined
    const subject = random.chance(0.7) ? entities.actors[actors.rank()] : undefined
    const draft = {
      slug: `claim-${index}`,
      text: capital(Array.from({ length: random.between(5, 14) }, () => words.next()).join(' ')),
      kind: random.pick(claimKinds),
      object: random.chance(0.3) ? random.pick(entities.places) : undefined,
      figure: random.chance(0.1) ? { low: random.below(500), unit: 'people' } : undefined,
    }
    const kept = writers.claims.put({ ...draft, event, subject })
    const relations = random.chance(0.2) && claims.length > 0 ? [relation(random, claims)] : []
    writers.claims.relate(kept, relations)
    if (random.chance(0.1)) assess(writers, random, entities, kept.id)
    claims.push({ id: kept.id, subject, event, circle })
  }
  return claims
}

/** Mostly to what was claimed shortly before. */
const relation = (random: Random, claims: readonly MadeClaim[]) => ({
  type: random.pick(claimRelationTypes),
  to: (claims.at(-1 - random.below(Math.min(claims.length, 50))) as MadeClaim).id,
})

const assess = (writers: Writers, random: Random, { outlets, actors }: Entities, claim: number) =>
  writers.assessments.put({
    assessor: random.pick(outlets.length > 0 ? outlets : actors),
    claim,
    verdict: random.pick(verdicts),
    credibility: random.pick(credibilities),
    date: dateOf(random, someDay(random)),
  })
