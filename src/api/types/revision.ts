import { revisionText } from '../../meaning/history.ts'
import type { RevisionRecord } from '../../model/history/revision-store.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { formatRevisionId } from '../../values/id.ts'
import { relationToMany, relationToOne } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { RevisionActionEnum } from '../kit/enum.ts'
import { User } from './user.ts'

export const Revision = builder.objectRef<RevisionRecord>('Revision')

/** The revision that a row points to. */
export const revisionOf = <T extends object>(pointer: (row: T) => number | null) =>
  relationToOne(pointer, ({ graph }, ids) => graph.revisions.byIds(ids))

const undoings = relationToMany(
  ({ graph }, ids) => graph.revisions.undoing(ids),
  (revision: RevisionRecord) => revision.undoesId,
)

Revision.implement({
  description: 'All that was written together, by one of whom, when and why.',
  fields: (t) => ({
    id: t.id({ description: revisionText.id, resolve: ({ id }) => formatRevisionId(id) }),
    at: t.expose('at', { type: 'DateTime', description: revisionText.at }),
    by: t.field({
      type: User,
      nullable: true,
      description: revisionText.by,
      resolve: relationToOne(
        ({ byId }: RevisionRecord) => byId,
        ({ graph }, ids) => graph.revisions.authors(ids),
      ),
    }),
    action: t.expose('action', { type: RevisionActionEnum, description: revisionText.action }),
    note: t.exposeString('note', { nullable: true, description: revisionText.note }),
    undoes: t.field({
      type: Revision,
      nullable: true,
      description: revisionText.undoes,
      resolve: revisionOf(({ undoesId }) => undoesId),
    }),
    undoneBy: t.field({
      type: Revision,
      nullable: true,
      description: revisionText.undoneBy,
      resolve: (revision, args, context) =>
        mapAnswer(undoings(revision, args, context), (found) => found.at(-1) ?? null),
    }),
  }),
})
