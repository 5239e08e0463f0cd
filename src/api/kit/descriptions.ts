import { DEFAULT_PAGE, LARGEST_PAGE } from '../../sql/page.ts'
import { builder } from './builder.ts'

/** Descriptions that many fields and arguments share. */

export const filterRule =
  'All fields that are given must hold. Where a field is a list, one of its values is enough; an empty list keeps ' +
  'nothing. An id or slug that names no such node is an error, NOT_FOUND, with the slugs that come nearest.'

export const filterText = 'Only what this keeps; everything, if it is not given.'
export const statementFilterText =
  'Only the statements that this keeps; all accepted ones, if it is not given.'

const searchRule =
  'words (all must occur; English ones by their stem), "a phrase", prefix* and -without. Case, marks and forms of ' +
  'letters do not count.'
export const nameSearch = `Full-text search over all its names: ${searchRule}`
export const textSearch = (where: string): string => `Full-text search over ${where}: ${searchRule}`

/** Of an argument `review`. */
export const reviewText = (what: string): string =>
  `Only ${what} in any of these states of review; ACCEPTED alone, if not given.`
/** Of a node's own field `review`. */
export const nodeReviewText =
  'ACCEPTED, or PROPOSED where it came in with a proposal and nothing that is accepted names it: then no list, search ' +
  'or count has it, unless `review` asks for it.'

export const asOfText =
  'As of this date: by accepted statements that had been said or published by its end. Now, if not given. ' +
  'BAD_USER_INPUT if the date has no end.'

export const asOfArg = builder.args((t) => ({ asOf: t.field({ type: 'EDTF', description: asOfText }) }))

export const stancesText = 'Only positions with any of these stances.'

/** Of an order by time. */
export const timeOrder =
  'By the first instant that the date allows, or, if it has no beginning, by the last. What has no date comes last, ' +
  'whichever way.'

export const earliestText =
  'The first instant that `when` allows; null where that is open or nothing is known.'
export const latestText = 'The last instant that `when` allows; null where that is open or nothing is known.'

export const factualityText = 'Stance and certainty as a FactBank value: CT+, PR+, PS+, CT-, PR-, PS- or Uu.'

/** Of a list that is not a connection. */
export const firstText = `How many at most: 0 to ${LARGEST_PAGE}. BAD_USER_INPUT outside these bounds.`

export const forwardArgs = builder.args((t) => ({
  first: t.int({ description: `${firstText} ${DEFAULT_PAGE}, if not given.` }),
  after: t.string({ description: 'Only what comes after this cursor, the endCursor of an earlier page.' }),
}))

/** What a query for one node is given; the kind of node is as ids have it. */
export const byReference = (kind: string) =>
  builder.args((t) => ({
    id: t.id({ required: true, description: `Its id, such as ${kind}_17, or its slug.` }),
  }))

/** Of an input that is an item of a dossier. */
export const dossierRule =
  'Its fields are those of the dossier. A field that is left out stays as it is; null empties it; a list replaces the ' +
  'whole list. `id` or `slug` names the one that is changed; where neither names any, a new one is made.'

/** The end of the description of what not everybody may do. */
export const needsEditor = 'Needs the role EDITOR.'
/** The same of what everybody may do where reading is open. */
export const needsReader = 'Needs the role READER where the server is private.'
