import type { CopiedTables, ImmediateEngine } from '../../sql/engine.ts'
import type { Finding } from '../../sql/finding.ts'
import { rebuild } from '../derived/rebuild.ts'

/** All that is rebuilt, and of nodes what it is made of: their texts are not, and are most of a file. */
const tables: CopiedTables = {
  entity: { without: ['name', 'sort_key', 'description'] },
  actor: {},
  event: { without: ['mode', 'when_edtf'] },
  claim: { without: ['text', 'sort_key'] },
  statement: {
    without: [
      ...['slug', 'quote_type', 'speaker_text', 'language', 'cue', 'text'],
      ...['span_exact', 'span_prefix', 'span_suffix'],
    ],
    // By which it is found out whether anything accepted names a node, and what is said to a claim.
    indexes: [
      'statement_by_speaker',
      'statement_by_principal',
      'statement_by_addressee',
      'statement_by_claim',
    ],
  },
  statement_about: { indexes: ['statement_about_by_entity'] },
  size: {},
  tally: { isMadeAnew: true, indexes: [] },
  speaks_about: { isMadeAnew: true, indexes: [] },
  position: { isMadeAnew: true, indexes: ['position_by_claim'] },
  agreement: { isMadeAnew: true, indexes: [] },
  timeline_day: { isMadeAnew: true, indexes: [] },
}

/** Where what is derived is not what its definitions come to: they are run on copies of the tables. */
export const derivedFindings = (engine: ImmediateEngine): Finding[] => engine.differences(tables, rebuild)
