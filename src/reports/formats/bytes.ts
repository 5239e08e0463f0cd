import { isUtf8 } from 'node:buffer'
import { UnreadableError } from '../../values/errors.ts'
import { MIB } from '../../values/mib.ts'

/** A page of this size is a thousand times a report's; a tree of it in memory is some hundred times larger. */
export const LARGEST_FILE = 8 * MIB
/** A thick novel. Whatever is longer is no report, and takes longer to read than anybody waits. */
export const LARGEST_TEXT = 2 * MIB

/** Bytes as text, or what is wrong with them and at which byte. */
export function decodeText(bytes: Buffer): string {
  if (bytes.length > LARGEST_FILE)
    throw new UnreadableError(`is larger than ${LARGEST_FILE / MIB} MiB: divide it into reports.`)
  const zero = bytes.indexOf(0)
  if (isUtf16(bytes)) throw new UnreadableError('is UTF-16 from byte 0 on: save it as UTF-8.')
  if (zero >= 0) throw new UnreadableError(`is no text: there is a zero at byte ${zero}.`)
  if (!isUtf8(bytes))
    throw new UnreadableError(
      `is not UTF-8: byte ${firstInvalid(bytes)} belongs to no character. Save it as UTF-8.`,
    )
  return bytes.toString('utf8')
}

const isUtf16 = (bytes: Buffer): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)

/** The shortest beginning that can be no beginning of UTF-8 ends with the byte at fault. */
function firstInvalid(bytes: Buffer): number {
  let [valid, invalid] = [0, bytes.length + 1]
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1
    if (canBegin(bytes.subarray(0, middle))) valid = middle
    else invalid = middle
  }
  return Math.min(valid, bytes.length - 1)
}

function canBegin(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/**
 * The text as it is stored: all offsets refer to it. A byte order mark and soft hyphens are no part of the words, letters
 * are composed (NFC), lines end in one way, and half a surrogate pair, which UTF-8 cannot hold, becomes the sign for what is missing.
 */
export function storedText(text: string): string {
  const zero = text.indexOf('\0')
  if (zero >= 0) throw new UnreadableError(`is no text: there is a zero at character ${zero}.`)
  const stored = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u00ad', '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
  if (stored.trim() === '') throw new UnreadableError('is empty: there is no text in it.')
  if (stored.length > LARGEST_TEXT)
    throw new UnreadableError(
      `has ${stored.length.toLocaleString('en')} characters: a report has ${LARGEST_TEXT.toLocaleString('en')} at most. Divide it.`,
    )
  return stored
}
