import { readTokens } from '../../extraction/text/tokens.ts'
import type { Proposal } from '../proposing/propose.ts'

/** A word of what is said, as it may stand in a claim. */
export interface SaidWord {
  readonly text: string
  readonly low: string
  readonly pos: string
  /** Written without a space before it. */
  readonly isJoined: boolean
  /** Whether it stands within quotation marks, and so is the speaker's own word and not the reporter's. */
  readonly isQuoted: boolean
  /** Its offset in the report; -1 for a word that was put there. */
  readonly begin: number
}

/** A word of our own beside those of a text. */
export const saidWord = (text: string, pos = 'X', isJoined = false): SaidWord => ({
  text,
  low: text.toLowerCase(),
  pos,
  isJoined,
  isQuoted: false,
  begin: -1,
})

const beyondSentence = saidWord('', '')

/** The word at a place in a sentence; beyond its ends one without letters, of no part of speech. */
export const saidWordAt = (words: readonly SaidWord[], at: number): SaidWord => words[at] ?? beyondSentence

/**
 * The sentences of what a proposal says, without quotation marks. A quotation that its speaker interrupts is one text: what
 * goes on in small letters, or after what has no verb yet, goes on with the sentence.
 */
export function sentencesOf({ span, contentSpans }: Pick<Proposal, 'span' | 'contentSpans'>): SaidWord[][] {
  const sentences: SaidWord[][] = []
  for (const [begin, end] of contentSpans) {
    const piece = wordsBySentence(span.exact.slice(begin - span.start, end - span.start), begin)
    const [first, ...rest] = piece
    const last = sentences.at(-1)
    if (!first) continue
    if (last && continuesSentence(last, first)) last.push(...continuation(last, first))
    else sentences.push(first)
    sentences.push(...rest)
  }
  return sentences
}

const sentenceStop = /^[.!?…]+$/

function continuesSentence(last: readonly SaidWord[], next: readonly SaidWord[]): boolean {
  if (sentenceStop.test(last.at(-1)?.text ?? '')) return false
  const first = saidWordAt(next, 0)
  if (/^\p{Ll}/u.test(first.text)) return true
  const hasVerb = last.some(({ pos }) => pos === 'VERB' || pos === 'AUX')
  return !hasVerb && (first.pos === 'PROPN' || first.low === 'i')
}

/** The rest of a sentence, with the comma that a clause has, and without the one that the quotation marks asked for. */
function continuation(last: SaidWord[], next: readonly SaidWord[]): readonly SaidWord[] {
  while (/^[,;:–—-]$/.test(last.at(-1)?.text ?? '')) last.pop()
  const joins = /^(?:and|but|or|so|because|which|who|although|though|while|if)$/.test(next[0]?.low ?? '')
  return joins ? [saidWord(',', 'PUNCT', true), ...next] : next
}

function wordsBySentence(piece: string, begin: number): SaidWord[][] {
  const { plain, quoted } = withoutQuotationMarks(piece)
  const t = readTokens(plain)
  return t.units.flatMap(({ first, last }) => {
    const words: SaidWord[] = []
    for (let i = first; i < last; i++) {
      const at = t.begin[i] as number
      const text = t.word[i] as string
      words.push({
        text,
        low: t.low[i] as string,
        pos: t.pos[i] as string,
        isJoined: i > first && (at === t.end[i - 1] || /^[.,;:!?)…]+$/.test(text)),
        isQuoted: quoted[at] === 1,
        begin: begin + at,
      })
    }
    return intoClauses(words)
  })
}

/** "that it fell and that nobody was hurt" is two. */
const isSecondThat = (words: readonly SaidWord[], at: number): boolean =>
  /^(?:and|or)$/.test(words[at]?.low ?? '') && words[at + 1]?.low === 'that' && at > 3

function intoClauses(words: readonly SaidWord[]): SaidWord[][] {
  const parts: SaidWord[][] = [[]]
  for (const [at, one] of words.entries()) {
    if (one.text === ';' || isSecondThat(words, at)) parts.push([])
    else parts.at(-1)?.push(one)
  }
  return parts.filter((part) => part.length > 0)
}

/** Each mark becomes a space, so that every other letter stays where it is. */
function withoutQuotationMarks(piece: string): { plain: string; quoted: Uint8Array } {
  const quoted = new Uint8Array(piece.length)
  let isOpen = false
  for (let i = 0; i < piece.length; i++) {
    const mark = piece[i] as string
    const isDouble = (mark === "'" || mark === '`') && piece[i + 1] === mark
    if (isDouble) {
      isOpen = !isOpen
      i++
    } else if (/[“„«]/.test(mark)) isOpen = true
    else if (/[”»]/.test(mark)) isOpen = false
    else if (mark === '"') isOpen = !isOpen
    else if (isOpen) quoted[i] = 1
  }
  const plain = piece
    .replace(/[“”„«»"[\]]/g, ' ')
    .replace(/''|``/g, '  ')
    .replace(/(?<=^|\s)[‘'](?=[\p{L}\p{N}][^‘’'\n]{0,200}[’'](?:[\s.,;:!?]|$))/gu, ' ')
    .replace(/\s/g, ' ')
  return { plain: withoutClosers(piece, plain), quoted }
}

/** The single marks that close what a single mark has opened. */
function withoutClosers(piece: string, plain: string): string {
  let open = 0
  let closed = ''
  for (let i = 0; i < plain.length; i++) {
    const mark = plain[i] as string
    if (/[‘']/.test(piece[i] as string) && mark === ' ') open++
    const closes = open > 0 && /[’']/.test(mark) && !/[\p{L}\p{N}]/u.test(plain[i + 1] ?? '')
    if (closes) open--
    closed += closes ? ' ' : mark
  }
  return closed
}

/** Words as a sentence: a capital first, and a full stop. */
export function sentenceOf(words: readonly SaidWord[]): string {
  const text = words
    .map(({ text, isJoined }, at) => (at === 0 || isJoined ? text : ` ${text}`))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/\(\s+/g, '(')
    .replace(/[\s,;:–—.!…-]+$/u, '')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
