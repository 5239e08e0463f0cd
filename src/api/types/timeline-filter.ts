import type { TimelineFilter } from '../../model/overviews/timeline/rows.ts'
import { type Answer, answerWithFields } from '../../sql/engine.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { builder, type Context } from '../kit/builder.ts'
import { NodeTypeEnum } from '../kit/enum.ts'
import { entityKeys } from '../kit/reference.ts'
import { kindsAmong } from './kinds.ts'
import { StatementFilterInput, type StatementFilterShape, statementFilter } from './statement-filter.ts'

/** What the line is to have, whether it is listed or counted. */
export const choiceArgs = builder.args((t) => ({
  about: t.idList({
    description:
      'Only what has to do with any of these actors, events and places: statements about them, the events themselves and ' +
      'their parts, events at these places, and events with these actors among the participants.',
  }),
  filter: t.field({
    type: StatementFilterInput,
    description:
      'Only the statements that this keeps. Events are not filtered by it: leave them out by types.',
  }),
  types: t.field({
    type: [NodeTypeEnum],
    description: 'EVENT, STATEMENT, or both; both, if not given. BAD_USER_INPUT for any other kind.',
  }),
}))

interface Choice {
  readonly about?: string[] | null | undefined
  readonly filter?: StatementFilterShape | null | undefined
  readonly types?: readonly NodeType[] | null | undefined
}

export const timelineChoice = (
  { about, filter, types }: Choice,
  context: Context,
): Answer<Omit<TimelineFilter, 'range'>> =>
  answerWithFields({
    about: entityKeys(context, about, ['about']),
    statements: statementFilter(filter, context),
    types: [...kindsAmong('types', types, ['EVENT', 'STATEMENT'], 'A timeline')],
  })
