import { extractTextItems, getDocumentProxy, getMeta, type StructuredTextItem } from 'unpdf'
import { errorMessage, UnreadableError } from '../../values/errors.ts'
import type { Report } from './report.ts'

/** A line of a page, where it stands on it (in points, from the bottom left), and how large its letters are. */
interface PdfLine {
  readonly text: string
  readonly y: number
  readonly size: number
}

/** Titles that programs write of their own accord. */
const noTitle = /^(?:microsoft word|untitled|document\d*$|slide 1$)|\.(?:docx?|odt|pdf|indd|qxd|rtf|txt)$/i

/** The text of a PDF, its lines joined to paragraphs. What is repeated on top or at the foot of its pages is left out. */
export async function readPdf(bytes: Uint8Array): Promise<Report> {
  const document = await openPdf(bytes)
  const { items } = await extractTextItems(document)
  const { info } = await getMeta(document)
  const pages = items.map(linesOfPage)
  const repeated = repeatedLines(pages)
  const leftOut: string[] = []
  const kept = pages.map((lines) =>
    lines.filter((line, i) => {
      const isRepeated = isAtEdge(lines, i) && repeated.has(masked(line.text))
      if (isRepeated) leftOut.push(line.text)
      return !isRepeated
    }),
  )
  const text = paragraphsOf(kept).join('\n\n')
  if (text === '')
    throw new UnreadableError(
      'is a PDF without text, as a scan is. Have its text recognized (OCR), and save that as .txt.',
    )
  const title = filledText(info.Title)
  return {
    title: title && noTitle.test(title) ? undefined : title,
    author: filledText(info.Author),
    text,
    leftOut,
  }
}

async function openPdf(bytes: Uint8Array): ReturnType<typeof getDocumentProxy> {
  try {
    return await getDocumentProxy(bytes, { verbosity: 0 })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new UnreadableError('is a PDF behind a password. Save it without one.')
    throw new UnreadableError(`cannot be read as a PDF (${errorMessage(error)}). Save its text as .txt.`)
  }
}

const filledText = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

function linesOfPage(items: readonly StructuredTextItem[]): PdfLine[] {
  const lines: PdfLine[] = []
  let [text, y, size] = ['', Number.NaN, 0]
  const close = () => {
    const words = text.replace(/\s+/g, ' ').trim()
    if (words !== '') lines.push({ text: words, y, size })
    ;[text, y, size] = ['', Number.NaN, 0]
  }
  for (const item of items) {
    if (item.str.trim() !== '' && Math.abs(item.y - y) > item.fontSize / 2) close()
    text += item.str
    if (item.str.trim() !== '') [y, size] = [Number.isNaN(y) ? item.y : y, Math.max(size, item.fontSize)]
    if (item.hasEOL) close()
  }
  close()
  return lines
}

const EDGE = 2
const isAtEdge = (lines: readonly PdfLine[], i: number): boolean => i < EDGE || i >= lines.length - EDGE
const pageNumber = /^\W*(?:page|p\.|seite|стр\.?|стор\.?)?\s*\d+\s*(?:(?:of|\/|von|из|з)\s*\d+)?\W*$/i
/** Page numbers differ from page to page, and are the same line for all that. */
const masked = (text: string): string => (pageNumber.test(text) ? '#' : text)

/** Lines at the edges of pages that stand on three pages, and on at least half of all. */
function repeatedLines(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const lines of pages) {
    const edges = new Set(lines.filter((_, i) => isAtEdge(lines, i)).map(({ text }) => masked(text)))
    for (const text of edges) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const least = Math.max(3, pages.length / 2)
  return new Set([...counts].filter(([, count]) => count >= least).map(([text]) => text))
}

/** A paragraph ends where the next line stands further down than lines do, or has letters of another size. */
function paragraphsOf(pages: readonly (readonly PdfLine[])[]): string[] {
  const paragraphs: string[] = []
  const step = usualStep(pages)
  let previous: PdfLine | undefined
  for (const lines of pages) {
    for (const [i, line] of lines.entries()) {
      const goesOn = previous && (i === 0 ? !/[.!?:”"]$/.test(previous.text) : isNext(previous, line, step))
      if (goesOn) paragraphs.push(joinedLines(paragraphs.pop() as string, line.text))
      else paragraphs.push(line.text)
      previous = line
    }
  }
  return paragraphs
}

const isNext = (a: PdfLine, b: PdfLine, step: number): boolean =>
  Math.abs(a.size - b.size) < 1 && a.y - b.y > 0 && a.y - b.y < step * 1.3

/** The distance from line to line that is most frequent. */
function usualStep(pages: readonly (readonly PdfLine[])[]): number {
  const counts = new Map<number, number>()
  for (const lines of pages)
    for (const [i, { y }] of lines.entries()) {
      const step = Math.round((lines[i - 1]?.y ?? y) - y)
      if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1)
    }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
}

/** A word that is divided at the end of a line is one word. */
const joinedLines = (before: string, after: string): string =>
  /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after) ? before.slice(0, -1) + after : `${before} ${after}`
