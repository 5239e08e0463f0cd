import type { ChangeKind, RevisionAction } from '../values/vocabulary.ts'
import type { Meaning } from './meaning.ts'

export const revisionActionMeaning: Meaning<RevisionAction> = {
  of: 'What a revision did.',
  words: {
    RECORD: 'Somebody wrote nodes down, or changed them.',
    IMPORT: 'A dossier was imported.',
    READ: 'A report was read: its source was stored, and its statements were proposed.',
    REVIEW: 'Proposed statements were accepted or rejected.',
    MERGE: 'Several nodes that were one and the same became one.',
    UNMERGE: 'A merge was taken apart.',
    REMOVE: 'A node was taken away.',
    UNDO: 'An earlier revision was taken back.',
  },
}

export const changeKindMeaning: Meaning<ChangeKind> = {
  of: 'What became of a node in a revision.',
  words: {
    CREATED: 'It came into the graph, or back into it.',
    UPDATED: 'It was there before and after, with other fields.',
    REMOVED: 'It was taken away.',
    MERGED: 'It went into another node: its id and its slug lead to that one.',
    UNMERGED: 'It had gone into another node, and came out of it again.',
  },
}

export const revisionText = {
  id: 'Permanent: revision, an underscore and its number, such as revision_12. A later revision has a higher number.',
  at: 'When it was written.',
  by: 'Who did it; null where it was the person at the machine, or a command such as an import.',
  action: 'What was done.',
  note: 'Why, in the words of whoever did it; null where nobody said.',
  undoes: 'The revision that this one takes back.',
  undoneBy: 'The latest revision that takes this one back; null where none does.',
  changes: 'The nodes that it changed, in pages. A revision changes a node once.',
} as const

export const changeText = {
  revision: 'The revision that changed it.',
  kind: 'What became of the node.',
  node: 'The node as it is now; null where it is gone.',
  nodeId: 'The id of the node, even where the node is gone.',
  fields: 'The fields that differ between before and after; of what was created or removed, all that it had.',
} as const

export const fieldChangeText = {
  path: 'The field by its name in the dossier, such as description.',
  before: 'What was there, as JSON text with other nodes by their slugs; null where nothing was.',
  after: 'What was there then, as JSON text with other nodes by their slugs; null where nothing was.',
} as const

export const nodeRevisionText =
  'The revision that changed it last. Hand it back as expectedRevision, and nobody’s change is overwritten unseen.'
export const nodeHistoryText = 'What became of it, the latest change first.'
