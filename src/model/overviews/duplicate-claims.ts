import { sql } from 'kysely'
import { eachTuple, inTime, listed, matching, upTo } from '../../sql/dialect.ts'
import { type Answer, type Engine, inSteps, type Prepared, type Steps, waitFor } from '../../sql/engine.ts'
import type { ClaimRelationType } from '../../values/vocabulary.ts'
import { claimEvidence, type SidesTaken } from './duplicate-claim-facts.ts'
import {
  type ClaimFacts,
  type ComparedClaim,
  claimTerms,
  comparedClaim,
  sharedPart,
} from './duplicate-compared-claim.ts'
import { Blocks, distinctPairs, type Evidence, type KeyPair, keyPair } from './duplicate-evidence.ts'

/** The latest claims that are compared where all are asked for: a second's work. */
const MOST_CLAIMS = 15_000
const MOST_PAIRS = 30_000
const LARGEST_BLOCK = 25
/** So many of the pairs whose texts share most are looked at more closely. */
const MOST_JUDGED = 300
/** So many claims with words of one are compared with it. */
const MOST_CANDIDATES = 200
/** Of more words, the longest are looked for. */
const MOST_WORDS = 12
/** The part of their words that two texts share at least. */
const LEAST_SHARED = 0.5

const claimColumns = sql`c.id, c.text, c.kind, c.subject_id as subject, c.event_id as event, c.object_id as object,
  c.figure_low as low, c.figure_high as high, c.figure_unit as unit`

/** Claims that may say one and the same. */
export class DuplicateClaims {
  readonly #engine: Engine
  readonly #latest: Prepared<ClaimFacts>
  readonly #byIds: Prepared<ClaimFacts>
  readonly #holding: Prepared<{ id: number }>
  readonly #relations: Prepared<KeyPair & { type: ClaimRelationType }>
  readonly #sides: Prepared<KeyPair & SidesTaken>

