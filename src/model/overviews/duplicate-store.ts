import { type Answer, type Engine, mapAnswer } from '../../sql/engine.ts'
import { UserError } from '../../values/errors.ts'
import { formatId, type NodeId } from '../../values/id.ts'
import { isEntityType, nodeKinds } from '../../values/node-kinds.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { DuplicateClaims } from './duplicate-claims.ts'
import { DuplicateEntities } from './duplicate-entities.ts'
import { type Evidence, type KeyPair, likelihoodOf } from './duplicate-evidence.ts'

export interface DuplicateRequest {
  readonly type: NodeType
  /** The node whose duplicates are asked for, of that type; without it, those of all nodes. */
  readonly of?: number | null | undefined
  readonly first: number
}

export interface LikelyDuplicate {
  readonly a: NodeId
  readonly b: NodeId
  /** How likely they are one and the same, from 0 to 1. */
  readonly score: number
  /** Why, in plain sentences; what speaks against it begins with “But”. */
  readonly reasons: readonly string[]
}

/** What is less likely is no suggestion. */
const LEAST_SCORE = 0.2

/**
 * Pairs of actors, places, events or claims that may be one and the same. What only proposals speak of is among them: to
 * see in a proposed actor a known one is what it is for.
 */
export class DuplicateStore {
  readonly #entities: DuplicateEntities
  readonly #claims: DuplicateClaims

  constructor(engine: Engine) {
    this.#entities = new DuplicateEntities(engine)
    this.#claims = new DuplicateClaims(engine)
  }

  /** The likeliest come first. */
  likely({ type, of, first }: DuplicateRequest): Answer<LikelyDuplicate[]> {
    return mapAnswer(this.#judged(type, of ?? null), (judged) =>
      judged
        .map(([pair, evidence]) => duplicatePair(type, pair, evidence))
        .filter(({ score }) => score >= LEAST_SCORE)
        .sort((one, other) => other.score - one.score || one.a.key - other.a.key || one.b.key - other.b.key)
        .slice(0, first),
    )
  }

  #judged(type: NodeType, of: number | null): Answer<[KeyPair, Evidence[]][]> {
    if (isEntityType(type)) return this.#entities.judged(type, of)
    if (type === 'CLAIM') return this.#claims.judged(of)
    const name = of === null ? nodeKinds[type].many : formatId(type, of)
    throw new UserError(`${name}: only actors, places, events and claims can be one and the same.`, ['type'])
  }
}

const duplicatePair = (
  type: NodeType,
  { a, b }: KeyPair,
  evidence: readonly Evidence[],
): LikelyDuplicate => ({
  a: { type, key: a },
  b: { type, key: b },
  score: likelihoodOf(evidence),
  reasons: [...evidence].sort((one, other) => other.weight - one.weight).map(({ reason }) => reason),
})
