import { isFields } from '../../../dossier/fields.ts'
import { type ExpandedNode, valuesOf } from './expanded-node.ts'

interface WrongType {
  readonly property: string
  readonly message: string
}

const ADVICE: Readonly<Record<string, string>> = {
  claimReviewed: 'should be a text: the claim that is checked',
  datePublished: 'should be a date as a text, such as "2023-05-24"',
}

/** The properties of a review that are something else than the texts which every version of schema.org has them be. */
export const wrongTypesOf = (review: ExpandedNode): readonly WrongType[] =>
  Object.entries(ADVICE).flatMap(([property, message]) =>
    valuesOf(review, `schema:${property}`).every(isText) ? [] : [{ property, message }],
  )

/** A literal, or an address in the place of one. */
const isText = (value: unknown): boolean =>
  isFields(value) && typeof (value['@value'] ?? value['@id']) === 'string'
