import { z } from 'zod'
import { userNameProblem } from '../model/users/name.ts'
import { nodeTypes, revisionActions, userRoles } from '../values/vocabulary.ts'

const id = z.int().min(1)
const type = z.enum(nodeTypes)
const space = z.enum(['entity', 'claim'])

/**
 * The rows that a graph's history consists of, table by table, each after those that it refers to: who did what when
 * (`user`, `revision`), what was made and how each node was before (`creation`, `change`), and what was merged and how it can
 * be taken apart.
 */
export const historyTables = {
  user: z.strictObject({
    id,
    name: z.string().refine((name) => userNameProblem(name) === null, {
      error: ({ input }) => userNameProblem(String(input)) ?? '',
    }),
    role: z.enum(userRoles),
    created_at: z.int(),
    removed_at: z.int().nullable(),
  }),
  revision: z.strictObject({
    id,
    at: z.int(),
    by_id: id.nullable(),
    action: z.enum(revisionActions),
    note: z.string().nullable(),
    undoes_id: id.nullable(),
  }),
  creation: z.strictObject({ type, first_id: id, last_id: id, revision_id: id }),
  change: z.strictObject({ type, node_id: id, revision_id: id, before: z.string().nullable() }),
  merging: z.strictObject({ revision_id: id, type, from_id: id, into_id: id }),
  redirect: z.strictObject({
    space,
    from_id: id,
    type,
    slug: z.string().min(1),
    into_id: id,
    revision_id: id,
  }),
  merge_step: z.strictObject({ revision_id: id, place: z.int().min(0), from_id: id, step: z.string() }),
  name_origin: z.strictObject({
    entity_id: id,
    kind: z.enum(['LABEL', 'LINK']),
    scope: z.string(),
    text: z.string(),
    from_id: id,
  }),
} as const

export type HistoryTable = keyof typeof historyTables
export const historyTableNames = Object.keys(historyTables) as HistoryTable[]

/** The columns by which the rows of a table are told apart, and ordered. */
export const historyKeys: Readonly<Record<HistoryTable, readonly string[]>> = {
  user: ['id'],
  revision: ['id'],
  creation: ['type', 'first_id'],
  change: ['type', 'node_id', 'revision_id'],
  merging: ['revision_id', 'from_id'],
  redirect: ['space', 'from_id'],
  merge_step: ['revision_id', 'place'],
  name_origin: ['entity_id', 'kind', 'scope', 'text', 'from_id'],
}

/** The columns that name a row of another table, which has to come before. */
export const historyReferences: Readonly<Record<string, HistoryTable>> = {
  by_id: 'user',
  undoes_id: 'revision',
  revision_id: 'revision',
}

/** The ids of nodes, by the kind of node: an import gives each node that is named by its slug here the id that it had. */
export const historyIds = z.strictObject({
  type,
  ids: z.array(z.tuple([id, z.string().min(1)])).min(1),
})

export const columnsOf = (table: HistoryTable): string[] => Object.keys(historyTables[table].shape)
