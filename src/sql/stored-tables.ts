import type { ValueType } from './dialect.ts'
import type { Tables } from './tables.ts'

/** What is written into a table, beside what the engine works out itself. */
export interface StoredTable {
  /** The columns that tell its rows apart, in the order in which they are read. */
  readonly key: readonly string[]
  /** All columns that hold what was written. */
  readonly columns: Readonly<Record<string, ValueType>>
  /** Of these, the columns that name a row of the same table, which may come later. */
  readonly within?: readonly string[]
  /** Whether a row may be as long as a text of some MiB, so that few are read at a time. */
  readonly isLong?: true
}

/** Columns of one type, by their names in one text. */
const of = <Type extends ValueType>(type: Type, names: string): Record<string, Type> =>
  Object.fromEntries(names.split(' ').map((name) => [name, type]))
const text = (names: string) => of('text', names)
const number = (names: string) => of('number', names)
const real = (names: string) => of('real', names)

const date = (stem: string) => ({ ...text(`${stem}_edtf`), ...number(`${stem}_earliest ${stem}_latest`) })

/**
 * All tables of a graph, what is derived among them, each after those that its rows name. The full-text indexes are not
 * here: they are the engine's own affair. `tests/copy.test.ts` compares the columns with those of both engines.
 */
export const storedTables: Readonly<Record<keyof Tables, StoredTable>> = {
  entity: {
    key: ['id'],
    columns: { ...number('id unnamed'), ...text('kind slug name description sort_key origin review') },
  },
  label: { key: ['id'], columns: { ...number('id entity_id preferred'), ...text('lang text') } },
  key_word: { key: ['word', 'entity_id'], columns: { ...text('word'), ...number('entity_id') } },
  external_id: {
    key: ['entity_id', 'scheme', 'value'],
    columns: { ...number('entity_id'), ...text('scheme value') },
  },
  place: {
    key: ['id'],
    columns: { ...number('id part_of_id'), ...real('latitude longitude'), ...text('precision iso3166_2') },
    within: ['part_of_id'],
  },
  actor: {
    key: ['id'],
    columns: { ...number('id allegiance_id statement_count'), ...text('type iso3166 kind reliability') },
    within: ['allegiance_id'],
  },
  affiliation: {
    key: ['id'],
    columns: {
      ...number('id actor_id organization_id'),
      ...text('role title title_word'),
      ...date('from'),
      ...date('until'),
    },
  },
  event: {
    key: ['id'],
    columns: { ...number('id place_id part_of_id'), ...text('type mode review'), ...date('when') },
    within: ['part_of_id'],
  },
  participation: { key: ['id'], columns: { ...number('id actor_id event_id'), ...text('role') } },
  source: {
    key: ['id'],
    columns: {
      ...number('id publisher_id retrieved_at version_of_id copy_of_id'),
      ...text('slug title kind author url archived_url language reliability sha256 text'),
      ...date('published'),
    },
    within: ['version_of_id', 'copy_of_id'],
    isLong: true,
  },
  source_mark: { key: ['mark', 'source_id'], columns: number('mark source_id') },
  claim: {
    key: ['id'],
    columns: {
      ...number('id subject_id event_id object_id statement_count speaker_count source_count'),
      ...real('figure_low figure_high'),
      ...text('slug text kind figure_unit standing sort_key origin review'),
    },
  },
  claim_relation: {
    key: ['from_id', 'to_id', 'type'],
    columns: { ...number('from_id to_id'), ...text('type') },
  },
  statement: {
    key: ['id'],
    columns: {
      ...number(
        'id source_id speaker_id on_behalf_of_id addressee_id claim_id via_id via_speaker_id known_at',
      ),
      ...number('span_start span_end'),
      ...text('slug act stance certainty quote_type review said_month language cue text speaker_text'),
      ...text('span_exact span_prefix span_suffix'),
      ...date('said'),
    },
    within: ['via_id'],
  },
  statement_about: {
    key: ['statement_id', 'entity_id'],
    columns: { ...number('statement_id entity_id speaker_id principal_id said_order'), ...text('review') },
  },
  assessment: {
    key: ['id'],
    columns: {
      ...number('id assessor_id claim_id evidence_id'),
      ...text('slug verdict credibility method'),
      ...date('date'),
    },
  },
  size: { key: ['type'], columns: { ...text('type'), ...number('nodes') } },
  // A value is a key or a word, and is read and written as what it is.
  tally: { key: ['facet', 'value'], columns: { ...text('facet value'), ...number('statements') } },
  speaks_about: { key: ['speaker_id', 'entity_id'], columns: number('speaker_id entity_id statements') },
  position: {
    key: ['actor_id', 'claim_id'],
    columns: {
      ...number('actor_id claim_id statement_id changed known_at first_known_at'),
      ...text('stance certainty'),
    },
  },
  agreement: { key: ['a_id', 'b_id'], columns: number('a_id b_id agree conflict') },
  timeline_day: { key: ['type', 'at'], columns: { ...text('type'), ...number('at begun lasting') } },
  user: { key: ['id'], columns: { ...number('id created_at removed_at'), ...text('name role') } },
  token: {
    key: ['id'],
    columns: {
      ...number('id user_id created_at expires_at used_at opened_by'),
      ...text('kind hash note'),
    },
    within: ['opened_by'],
  },
  revision: {
    key: ['id'],
    columns: { ...number('id at by_id undoes_id'), ...text('action note') },
    within: ['undoes_id'],
  },
  creation: {
    key: ['type', 'first_id'],
    columns: { ...text('type'), ...number('first_id last_id revision_id') },
  },
  change: {
    key: ['type', 'node_id', 'revision_id'],
    columns: { ...text('type before'), ...number('node_id revision_id') },
    isLong: true,
  },
  merging: {
    key: ['revision_id', 'from_id'],
    columns: { ...number('revision_id from_id into_id'), ...text('type') },
  },
  redirect: {
    key: ['space', 'from_id'],
    columns: { ...text('space type slug'), ...number('from_id into_id revision_id') },
  },
  merge_step: {
    key: ['revision_id', 'place'],
    columns: { ...number('revision_id place from_id'), ...text('step') },
    isLong: true,
  },
  name_origin: {
    key: ['entity_id', 'kind', 'scope', 'text', 'from_id'],
    columns: { ...number('entity_id from_id'), ...text('kind scope text') },
  },
}

/** The tables that give ids which are never given twice, even where their rows have gone. */
export const numberedTables = [
  'entity',
  'source',
  'claim',
  'statement',
  'assessment',
  'user',
  'token',
  'revision',
] as const satisfies readonly (keyof Tables)[]
