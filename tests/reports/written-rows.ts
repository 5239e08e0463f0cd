import type { Connection } from '../../src/db/open.ts'
import type { ActorType, Certainty, SpeechAct, Stance } from '../../src/vocabulary.ts'
import type { Came, PredictedClaim } from './prediction.ts'

/** A statement as it stands in the graph, with those whom it names. */
export interface WrittenRow {
  readonly text: string
  readonly speaker: Came
  readonly onBehalfOf: Came | undefined
  readonly addressee: Came | undefined
  readonly about: readonly string[]
  readonly saidAt: string | undefined
  readonly act: SpeechAct
  readonly stance: Stance
  readonly certainty: Certainty
  readonly claim: PredictedClaim | undefined
}

type Row = Record<string, string | null>

const actor = (column: string, as: string): string =>
  `(select json_object('slug', e.slug, 'name', e.name, 'type', a.type, 'origin', e.origin)
    from entity e join actor a on a.id = e.id where e.id = s.${column}) as ${as}`

const sql = `
  select s.text, s.act, s.stance, s.certainty, s.said_edtf as saidAt, ${actor('speaker_id', 'speaker')},
    ${actor('on_behalf_of_id', 'onBehalfOf')}, ${actor('addressee_id', 'addressee')},
    (select json_group_array(e.slug) from statement_about b join entity e on e.id = b.entity_id
      where b.statement_id = s.id) as about,
    (select json_object('slug', c.slug, 'text', c.text, 'origin', c.origin) from claim c where c.id = s.claim_id) as claim
  from statement s where s.source_id = (select id from source where slug = ?) order by s.id`

/** The statements of a source, in the order in which they were written. */
export function writtenRows(connection: Connection, source: string): WrittenRow[] {
  return (connection.db.prepare(sql).all(source) as Row[]).map((row) => ({
    text: row.text as string,
    speaker: cameOf(row.speaker, source) ?? { is: 'open' },
    onBehalfOf: cameOf(row.onBehalfOf, source),
    addressee: cameOf(row.addressee, source),
    about: JSON.parse(row.about as string) as string[],
    saidAt: row.saidAt ?? undefined,
    act: row.act as SpeechAct,
    stance: row.stance as Stance,
    certainty: row.certainty as Certainty,
    claim: claimOf(row.claim),
  }))
}

interface ActorRow {
  readonly slug: string
  readonly name: string
  readonly type: ActorType
  readonly origin: string
}

/** Whoever has no name of their own is written under the report's. */
function cameOf(json: string | null | undefined, source: string): Came | undefined {
  if (!json) return undefined
  const { slug, name, type, origin } = JSON.parse(json) as ActorRow
  if (origin === 'ACCEPTED') return { is: 'known', slug }
  const own = ` (${source})`
  if (!name.endsWith(own)) return { is: 'new', name, type }
  const described = name.slice(0, -own.length)
  return described === 'Unnamed' ? { is: 'open' } : { is: 'described', name: described }
}

function claimOf(json: string | null | undefined): PredictedClaim | undefined {
  if (!json) return undefined
  const { slug, text, origin } = JSON.parse(json) as { slug: string; text: string; origin: string }
  return { slug, text, isNew: origin === 'PROPOSED' }
}
