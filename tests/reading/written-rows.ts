import type { ImmediateEngine } from '../../src/sql/engine.ts'
import type { ActorType, Certainty, SpeechAct, Stance } from '../../src/values/vocabulary.ts'
import { dbOf } from '../engine.ts'
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

type Row = Record<string, string | number | null>

const sql = `
  select s.text, s.act, s.stance, s.certainty, s.said_edtf as saidAt, s.speaker_id as speaker,
    s.on_behalf_of_id as onBehalfOf, s.addressee_id as addressee,
    (select json_group_array(e.slug) from statement_about b join entity e on e.id = b.entity_id
      where b.statement_id = s.id) as about,
    (select json_object('slug', c.slug, 'text', c.text, 'origin', c.origin) from claim c where c.id = s.claim_id) as claim
  from statement s where s.source_id = (select id from source where slug = ?) order by s.id`

/** The statements of a source, in the order in which they were written. */
export function writtenRows(graph: ImmediateEngine, source: string): WrittenRow[] {
  const db = dbOf(graph)
  const actors = db.prepare('select e.*, a.type from entity e join actor a on a.id = e.id where e.id = ?')
  const came = (id: unknown) => (id === null ? undefined : cameOf(actors.get(id) as ActorRow, source))
  return (db.prepare(sql).all(source) as Row[]).map((row) => ({
    text: row.text as string,
    speaker: came(row.speaker) ?? { is: 'open' },
    onBehalfOf: came(row.onBehalfOf),
    addressee: came(row.addressee),
    about: JSON.parse(row.about as string) as string[],
    saidAt: (row.saidAt as string | null) ?? undefined,
    act: row.act as SpeechAct,
    stance: row.stance as Stance,
    certainty: row.certainty as Certainty,
    claim: claimOf(row.claim as string | null),
  }))
}

interface ActorRow {
  readonly slug: string
  readonly name: string
  readonly type: ActorType
  readonly origin: string
  readonly unnamed?: number
}

/** Whoever has no name of their own is marked so, or is written under the report's. */
function cameOf({ slug, name, type, origin, unnamed }: ActorRow, source: string): Came {
  if (origin === 'ACCEPTED') return { is: 'known', slug }
  const own = ` (${source})`
  if (unnamed !== 1 && !name.endsWith(own)) return { is: 'new', name, type }
  const described = unnamed === 1 ? name : name.slice(0, -own.length)
  return described === 'Unnamed' ? { is: 'open' } : { is: 'described', name: described }
}

function claimOf(json: string | null): PredictedClaim | undefined {
  if (!json) return undefined
  const { slug, text, origin } = JSON.parse(json) as { slug: string; text: string; origin: string }
  return { slug, text, isNew: origin === 'PROPOSED' }
}
