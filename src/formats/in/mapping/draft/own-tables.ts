import type { DraftItem } from './draft-parts.ts'
import type { TableHead } from './table-head.ts'

/** A node that a row names by its slug, and beside it by what it is called. */
const named = (
  type: string,
  column: string,
  create: Readonly<Record<string, unknown>>,
): Record<string, unknown> => ({
  column,
  find: type,
  by: 'slug',
  else: 'create',
  create: { slug: column, ...create },
})
const actor = (column: string): Record<string, unknown> =>
  named('actor', column, { name: `${column}Name`, type: '=PERSON' })
const known = (type: string, column: string): Record<string, unknown> => ({
  column,
  find: type,
  by: 'slug',
  else: 'empty',
})

/** The tables of Hearsay's own exports: the columns by which each is known, and what its rows are. */
const tables: readonly {
  readonly heads: readonly string[]
  readonly item: Readonly<Record<string, unknown>>
}[] = [
  {
    heads: ['statement', 'statementText', 'speaker', 'source', 'quoteType', 'act'],
    item: {
      section: 'statements',
      fields: {
        slug: { first: ['slug', { slug: 'statement' }] },
        source: named('source', 'source', {
          title: 'sourceTitle',
          kind: '=OTHER',
          publishedAt: 'publishedAt',
        }),
        speaker: actor('speaker'),
        speakerText: 'speakerText',
        onBehalfOf: actor('onBehalfOf'),
        addressee: actor('addressee'),
        text: 'statementText',
        language: 'language',
        quoteType: 'quoteType',
        cue: 'cue',
        act: 'act',
        claim: named('claim', 'claim', { text: 'claimText', kind: '=OTHER' }),
        stance: 'stance',
        certainty: 'certainty',
        about: { column: 'about', split: ';', find: 'actor', by: 'slug', else: 'empty' },
        saidAt: 'saidAt',
        review: 'review',
      },
    },
  },
  {
    heads: ['actor', 'actorName', 'actorType'],
    item: {
      section: 'actors',
      fields: {
        slug: 'actor',
        name: 'actorName',
        description: 'description',
        type: 'actorType',
        unnamed: 'unnamed',
        iso3166: 'iso3166',
        kind: 'organizationKind',
        allegiance: known('actor', 'allegiance'),
        reliability: 'reliability',
      },
    },
  },
  {
    heads: ['source', 'sourceTitle', 'sourceKind'],
    item: {
      section: 'sources',
      fields: {
        slug: 'source',
        title: 'sourceTitle',
        kind: 'sourceKind',
        publisher: named('actor', 'publisher', { name: 'publisherName', type: '=MEDIA_OUTLET' }),
        author: 'author',
        url: 'url',
        archivedUrl: 'archivedUrl',
        language: 'language',
        publishedAt: 'publishedAt',
        retrievedAt: 'retrievedAt',
        reliability: 'reliability',
      },
    },
  },
  {
    heads: ['claim', 'claimText', 'claimKind'],
    item: {
      section: 'claims',
      fields: {
        slug: 'claim',
        text: 'claimText',
        kind: 'claimKind',
        subject: known('actor', 'subject'),
        event: known('event', 'event'),
        object: known('place', 'object'),
        figure: { low: 'low', high: 'high', unit: 'unit' },
      },
    },
  },
  {
    heads: ['place', 'placeName', 'latitude', 'longitude', 'precision'],
    item: {
      section: 'places',
      fields: {
        slug: 'place',
        name: 'placeName',
        description: 'description',
        latitude: 'latitude',
        longitude: 'longitude',
        precision: 'precision',
      },
    },
  },
  {
    heads: ['event', 'eventName', 'eventType'],
    item: {
      section: 'events',
      fields: {
        slug: 'event',
        name: 'eventName',
        description: 'description',
        type: 'eventType',
        mode: 'eventMode',
        when: 'when',
        place: known('place', 'place'),
      },
    },
  },
]

const comments: Readonly<Record<string, string>> = {
  statements:
    'The statements of an export. Import its actors, sources and claims first: here those that are missing are made by their names alone, speakers as people.',
}

/** What is made of a table of one of Hearsay's own exports; null where it is none. Columns that it lacks are left out. */
export function ownTableItems({ columns }: TableHead): DraftItem[] | null {
  const names = new Set(columns.map(({ name }) => name))
  const table = tables.find(({ heads }) => heads.every((head) => names.has(head)))
  if (!table) return null
  const item = withColumns(table.item, names)
  return [
    {
      comment: comments[String(table.item.section)] ?? 'A table of an export.',
      item: item as Record<string, unknown>,
    },
  ]
}

const keptAsIs = new Set(['section', 'find', 'by', 'else', 'split'])

/** Without the values whose columns the table does not have. */
function withColumns(value: unknown, names: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return value.startsWith('=') || names.has(value) ? value : undefined
  if (Array.isArray(value)) {
    const kept = value.map((one) => withColumns(one, names)).filter((one) => one !== undefined)
    return kept.length > 0 ? kept : undefined
  }
  const entries = Object.entries(value as object).map(
    ([key, one]) => [key, keptAsIs.has(key) ? one : withColumns(one, names)] as const,
  )
  const map = Object.fromEntries(entries.filter(([, one]) => one !== undefined))
  const lacksOrigin = 'find' in map && !('column' in map)
  return lacksOrigin || Object.keys(map).length === 0 ? undefined : map
}
