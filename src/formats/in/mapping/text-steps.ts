import { dateReaderOf } from './date-form.ts'
import type { Made, MakerKit } from './made-value.ts'
import type { MappedRow } from './mapped-row.ts'
import { numberFault, numberReader } from './number-form.ts'
import type { ValueObject } from './value-schema.ts'

/** What becomes of a text on its way from a cell to a field. */
export type TextSteps = (row: MappedRow, text: string, column: number | undefined) => Made

/** Makes of a piece what the field holds. */
type PieceReader = TextSteps

/** The steps that a value says, in their order; null where it says none. */
export function textSteps(value: ValueObject, kit: MakerKit): TextSteps | null {
  const edits = textEdits(value)
  const pieces = splitter(value)
  const read = pieceReader(value, kit)
  if (edits.length === 0 && !pieces && !read) return null
  const readEdited: PieceReader = (row, text, column) => {
    const edited = edits.reduce((edit, step) => step(edit).trim(), text)
    return edited === '' ? undefined : read ? read(row, edited, column) : edited
  }
  if (!pieces) return readEdited
  return (row, text, column) => {
    const made = pieces(text)
      .map((piece) => readEdited(row, piece, column))
      .filter((one) => one !== undefined)
    return made.length === 0 ? undefined : value.part === undefined ? made : made[0]
  }
}

function textEdits({
  empty,
  after,
  before,
  replace,
  case: letters,
}: ValueObject): ((text: string) => string)[] {
  const nothing = new Set(empty === undefined ? [] : typeof empty === 'string' ? [empty] : empty)
  return [
    ...(nothing.size > 0 ? [(text: string) => (nothing.has(text) ? '' : text)] : []),
    ...(after === undefined ? [] : [(text: string) => textAfter(text, after)]),
    ...(before === undefined ? [] : [(text: string) => textBefore(text, before)]),
    ...Object.entries(replace ?? {}).map(
      ([from, to]) =>
        (text: string) =>
          text.replaceAll(from, () => to),
    ),
    ...(letters === 'upper' ? [(text: string) => text.toUpperCase()] : []),
    ...(letters === 'lower' ? [(text: string) => text.toLowerCase()] : []),
  ]
}

const textAfter = (text: string, mark: string): string => {
  const at = text.indexOf(mark)
  return at < 0 ? text : text.slice(at + mark.length)
}

const textBefore = (text: string, mark: string): string => {
  const at = text.indexOf(mark)
  return at < 0 ? text : text.slice(0, at)
}

function splitter({ split, part }: ValueObject): ((text: string) => string[]) | null {
  if (split === undefined) return null
  const marks = typeof split === 'string' ? [split] : split
  const all = (text: string): string[] =>
    marks
      .reduce<string[]>((pieces, mark) => pieces.flatMap((piece) => piece.split(mark)), [text])
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '')
  return part === undefined ? all : (text) => all(text).slice(part - 1, part)
}

/** Words come first: what is looked up, or read as a date, may be what a word stands for. */
function pieceReader(value: ValueObject, kit: MakerKit): PieceReader | null {
  const words = value.words === undefined ? null : wordReader(value, kit)
  const read = typedReader(value, kit)
  if (!words || !read) return words ?? read
  return (row, text, column) => {
    const meant = words(row, text, column)
    return typeof meant === 'string' ? read(row, meant, column) : meant
  }
}

function typedReader(value: ValueObject, kit: MakerKit): PieceReader | null {
  if (value.date !== undefined) return dateStep(value)
  if (value.number !== undefined) return numberStep(value.number)
  return value.find === undefined ? null : kit.lookup(value.find, value)
}

function wordReader(value: ValueObject, kit: MakerKit): PieceReader {
  const { words, otherwise } = value
  const table = typeof words === 'string' ? kit.words[words] : words
  const found = new Map(Object.entries(table ?? {}).map(([word, meant]) => [word.toLowerCase(), meant]))
  const known = Object.keys(table ?? {})
    .slice(0, 20)
    .join(', ')
  const unknown = value.find === undefined ? value.else : 'keep'
  return (row, text, column) => {
    const meant = found.get(text.toLowerCase())
    if (meant !== undefined) return meant === '' ? undefined : meant
    if (otherwise !== undefined) return otherwise
    if (unknown === 'keep') return text
    if (unknown === 'empty') return leftOut(row, column)
    row.fault(column, `is none of the words of the mapping: ${known}`, text)
    return undefined
  }
}

/** Counts a value that the mapping wants left out. */
export function leftOut(row: MappedRow, column: number | undefined): undefined {
  const name = column === undefined ? 'values' : `values of ${row.notes.columns.name(column)}`
  row.notes.left.note(`${name} that the mapping leaves out`)
  return undefined
}

function dateStep({ date, zone, mark }: ValueObject): PieceReader {
  const read = dateReaderOf(date === undefined ? [] : typeof date === 'string' ? [date] : date, zone)
  return (row, text, column) => {
    const found = read(text)
    // Only a date can be marked: a time is what it is, and so is what is marked already.
    if ('date' in found) return /[T/~?%]/.test(found.date) ? found.date : `${found.date}${mark ?? ''}`
    row.fault(column, found.fault, text)
    return undefined
  }
}

function numberStep(form: NonNullable<ValueObject['number']>): PieceReader {
  const read = numberReader(form)
  return (row, text, column) => {
    const number = read(text)
    if (number === undefined) row.fault(column, numberFault(form), text)
    return number
  }
}
