import { Slot, type Value } from '../../build.ts'

/** Unicode has no character here and never will: it stands for what no text of a database can have, and so is found nowhere. */
const NO_CHARACTER = '\uffff'

/** What PostgreSQL keeps in no text: NUL, and half of a surrogate pair. As it stands in a text, and as JSON writes it. */
const unknownCharacter = /[\0\p{Surrogate}]/gu
const escaped = /\\(u0000|ud[89a-f][0-9a-f]{2}|.)/gs

/** A value as it may be sent. Texts that are written are checked long before: what is sent otherwise is only looked for. */
export const sendable = (value: unknown): unknown =>
  typeof value === 'string' && value.search(unknownCharacter) >= 0
    ? value.replace(unknownCharacter, NO_CHARACTER)
    : value

/** The slot of a list of values that is given as JSON text, sent as an array: of that the planner knows how long it is. */
export const arraySlot = (name: string): Slot =>
  new Slot(name, (value) => (typeof value === 'string' ? arrayText(JSON.parse(value)) : value))

const arrayText = (values: readonly Value[]): string =>
  `{${values.map((value) => (typeof value === 'string' ? elementText(value) : String(value))).join()}}`

const elementText = (text: string): string => `"${String(sendable(text)).replace(/["\\]/g, '\\$&')}"`

/** The slot of a list of lists that is given as JSON text. */
export const jsonSlot = (name: string): Slot =>
  new Slot(name, (value) => (typeof value === 'string' ? sendableJson(value) : value))

/** A pair of backslashes is one of the text's own, and what is behind it no escape. */
const sendableJson = (json: string): string =>
  json.includes('\\u')
    ? json.replace(escaped, (found, sign: string) => (sign.length > 1 ? NO_CHARACTER : found))
    : json
