import { itemAt } from '../../values/item-at.ts'
import { isItem, opensSmall, stops, type TextLine, textLines } from './text-line.ts'

/** The longest line of a wrapped text: lines are broken at 72 or 80 columns, and a longer one is a paragraph. */
const WIDEST = 120
/** Lines as short as these are verses, lists or headings. */
const SHORTEST_WRAPPED = 25

/**
 * A text whose lines were broken to fit a width, each paragraph on one line: every character keeps its place, and a line
 * end inside a paragraph, with the blanks and the marks of quotation (`> `) around it, becomes as many blanks. Verses,
 * lists and headings stay as they are.
 */
export function unwrapped(text: string): string {
  if (!hasShortLines(text)) return text
  const blocks = blocksOf(textLines(text))
  const widths = blocks.map(widthOf)
  const width = widths.reduce((widest, one) => Math.max(widest, one), 0)
  if (width === 0) return text
  let [out, at] = ['', 0]
  const blank = (from: number, to: number) => {
    out += text.slice(at, from) + ' '.repeat(to - from)
    at = to
  }
  for (const [b, block] of blocks.entries()) {
    for (const [i, line] of block.entries()) {
      const before = block[i - 1]
      if (before && isBroken(before, line, widths[b] as number, width, i === 1)) blank(before.end, line.first)
      else if (line.isQuoted) blank(line.begin, line.first)
    }
  }
  return out + text.slice(at)
}

/** Whether two lines stand one below the other that are no paragraphs of their own. */
function hasShortLines(text: string): boolean {
  let before = false
  for (let begin = 0; begin < text.length; ) {
    const stop = text.indexOf('\n', begin)
    const length = (stop < 0 ? text.length : stop) - begin
    const isShort = length >= SHORTEST_WRAPPED && length <= WIDEST * 2
    if (length > 0 && length <= WIDEST * 2 && before) return true
    before = isShort
    begin += length + 1
  }
  return false
}

/** Lines with nothing blank between them. */
function blocksOf(lines: TextLine[]): TextLine[][] {
  const blocks: TextLine[][] = []
  let block: TextLine[] = []
  for (const line of lines) {
    if (line.length > 0) block.push(line)
    if (line.length > 0 && block.length > 1) continue
    if (block.length === 1 && line.length > 0) blocks.push(block)
    else block = []
  }
  return blocks
}

/** How wide a block was wrapped, by those of its lines whose sentence surely goes on; 0 where it was not. */
function widthOf(block: TextLine[]): number {
  let [width, ends] = [0, 0]
  const filled: number[] = []
  for (let i = 1; i < block.length; i++) {
    const [line, next] = [itemAt(block, i - 1), itemAt(block, i)]
    if (!areLinesOfProse(line, next)) continue
    if (line.length < SHORTEST_WRAPPED) {
      if (i > 1 && !stops(line)) filled.push(line.length + 1 + next.firstWord)
      continue
    }
    ends++
    if (!goesOnInNextLine(line, next)) continue
    width = Math.max(width, line.length)
    filled.push(line.length + 1 + next.firstWord)
  }
  const full = filled.filter((length) => length > width * 0.7).length
  return filled.length * 3 >= ends && full * 2 > filled.length ? width : 0
}

const areLinesOfProse = (line: TextLine, next: TextLine) =>
  line.length <= WIDEST && next.length <= WIDEST && !isItem(next) && !line.isHeading

const leadsToNextLine =
  /(?:^|\s)(?:the|an?|of|in|on|at|to|by|for|from|with|and|or|that|said|(?:mrs?|ms|gen|dr|sen|gov)\.?)$/i

/** Whether a sentence surely goes on in the next line. */
const goesOnInNextLine = (line: TextLine, next: TextLine): boolean =>
  (leadsToNextLine.test(line.tail) || !stops(line)) && (opensSmall(next) || leadsToNextLine.test(line.tail))

/** Whether the line end is one of the wrapping: its sentence goes on, or the next word would not have fitted. */
function isBroken(
  line: TextLine,
  next: TextLine,
  ownWidth: number,
  width: number,
  isFirst: boolean,
): boolean {
  if (!areLinesOfProse(line, next) || line.length > (ownWidth || width) * 1.15) return false
  const isFull = line.length + 1 + next.firstWord > (ownWidth || width)
  if (isFull || ownWidth === 0 || line.length < SHORTEST_WRAPPED) return isFull
  return goesOnInNextLine(line, next) || (!isFirst && line.length >= ownWidth * 0.6 && !stops(line))
}
