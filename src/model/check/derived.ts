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
      'slug',
      'quote_type',
      'speaker_text',
      'language',
      'cue',
      'text',
      'span_exact',
      'span_prefix',
      'span_suffix',
    ],
  },
  statement_about: {},
  size: {},
  tally: {},
  speaks_about: {},
  position: {},
  agreement: {},
  stale_claim: {},
  stale_review: {},
  timeline_day: {},
}

/** Where what is derived is not what its definitions come to: they are run on copies of the tables. */
export const derivedFindings = (engine: ImmediateEngine): Finding[] => engine.differences(tables, rebuild)
