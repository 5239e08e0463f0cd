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

const statementsOf = `
  select s.id, s.text, s.act, s.stance, s.certainty, s.said_edtf, s.speaker_id, s.on_behalf_of_id, s.addressee_id,
    c.slug as claim_slug, c.text as claim_text, c.origin as claim_origin
  from statement s left join claim c on c.id = s.claim_id
  where s.source_id = (select id from source where slug = ?) order by s.id`
const aboutOf = `
  select e.slug from statement_about b join entity e on e.id = b.entity_id where b.statement_id = ? order by e.id`

/** The statements of a source, in the order in which they were written. */
export function writtenRows(graph: ImmediateEngine, source: string): WrittenRow[] {
  const db = dbOf(graph)
  const actors = db.prepare('select e.*, a.type from entity e join actor a on a.id = e.id where e.id = ?')
  const came = (id: unknown) => (id === null ? undefined : cameOf(actors.get(id) as ActorRow, source))
  const about = db.prepare(aboutOf).pluck()
  return (db.prepare(statementsOf).all(source) as Row[]).map((row) => ({
    text: row.text as string,
    speaker: came(row.speaker_id) ?? { is: 'open' },
    onBehalfOf: came(row.on_behalf_of_id),
    addressee: came(row.addressee_id),
    about: about.all(row.id) as string[],
    saidAt: (row.said_edtf as string | null) ?? undefined,
    act: row.act as SpeechAct,
    stance: row.stance as Stance,
    certainty: row.certainty as Certainty,
    claim: claimOf(row),
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

function claimOf({ claim_slug, claim_text, claim_origin }: Row): PredictedClaim | undefined {
  if (claim_slug === null) return undefined
  return { slug: claim_slug as string, text: claim_text as string, isNew: claim_origin === 'PROPOSED' }
}
