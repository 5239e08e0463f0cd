import type { Cell } from '../../../values/csv-line.ts'

/** What XML 1.0 has no way to write: control characters, and halves of a pair. */
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** A text as it stands within an element or between double quotes. */
export const xmlText = (text: string): string =>
  text.replace(impossible, '').replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? '')

/** Attributes behind the name of an element: ` id="russia" label="Russia"`. What has no value is left out. */
export const xmlAttributes = (values: Readonly<Record<string, Cell>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('')