  constructor(engine: Engine) {
    this.#engine = engine
    this.#latest = engine.prepare(sql`select ${claimColumns} from claim c where ${inTime('c.id')}
      order by c.id desc limit ${upTo('limit')}`)
    this.#byIds = engine.prepare(sql`select ${claimColumns} from claim c where c.id in ${listed('ids')}`)
    this.#holding = engine.prepare(sql`select id from ${matching('claim_text', 'query')} as found
      where ${inTime('found.id')} order by rank limit ${upTo('limit')}`)
    this.#relations = engine.prepare(sql`select from_id as a, to_id as b, type from claim_relation
      where from_id in ${listed('ids')} and to_id in ${listed('ids')}`)
    this.#sides = engine.prepare(sidesQuery)
  }

  /** Each pair with all that speaks for it and against it. */
  judged(of: number | null): Answer<[KeyPair, Evidence[]][]> {
    return inSteps(() => this.#judgedInSteps(of))
  }

  *#judgedInSteps(of: number | null): Steps<[KeyPair, Evidence[]][]> {
    const claims = yield* of === null ? waitFor(this.#latest.all({ limit: MOST_CLAIMS })) : this.#like(of)
    const compared = new Map(claims.map((claim) => [claim.id, this.#compared(claim)]))
    const pairs = this.#nearestPairs(compared, of)
    const relations = yield* this.#relationsOf(pairs)
    const tuples = JSON.stringify(pairs.map(({ a, b }) => [a, b]))
    const taken = yield* waitFor(this.#sides.all({ pairs: tuples }))
    const sides = new Map(taken.map((row) => [`${row.a} ${row.b}`, row]))
    return pairs.flatMap((pair): [KeyPair, Evidence[]][] => {
      const [one, other] = [compared.get(pair.a), compared.get(pair.b)]
      const key = `${pair.a} ${pair.b}`
      return one && other ? [[pair, claimEvidence(one, other, relations.get(key) ?? [], sides.get(key))]] : []
    })
  }

  /** The claim itself, and those with words of it. */
  *#like(of: number): Steps<ClaimFacts[]> {
    const [claim] = yield* waitFor(this.#byIds.all({ ids: JSON.stringify([of]) }))
    if (!claim) return []
    const words = [...claimTerms(claim.text)].sort((a, b) => b.length - a.length).slice(0, MOST_WORDS)
    const query = words.map((word) => `"${word}"`).join(' OR ')
    const found = query === '' ? [] : yield* waitFor(this.#holding.all({ query, limit: MOST_CANDIDATES }))
    const ids = JSON.stringify([...new Set([of, ...found.map(({ id }) => id)])])
    return yield* waitFor(this.#byIds.all({ ids }))
  }

  #compared(claim: ClaimFacts): ComparedClaim {
    this.#engine.step()
    return comparedClaim(claim)
  }

  #nearestPairs(compared: ReadonlyMap<number, ComparedClaim>, of: number | null): KeyPair[] {
    const found = distinctPairs(candidatesAmong(compared, of), MOST_PAIRS).flatMap((pair) => {
      this.#engine.step()
      const [a, b] = [compared.get(pair.a), compared.get(pair.b)]
      const shared = a && b ? sharedPart(a.terms, b.terms) : 0
      return shared >= LEAST_SHARED ? [{ pair, shared }] : []
    })
    return found
      .sort((one, other) => other.shared - one.shared)
      .slice(0, MOST_JUDGED)
      .map(({ pair }) => pair)
  }

  *#relationsOf(pairs: readonly KeyPair[]): Steps<Map<string, ClaimRelationType[]>> {
    const ids = JSON.stringify([...new Set(pairs.flatMap(({ a, b }) => [a, b]))])
    const types = new Map<string, ClaimRelationType[]>()
    for (const { a, b, type } of yield* waitFor(this.#relations.all({ ids }))) {
      const pair = keyPair(a, b)
      const key = `${pair.a} ${pair.b}`
      types.set(key, [...(types.get(key) ?? []), type])
    }
    return types
  }
}

/** On how many claims of a pair somebody takes one side on both, and on how many opposite ones. */
const sidesQuery = sql<KeyPair & SidesTaken>`
  select pair.a, pair.b, count(*) filter (where one.stance = other.stance) as alike,
    count(*) filter (where one.stance <> other.stance) as opposed
  from ${eachTuple('pairs', { a: 'number', b: 'number' })} pair cross join position one cross join position other
  where one.claim_id = pair.a and other.claim_id = pair.b and other.actor_id = one.actor_id
    and one.stance <> 'UNCOMMITTED' and other.stance <> 'UNCOMMITTED' and ${inTime('other.actor_id')}
  group by pair.a, pair.b`

/** Pairs that share one of the rarest words of both; with one claim, its own. */
function* candidatesAmong(
  compared: ReadonlyMap<number, ComparedClaim>,
  of: number | null,
): Iterable<KeyPair> {
  if (of !== null) {
    for (const id of compared.keys()) if (id !== of) yield keyPair(id, of)
    return
  }
  const same = new Blocks()
  for (const { id, plain } of compared.values()) same.add(plain, id)
  yield* same.pairs(LARGEST_BLOCK)
  const frequency = frequenciesIn(compared)
  const blocks = new Blocks()
  for (const { id, terms } of compared.values())
    for (const term of rarestOf(terms, frequency)) blocks.add(term, id)
  yield* blocks.pairs(LARGEST_BLOCK)
}

function frequenciesIn(compared: ReadonlyMap<number, ComparedClaim>): ReadonlyMap<string, number> {
  const frequency = new Map<string, number>()
  for (const { terms } of compared.values())
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  return frequency
}

/** Two texts that share most of their words share one of the four rarest of each. */
const RAREST = 4

function rarestOf(terms: ReadonlySet<string>, frequency: ReadonlyMap<string, number>): string[] {
  const counted = [...terms].map((term) => ({ term, times: frequency.get(term) ?? 0 }))
  return counted
    .sort((a, b) => a.times - b.times)
    .slice(0, RAREST)
    .map(({ term }) => term)
}
