import { type RawBuilder, sql } from 'kysely'
import type { NodeType } from '../../values/vocabulary.ts'
import { isOfNodes, type NoteDraft, principal } from './note.ts'

/**
 * Through whom a statement is quoted: the speaker of the one in which it is reported, as long as that is accepted.
 *
 * @param which Chooses among the statements `quoted`.
 */
export const copySpeakers = (which: RawBuilder<unknown>): RawBuilder<never> => sql`
  update statement set via_speaker_id = due.speaker from (
    select quoted.id, reporting.speaker_id as speaker
    from statement as quoted left join statement as reporting
      on reporting.id = quoted.via_id and reporting.review = 'ACCEPTED'
    where ${which}
  ) as due where statement.id = due.id and via_speaker_id is distinct from due.speaker`

/**
 * Of whom and when a statement is, beside each that it is about.
 *
 * @param which Chooses among the statements `s`.
 */
export const copyToAbout = (which: RawBuilder<unknown>): RawBuilder<never> => sql`
  update statement_about set speaker_id = s.speaker_id, principal_id = s.principal_id, review = s.review,
    said_order = s.said_order
  from statement as s where s.id = statement_id and ${which}
    and (statement_about.speaker_id, statement_about.principal_id, statement_about.review, statement_about.said_order)
      is distinct from (s.speaker_id, s.principal_id, s.review, s.said_order)`

const copies: readonly NoteDraft[] = [
  { kind: 'COPY', reads: ['statement.via_id'], text: copySpeakers(isOfNodes('quoted.id')) },
  { kind: 'COPY', reads: ['statement.speaker_id'], text: copySpeakers(isOfNodes('quoted.via_id')) },
  { kind: 'COPY', reads: principal, text: copyToAbout(isOfNodes('s.id')) },
]

/** Columns that are copied from nodes of a kind. */
export const copiesOf = (type: NodeType): readonly NoteDraft[] => (type === 'STATEMENT' ? copies : [])
