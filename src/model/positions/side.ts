import { type RawBuilder, sql } from 'kysely'
import type { Certainty, Side, Stance } from '../../values/vocabulary.ts'

/** The side that a stance comes to: who denies without being certain doubts, and so does who takes no side. */
export function sideOf(stance: Stance, certainty: Certainty | null): Side {
  if (stance === 'AFFIRMS') return 'AFFIRMS'
  return stance === 'DENIES' && certainty === 'CERTAIN' ? 'DENIES' : 'DOUBTS'
}

/** The same rule over the columns of a position. */
export const sideOfPosition: RawBuilder<Side> = sql`case when po.stance = 'AFFIRMS' then 'AFFIRMS'
  when po.stance = 'DENIES' and po.certainty = 'CERTAIN' then 'DENIES' else 'DOUBTS' end`
