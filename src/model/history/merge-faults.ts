import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import { listed } from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import type { ActorType } from '../../values/vocabulary.ts'
import type { MergedType } from './merge-steps.ts'

/** What stands in the way of making two nodes one. */
export interface MergeFault {
  /** Which of `from` it is about; null where it is about `into`. */
  readonly from: number | null
  readonly message: string
}

interface ActorRow {
  readonly id: number
  readonly type: ActorType
  readonly isUnnamed: 0 | 1
}

/** Looks whether nodes of one kind can be made one. */
export class MergeFaults {
  readonly #actors: Prepared<ActorRow>
  readonly #contradicting: Prepared<{ one: number; other: number }>

  constructor(engine: Engine) {
    this.#actors =
      engine.prepare(sql`select a.id, a.type, e.unnamed as "isUnnamed" from actor a join entity e on e.id = a.id
      where a.id in ${listed('ids')}`)
    this.#contradicting = engine.prepare(sql`select from_id as one, to_id as other from claim_relation
      where type = ${slot('type')} and from_id in ${listed('ids')} and to_id in ${listed('ids')}`)
  }

  of(type: MergedType, into: number, from: readonly number[]): Answer<MergeFault[]> {
    const ids = JSON.stringify([into, ...from])
    if (type === 'CLAIM') return this.#contradictions(ids, into)
    if (type !== 'ACTOR') return []
    return mapAnswer(this.#actors.all({ ids }), (actors) => actorFaultsAmong(actors, into))
  }

  #contradictions(ids: string, into: number): Answer<MergeFault[]> {
    return mapAnswer(this.#contradicting.all({ ids, type: 'CONTRADICTS' }), (pairs) =>
      pairs.map(({ one, other }) => ({
        from: one === into ? other : one,
        message:
          'contradicts another of these claims, and so cannot be the same: remove that relation first, if it is wrong',
      })),
    )
  }
}

function actorFaultsAmong(actors: readonly ActorRow[], into: number): MergeFault[] {
  const stays = actors.find(({ id }) => id === into)
  if (!stays) return []
  return actors
    .filter(({ id }) => id !== into)
    .flatMap(({ id, type, isUnnamed }): MergeFault[] => [
      ...(type === stays.type || isUnnamed === 1
        ? []
        : [
            {
              from: id,
              message: `is of the type ${type}, and the one that stays is of the type ${stays.type}: give them one type first`,
            },
          ]),
      ...(stays.isUnnamed === 1 && isUnnamed === 0
        ? [
            {
              from: id,
              message: 'has names, and the one that stays is only described: merge that one into it',
            },
          ]
        : []),
    ])
}
