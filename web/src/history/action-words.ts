import { plain } from '../kit/words.ts'

const actions: Readonly<Record<string, string>> = {
  RECORD: 'written',
  IMPORT: 'imported',
  READ: 'read from a report',
  REVIEW: 'reviewed',
  MERGE: 'merged',
  UNMERGE: 'taken apart',
  REMOVE: 'removed',
  UNDO: 'undone',
}
/** What a revision did, in a word that is past. */
export const actionWord = (action: string): string => actions[action] ?? plain(action)

const kinds: Readonly<Record<string, string>> = {
  CREATED: 'created',
  UPDATED: 'changed',
  REMOVED: 'removed',
  MERGED: 'went into another',
  UNMERGED: 'came out of another again',
}
/** What became of a node. */
export const changeWord = (kind: string): string => kinds[kind] ?? plain(kind)
