import type { FileLine, LinePlace, TextFile } from './text-file.ts'

const [DASH, DOT, HASH, PERCENT] = [...'-.#%'].map((sign) => sign.charCodeAt(0))
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

/**
 * Where the documents of a YAML file stand: `---` at the start of a line begins one, whatever stands around it, and `...` ends
 * one. Those that say nothing are left out, unless there is no other.
 *
 * @param longest The bytes after which a document that has not ended is cut off.
 */
export function* yamlDocumentsIn(file: TextFile, longest: number): Generator<LinePlace> {
  let begun = { line: 1, start: 0 }
  let [saysSomething, isMarked, isAny, isOver] = [false, false, false, false]
  for (const line of file.lines(longest)) {
    const [bytes, marker] = markedLine(line)
    if (isOver || (marker === DASH && (saysSomething || isMarked))) {
      if (saysSomething) yield { ...begun, end: line.start }
      isAny ||= saysSomething
      begun = { line: line.line, start: line.start }
      saysSomething = isMarked = isOver = false
    }
    isMarked ||= marker === DASH
    isOver = marker === DOT && (saysSomething || isMarked)
    saysSomething ||= hasContent(marker === undefined ? bytes : bytes.subarray(3))
    if (line.end - begun.start > longest) break
  }
  if (saysSomething) yield { ...begun, end: Math.min(file.size, begun.start + longest + 1) }
  else if (!isAny) yield { line: 1, start: 0, end: Math.min(file.size, longest + 1) }
}

/** A line without the mark that a file may begin with, and what begins or ends a document where it does. */
function markedLine({ line, bytes }: FileLine): [Uint8Array, typeof DASH] {
  const isFirst = line === 1 && BYTE_ORDER_MARK.every((byte, at) => bytes[at] === byte)
  const own = isFirst ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes
  const [first, second, third, next = 0] = own
  const isMarker = (first === DASH || first === DOT) && first === second && first === third && next <= 0x20
  return [own, isMarker ? first : undefined]
}

/** Whether there is more in a line than a remark or a directive. */
function hasContent(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte > 0x20)
  return first !== undefined && first !== HASH && bytes[0] !== PERCENT
}
