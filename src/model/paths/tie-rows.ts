import { sql } from 'kysely'
import type { SqlPart } from '../../sql/build.ts'
import { inTime, wholeNumber } from '../../sql/dialect.ts'
import { type LinkType, participantRoles } from '../../values/vocabulary.ts'
import type { Moment } from '../positions/known-moment.ts'

/** The same bits as `packedTie` in adjacency.ts. */
const outward = (other: SqlPart): SqlPart => sql`8 * ${other}`
const inward = (other: SqlPart): SqlPart => sql`8 * ${other} + 1`

/** The ties at both ends of pairs, those with the most evidence first. */
const pairTies = (table: SqlPart, from: SqlPart, to: SqlPart, strength: SqlPart): SqlPart => sql`
  select ${outward(to)} as tie, ${strength} as strength from ${table}
    where ${from} = j.value and ${strength} > 0 and ${from} <> ${to}
  union all
  select ${inward(from)}, ${strength} from ${table}
    where ${to} = j.value and ${strength} > 0 and ${from} <> ${to}`

/** Statements that tie their speaker to somebody else, counted: few enough that an index is read rather than a table kept. */
const statementTies = (to: SqlPart, known: SqlPart): SqlPart => sql`
  select ${outward(to)} as tie, count(*) as strength from statement
    where speaker_id = j.value and ${to} is not null and review = 'ACCEPTED' and ${to} <> speaker_id and ${inTime('id')} ${known} group by ${to}
  union all
  select ${inward(sql`speaker_id`)}, count(*) from statement
    where ${to} = j.value and ${to} is not null and review = 'ACCEPTED' and ${to} <> speaker_id and ${inTime('id')} ${known} group by speaker_id`

/** Who speaks about what, counted as of a time; what is known now is maintained. */
const spokenAbout = (known: SqlPart): SqlPart => sql`
  select ${outward(sql`entity_id`)} as tie, count(*) as strength from statement_about
    where speaker_id = j.value and review = 'ACCEPTED' and entity_id <> speaker_id and ${inTime('statement_id')} ${known} group by entity_id
  union all
  select ${inward(sql`speaker_id`)}, count(*) from statement_about
    where entity_id = j.value and review = 'ACCEPTED' and entity_id <> speaker_id and ${inTime('statement_id')} ${known} group by speaker_id`

const agreements = (strength: SqlPart): SqlPart => pairTies(sql`agreement`, sql`a_id`, sql`b_id`, strength)

/** The same as of a time: those who stood on a claim on which this one did. */
const agreementsThen = ({ positions }: Moment, alike: SqlPart): SqlPart => sql`
  select ${outward(sql`y.actor_id`)} as tie, count(*) as strength
  from ${positions(sql`po.actor_id = j.value`)} x cross join ${positions(sql`po.actor_id <> j.value`)} y
  where y.claim_id = x.claim_id and x.stance <> 'UNCOMMITTED' and y.stance <> 'UNCOMMITTED' and ${alike}
    and ${inTime('y.claim_id')}
  group by y.actor_id`

/** Only an entity that counts is tied to others by what it takes part in or belongs to. */
const entityIsAccepted = (entity: SqlPart): SqlPart =>
  sql`(select review from entity where entity.id = ${entity}) = 'ACCEPTED'`

/** Whoever belongs to a body; what an accepted actor belongs to counts as well. */
const countedAffiliations = ({ joined }: Moment): SqlPart =>
  sql`(select actor_id, organization_id from affiliation where ${entityIsAccepted(sql`actor_id`)} ${joined}) as counted`

const rank = sql`case role ${sql.join(
  participantRoles.map((role, index) => sql`when ${sql.lit(role)} then ${sql.lit(index)}`),
  sql` `,
)} end`

/** Of an actor the events, of an event the actors; initiators before targets, and so on. */
const participationTies = ({ begun }: Moment): SqlPart => sql`
  select ${outward(sql`event_id`)} + 2 * ${rank} as tie, -${rank} as strength from participation
    where actor_id = j.value and ${entityIsAccepted(sql`event_id`)} ${begun(sql`event_id`)}
  union all
  select ${inward(sql`actor_id`)} + 2 * ${rank}, -${rank} from participation
    where event_id = j.value and ${entityIsAccepted(sql`actor_id`)} ${begun(sql`event_id`)}`

/**
 * An event has a hub for each role, numbered from `entities` on: see Adjacency. A number that is bound may be a real one,
 * which would be divided as such.
 */
const roleCount = sql.lit(participantRoles.length)
const firstHub = wholeNumber('entities')
const hub = sql`(${firstHub} + ${roleCount} * event_id + ${rank})`
const behindHub = sql`(j.value - ${firstHub})`

/** Of an actor the hubs, of a hub the actors. An event of few ties those closer than an event of many does. */
const participationTiesAlike = ({ begun }: Moment): SqlPart => sql`
  select ${outward(hub)} + 2 * ${rank} as tie, -actors as strength from (
    select event_id, role, (select count(*) from participation q where q.event_id = p.event_id and q.role = p.role) as actors
    from participation p where actor_id = j.value and ${entityIsAccepted(sql`event_id`)} ${begun(sql`event_id`)}
  ) as shared where actors > 1
  union all
  select ${outward(sql`actor_id`)} + 2 * ${rank}, 0 from participation
    where event_id = ${behindHub} / ${roleCount} and role = ${roleBehind()}`

/** The role of a hub, from its number. */
function roleBehind(): SqlPart {
  const cases = participantRoles.map((role, index) => sql`when ${sql.lit(index)} then ${sql.lit(role)}`)
  return sql`case ${behindHub} % ${roleCount} ${sql.join(cases, sql` `)} end`
}

/** For each type of tie the row of one node, `j.value`: packed ties with their strengths. */
export function tieRows(moment: Moment): Readonly<Record<LinkType, SqlPart>> {
  const { isPast, known } = moment
  return {
    TOLD: statementTies(sql`addressee_id`, known(sql`statement.id`)),
    // Who is quoted through whom is known once both statements are.
    QUOTED_VIA: statementTies(
      sql`via_speaker_id`,
      sql`${known(sql`statement.id`)} ${known(sql`statement.via_id`)}`,
    ),
    SPEAKS_ABOUT: isPast
      ? spokenAbout(known(sql`statement_id`))
      : pairTies(sql`speaks_about`, sql`speaker_id`, sql`entity_id`, sql`statements`),
    AFFILIATED: pairTies(countedAffiliations(moment), sql`actor_id`, sql`organization_id`, sql`1`),
    PARTICIPATES_IN: participationTies(moment),
    PARTICIPATES_WITH: participationTiesAlike(moment),
    SAME_SIDE: isPast ? agreementsThen(moment, sql`x.stance = y.stance`) : agreements(sql`agree`),
    OPPOSITE_SIDE: isPast ? agreementsThen(moment, sql`x.stance <> y.stance`) : agreements(sql`conflict`),
  }
}
