import { sourceText } from '../../meaning/source.ts'
import { type SourceFilter, type SourceRecord, sourceOrders } from '../../model/source/store.ts'
import { answerWithFields, mapAnswer } from '../../sql/engine.ts'
import { andThen, batchRelation, idsOf, relationToMany, relationToOne } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { connection, connectionType, connectionUnder, pageArgs } from '../kit/connection.ts'
import { DateRange, timeRange } from '../kit/date-range.ts'
import { byReference, filterRule, filterText, textSearch, timeOrder } from '../kit/descriptions.ts'
import { ReliabilityEnum, SourceKindEnum } from '../kit/enum.ts'
import type { FilterFields } from '../kit/filter-shape.ts'
import { actorKeys, nodeNamed, sourceKeys } from '../kit/reference.ts'
import { Actor, MediaOutlet } from './actor.ts'
import { entityOf } from './entity.ts'
import { Node } from './node.ts'

export const Source = builder.objectRef<SourceRecord>('Source').implement({
  description:
    'A document in which statements stand, such as a news article. That a statement stands in it is what PROV calls ' +
    'wasQuotedFrom.',
  interfaces: [Node],
  fields: (t) => ({
    slug: t.exposeString('slug', {
      description:
        'A readable name in lower case, unique among sources. Every argument that takes an ID takes it as well.',
    }),
    title: t.exposeString('title', { description: sourceText.title }),
    kind: t.expose('kind', { type: SourceKindEnum, description: sourceText.kind }),
    publisher: t.field({
      type: Actor,
      nullable: true,
      description: sourceText.publisher,
      resolve: entityOf((source) => source.publisherId),
    }),
    author: t.exposeString('author', { nullable: true, description: sourceText.author }),
    url: t.expose('url', { type: 'URL', nullable: true, description: sourceText.url }),
    archivedUrl: t.expose('archivedUrl', {
      type: 'URL',
      nullable: true,
      description: sourceText.archivedUrl,
    }),
    language: t.exposeString('language', { nullable: true, description: sourceText.language }),
    publishedAt: t.expose('publishedAt', {
      type: 'EDTF',
      nullable: true,
      description: sourceText.publishedAt,
    }),
    retrievedAt: t.expose('retrievedAt', {
      type: 'DateTime',
      nullable: true,
      description: sourceText.retrievedAt,
    }),
    reliability: t.expose('reliability', {
      type: ReliabilityEnum,
      nullable: true,
      description: sourceText.reliability,
    }),
    text: t.string({
      nullable: true,
      description: sourceText.text,
      resolve: batchRelation(
        ({ graph }, sources: readonly SourceRecord[]) => graph.sources.texts(idsOf(sources)),
        (texts, { id }) => texts.get(id) ?? null,
      ),
    }),
  }),
})

/** The source that a row points to. */
export const sourceOf = <T extends object>(pointer: (row: T) => number | null) =>
  relationToOne(pointer, ({ graph }, ids) => graph.sources.byIds(ids))

const laterVersions = relationToMany(
  ({ graph }, ids) => graph.sources.laterVersions(ids),
  ({ versionOfId }) => versionOfId,
)

builder.objectFields(Source, (t) => ({
  versionOf: t.field({
    type: Source,
    nullable: true,
    description: sourceText.versionOf,
    resolve: sourceOf((source) => source.versionOfId),
  }),
  laterVersion: t.field({
    type: Source,
    nullable: true,
    description: 'The version that came after this one; null for the latest.',
    resolve: andThen(laterVersions, ([next]) => next ?? null),
  }),
  copyOf: t.field({
    type: Source,
    nullable: true,
    description: `${sourceText.copyOf} The copies of a source are those of \`sources(filter: { copyOf: […] })\`.`,
    resolve: sourceOf((source) => source.copyOfId),
  }),
}))

const SourceConnection = connectionType('Source', Source)
const publishedCursor = (source: SourceRecord) => ({ key: source.publishedOrder, id: source.id })

builder.objectField(MediaOutlet, 'sources', (t) =>
  t.field({
    type: SourceConnection,
    description: 'The sources that it has published, the latest first. Those without a date come last.',
    args: { ...pageArgs },
    resolve: connectionUnder({
      order: () => sourceOrders.PUBLISHED_DESC,
      cursorOf: publishedCursor,
      load: ({ graph }, outlets, request) =>
        graph.sources.pageOfPublishers(outlets, sourceOrders.PUBLISHED_DESC, request),
      count: ({ graph }, outlets) => graph.sources.countOfPublishers(outlets),
    }),
  }),
)

const SourceFilterInput = builder.inputType('SourceFilter', {
  description: filterRule,
  fields: (t) =>
    ({
      publisher: t.idList({ description: 'Published by any of these actors.' }),
      kind: t.field({ type: [SourceKindEnum], description: 'Of any of these kinds.' }),
      published: t.field({
        type: DateRange,
        description: 'That may have been published in this stretch of time; what has no date is left out.',
      }),
      text: t.string({ description: textSearch('title and text') }),
      versionOf: t.idList({ description: 'Later versions of any of these sources, the next after each.' }),
      copyOf: t.idList({ description: 'Copies of any of these sources.' }),
      withProposals: t.boolean({ description: 'With statements that are still proposed; false: without.' }),
    }) satisfies FilterFields<SourceFilter>,
})

const SourceOrderEnum = builder.enumType('SourceOrder', {
  description: timeOrder,
  values: {
    PUBLISHED: { description: 'The earliest first.' },
    PUBLISHED_DESC: { description: 'The latest first.' },
  } as const,
})

builder.queryFields((t) => ({
  source: t.field({
    type: Source,
    nullable: true,
    description: 'The source of an id or slug; null where there is none.',
    args: { ...byReference('source') },
    resolve: (_, { id }, { graph }) =>
      nodeNamed(graph.lookup, 'SOURCE', id, (ids) => graph.sources.byIds(ids)),
  }),
  sources: t.field({
    type: SourceConnection,
    description: 'All sources, in pages.',
    args: {
      filter: t.arg({ type: SourceFilterInput, description: filterText }),
      orderBy: t.arg({ type: SourceOrderEnum, description: 'PUBLISHED, if not given.' }),
      ...pageArgs,
    },
    resolve: (_, { filter: input, orderBy, ...args }, context) => {
      const given = answerWithFields({
        ...input,
        publisher: actorKeys(context, input?.publisher, ['filter', 'publisher']),
        versionOf: sourceKeys(context, input?.versionOf, ['filter', 'versionOf']),
        copyOf: sourceKeys(context, input?.copyOf, ['filter', 'copyOf']),
        published: timeRange(input?.published, ['filter', 'published']),
      })
      const order = sourceOrders[orderBy ?? 'PUBLISHED']
      return mapAnswer(given, (filter) =>
        connection({
          order,
          args,
          cursorOf: publishedCursor,
          load: (request) => context.graph.sources.page(filter, order, request),
          count: () => context.graph.sources.count(filter),
        }),
      )
    },
  }),
}))
