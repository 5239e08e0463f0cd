import { statementText } from '../../meaning/statement.ts'
import type { EntityRecord } from '../../model/entity/store.ts'
import { sideOf } from '../../model/positions/side.ts'
import { factuality } from '../../model/statement/factuality.ts'
import type { StatementRecord } from '../../model/statement/store.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { grouped } from '../../values/grouped.ts'
import { batchRelation, idsOf, markBatch, relationToMany, relationToOne, required } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { factualityText } from '../kit/descriptions.ts'
import {
  CertaintyEnum,
  QuoteTypeEnum,
  ReviewStateEnum,
  SideEnum,
  SpeechActEnum,
  StanceEnum,
} from '../kit/enum.ts'
import { Actor } from './actor.ts'
import { Claim, claimOf } from './claim.ts'
import { Entity, entityOf, requiredEntity } from './entity.ts'
import { Node } from './node.ts'
import { Source, sourceOf } from './source.ts'

export const Statement = builder.objectRef<StatementRecord>('Statement')

/** The statement that a row points to. */
export const statementOf = <T extends object>(pointer: (row: T) => number | null) =>
  relationToOne(pointer, ({ graph }, ids) => graph.statements.byIds(ids))

/** What a statement is about; an entity that several are about is one record. */
const aboutEntities = batchRelation(
  ({ graph }, statements: readonly StatementRecord[]) =>
    mapAnswer(graph.statements.about(idsOf(statements)), (found) => {
      const entities = new Map<number, EntityRecord>()
      const only = (entity: EntityRecord) => entities.get(entity.id) ?? entity
      for (const entity of found) entities.set(entity.id, only(entity))
      markBatch([...entities.values()])
      return grouped(found, ({ statementId }) => statementId, only)
    }),
  (byStatement, { id }) => byStatement.get(id) ?? [],
)

Statement.implement({
  description:
    'One speaker saying one thing, as one source reports it. The same words in two sources are two statements.',
  interfaces: [Node],
  fields: (t) => ({
    speaker: t.field({
      type: Actor,
      description: statementText.speaker,
      resolve: requiredEntity((statement) => statement.speakerId),
    }),
    onBehalfOf: t.field({
      type: Actor,
      nullable: true,
      description: statementText.onBehalfOf,
      resolve: entityOf((statement) => statement.onBehalfOfId),
    }),
    text: t.exposeString('text', { description: statementText.text }),
    quoteType: t.expose('quoteType', { type: QuoteTypeEnum, description: statementText.quoteType }),
    act: t.expose('act', { type: SpeechActEnum, description: statementText.act }),
    claim: t.field({
      type: Claim,
      nullable: true,
      description: statementText.claim,
      resolve: claimOf((statement) => statement.claimId),
    }),
    stance: t.expose('stance', { type: StanceEnum, nullable: true, description: statementText.stance }),
    certainty: t.expose('certainty', {
      type: CertaintyEnum,
      nullable: true,
      description: statementText.certainty,
    }),
    side: t.field({
      type: SideEnum,
      nullable: true,
      description:
        'Stance and certainty put together: a statement that denies without being certain doubts. Null where there is no ' +
        'stance.',
      resolve: ({ stance, certainty }) => stance && sideOf(stance, certainty),
    }),
    factuality: t.string({
      nullable: true,
      description: factualityText,
      resolve: factuality,
    }),
    about: t.field({
      type: [Entity],
      description: statementText.about,
      resolve: aboutEntities,
    }),
    saidAt: t.expose('saidAt', {
      type: 'EDTF',
      nullable: true,
      description: statementText.saidAt,
    }),
    source: t.field({
      type: Source,
      description: statementText.source,
      resolve: required(sourceOf((statement) => statement.sourceId)),
    }),
    via: t.field({
      type: Statement,
      nullable: true,
      description: statementText.via,
      resolve: statementOf((statement) => statement.viaId),
    }),
    chain: t.field({
      type: [Statement],
      description:
        'The chain of attribution: this statement, then the one in which it is reported, and so on towards the source. At ' +
        'most 50.',
      resolve: relationToMany(
        ({ graph }, ids) => graph.statements.chains(ids),
        ({ parent }) => parent,
      ),
    }),
    review: t.expose('review', { type: ReviewStateEnum, description: statementText.review }),
  }),
})
