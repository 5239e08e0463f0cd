import { sql } from 'kysely'
import { build } from '../../sql/build.ts'
import { inTime, matching } from '../../sql/dialect.ts'
import { parent, type Selection } from '../../sql/list.ts'
import type { Query } from '../../sql/page.ts'
import { type KeyChoice, Where } from '../../sql/where.ts'
import type { QuoteType, ReviewState, SpeechAct, Stance } from '../../values/vocabulary.ts'
import { matchingText } from '../conditions/search-text.ts'
import { overlapping, type TimeRange } from '../conditions/time-range.ts'

export interface StatementFilter {
  readonly by?: KeyChoice
  readonly onBehalfOf?: KeyChoice
  readonly addressee?: KeyChoice
  readonly about?: KeyChoice
  readonly claim?: KeyChoice
  readonly event?: KeyChoice
  readonly source?: KeyChoice
  readonly publisher?: KeyChoice
  readonly act?: readonly SpeechAct[] | null | undefined
  readonly stance?: readonly Stance[] | null | undefined
  readonly quoteType?: readonly QuoteType[] | null | undefined
  readonly said?: TimeRange | null | undefined
  readonly text?: string | null | undefined
  /** Unix milliseconds: known by then. */
  readonly asOf?: number | null | undefined
  /** ACCEPTED alone where nothing is said, but not within `not`. */
  readonly review?: readonly ReviewState[] | null | undefined
  readonly not?: StatementFilter | null | undefined
}

/** What statements can hang under: the node whose statements are asked for. */
export type StatementParent = 'by' | 'about' | 'claim' | 'source'

const acceptedStates: readonly ReviewState[] = ['ACCEPTED']

/**
 * The statements that a filter keeps. Where they are about one entity, the narrow table of what statements are about
 * is walked, which has the speaker and the order of time in its own indexes; otherwise the statements themselves.
 */
export function selectStatements(filter: StatementFilter, under?: StatementParent): Selection {
  const narrow = under === 'about' || (filter.about?.length === 1 && (under === undefined || under === 'by'))
  const where = new Where()
  const head = narrow ? 'a' : 's'
  if (narrow && under !== 'about') where.oneOf('about', filter.about, (is) => sql`a.entity_id ${is}`)
  if (under)
    where.only(`under ${under}`, true, () => sql`${sql.ref(`${head}.${parentColumns[under]}`)} = ${parent}`)
  who(where, filter, head)
  const wide = new Where()
  what(wide, narrow && under !== 'about' ? { ...filter, about: null } : filter)
  const needed = wide.shape !== ''
  return {
    shape: `${head} ${where.shape} ${wide.shape}`,
    values: { ...where.values, ...wide.values },
    id: narrow ? 'a.statement_id' : 's.id',
    whole: where.shape === 'review=' && where.values.review === 'ACCEPTED' && !needed ? 'STATEMENT' : null,
    rows: (read) =>
      wide.applied(where.applied(narrow ? aboutRows(read || needed) : build.selectFrom('statement as s'))),
  }
}

/**
 * The pairs of a statement and what it is about that a filter keeps. Where it names a speaker or an entity, the narrow
 * table leads to them; otherwise the statements do, and never the narrow table from its one end to the other.
 */
export function selectPairs(filter: StatementFilter): Selection {
  const named = filter.by ?? filter.onBehalfOf ?? filter.about
  const head = named ? 'a' : 's'
  const where = new Where().oneOf('about', filter.about, (is) => sql`a.entity_id ${is}`)
  who(where, filter, head)
  const wide = what(new Where(), { ...filter, about: null })
  const rows = (read: boolean) => (named ? aboutRows(read || wide.shape !== '') : withAbout())
  return {
    shape: `pairs ${head} ${where.shape} ${wide.shape}`,
    values: { ...where.values, ...wide.values },
    id: 'a.statement_id',
    rows: (read) => wide.applied(where.applied(rows(read))),
  }
}

const parentColumns = { by: 'speaker_id', about: 'entity_id', claim: 'claim_id', source: 'source_id' }

// Cross joins: the planner must not turn the two around, or it would sort what the narrow table has in order.
const aboutRows = (withStatements: boolean): Query => {
  const rows: Query = build.selectFrom('statement_about as a')
  return withStatements ? rows.crossJoin('statement as s').where(sql<boolean>`s.id = a.statement_id`) : rows
}

const withAbout = (): Query =>
  build
    .selectFrom('statement as s')
    .crossJoin('statement_about as a')
    .where(sql<boolean>`a.statement_id = s.id`)

/** The conditions that both tables can answer. */
function who(where: Where, filter: StatementFilter, head: 'a' | 's'): void {
  const column = (name: string) => sql.ref(`${head}.${name}`)
  where
    .oneOf('by', filter.by, (is) => sql`${column('speaker_id')} ${is}`)
    .oneOf('onBehalfOf', filter.onBehalfOf, (is) => sql`${column('principal_id')} ${is}`)
    .oneOf('review', filter.review ?? acceptedStates, (is) => sql`${column('review')} ${is}`)
}

/** The conditions that only the statements themselves can answer. */
function what(where: Where, filter: StatementFilter): Where {
  where
    .oneOf(
      'about',
      filter.about,
      (is) => sql`s.id in (
        select statement_id from statement_about where entity_id ${is} and ${inTime('statement_id')})`,
    )
    .oneOf('addressee', filter.addressee, (is) => sql`s.addressee_id ${is}`)
    .oneOf('claim', filter.claim, (is) => sql`s.claim_id ${is}`)
    .oneOf(
      'event',
      filter.event,
      (is) => sql`s.claim_id in (select id from claim where event_id ${is} and ${inTime('id')})`,
    )
    .oneOf('source', filter.source, (is) => sql`s.source_id ${is}`)
    .oneOf(
      'publisher',
      filter.publisher,
      (is) => sql`s.source_id in (select id from source where publisher_id ${is} and ${inTime('id')})`,
    )
    .oneOf('act', filter.act, (is) => sql`s.act ${is}`)
    .oneOf('stance', filter.stance, (is) => sql`s.stance ${is}`)
    .oneOf('quoteType', filter.quoteType, (is) => sql`s.quote_type ${is}`)
    .value('asOf', filter.asOf, (at) => sql`s.known_at <= ${at}`)
  overlapping(where, 'said', filter.said, 's.said')
  matchingText(where, 'text', filter.text, (query) => {
    return sql`s.id in (select id from ${matching('statement_text', query)} as found where ${inTime('found.id')})`
  })
  return where.not(filter.not ? excludedConditions(filter.not, where) : null)
}

function excludedConditions(filter: StatementFilter, outer: Where): Where {
  const where = new Where(`${outer.prefix}not.`)
    .oneOf('by', filter.by, (is) => sql`s.speaker_id ${is}`)
    .oneOf('onBehalfOf', filter.onBehalfOf, (is) => sql`s.principal_id ${is}`)
    .oneOf('review', filter.review, (is) => sql`s.review ${is}`)
  return what(where, filter)
}
