import { UserError } from '../errors.ts'
import {
  StatementFilterInput,
  type StatementFilterShape,
  statementFilter,
} from '../graph/statement/filter-input.ts'
import { builder, type Context } from '../graphql/builder.ts'
import { NodeTypeEnum } from '../graphql/enum.ts'
import { entityKeys } from '../graphql/reference.ts'
import type { NodeType } from '../vocabulary.ts'
import type { TimelineFilter, TimelineType } from './timeline-rows.ts'

/** What the line is to have, whether it is listed or counted. */
export const choiceArgs = builder.args((t) => ({
  about: t.idList({
    description:
      'Statements about any of these; these events, their parts, and events at these places or with these actors.',
  }),
  filter: t.field({
    type: StatementFilterInput,
    description:
      'Of the statements, only those that this keeps. It does not touch the events: leave them out by types.',
  }),
  types: t.field({ type: [NodeTypeEnum], description: 'EVENT, STATEMENT, or both.' }),
}))

interface Choice {
  readonly about?: string[] | null | undefined
  readonly filter?: StatementFilterShape | null | undefined
  readonly types?: readonly NodeType[] | null | undefined
}

export const timelineChoice = (
  { about, filter, types }: Choice,
  context: Context,
): Omit<TimelineFilter, 'range'> => ({
  about: entityKeys(context, about, ['about']),
  statements: statementFilter(filter, context),
  types: typesOf(types),
})

function typesOf(types: readonly NodeType[] | null | undefined): TimelineType[] {
  const other = types?.find((type) => type !== 'EVENT' && type !== 'STATEMENT')
  if (other)
    throw new UserError(`A timeline is of EVENT and STATEMENT; ${other} has no place in it.`, ['types'])
  return (['EVENT', 'STATEMENT'] as const).filter((type) => !types || types.includes(type))
}
