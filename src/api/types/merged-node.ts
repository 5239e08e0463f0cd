import { mergedFromText, mergedNodeText } from '../../meaning/merging.ts'
import type { ExternalIdRecord, LabelRecord, NameOriginRecord } from '../../model/entity/store.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { grouped } from '../../values/grouped.ts'
import { formatId } from '../../values/id.ts'
import { batchRelation, distinct, markBatch, required } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { ExternalId, Label } from './entity.ts'
import { Revision, revisionOf } from './revision.ts'

const MergedNode = builder.objectRef<NameOriginRecord>('MergedNode').implement({
  description: 'A node that was merged into another.',
  fields: (t) => ({
    nodeId: t.id({
      description: mergedNodeText.nodeId,
      resolve: ({ type, key }) => formatId(type, key),
    }),
    slug: t.exposeString('slug', { description: mergedNodeText.slug }),
    revision: t.field({
      type: Revision,
      description: mergedNodeText.revision,
      resolve: required(revisionOf(({ revisionId }) => revisionId)),
    }),
  }),
})

/** What brought a name or an identifier; `nameOf` tells it apart from the others of its entity. */
const originsOf = <Row extends { readonly entityId: number }>(
  kind: 'LABEL' | 'LINK',
  nameOf: (row: Row) => readonly [scope: string, text: string],
) => {
  const keyOf = (entityId: number, name: readonly string[]) => JSON.stringify([entityId, ...name])
  return batchRelation(
    ({ graph }, rows: readonly Row[]) =>
      mapAnswer(graph.entities.nameOrigins(distinct(rows.map(({ entityId }) => entityId)), kind), (found) =>
        grouped(markBatch(found), ({ entityId, scope, text }) => keyOf(entityId, [scope, text])),
      ),
    (origins, row) => origins.get(keyOf(row.entityId, nameOf(row))) ?? [],
  )
}

builder.objectField(Label, 'mergedFrom', (t) =>
  t.field({
    type: [MergedNode],
    description: mergedFromText,
    resolve: originsOf('LABEL', ({ lang, text }: LabelRecord) => [lang, text]),
  }),
)
builder.objectField(ExternalId, 'mergedFrom', (t) =>
  t.field({
    type: [MergedNode],
    description: mergedFromText,
    resolve: originsOf('LINK', ({ scheme, value }: ExternalIdRecord) => [scheme, value]),
  }),
)
