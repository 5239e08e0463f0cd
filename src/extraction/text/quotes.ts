export interface Quote {
  /** Offsets with the marks. */
  begin: number
  end: number
  /** First and last token inside, marks included; -1 until tokens are known. */
  first: number
  last: number
  /** The quotation goes on in the next paragraph, which opens with a mark again. */
  runsOn: boolean
}

const MARK = /["“”„«»‹›]|''|``|[‘’‚']/g
const OPENS = new Set(['“', '„', '«', '‹', '``', '‘', '‚'])
const CLOSES = new Set(['”', '»', '›'])
/** An apostrophe that closes nothing for this long never opened a quotation. */
const LONGEST_SINGLE = 800

/** Quotations of every kind of mark, outermost only, paragraph by paragraph. */
export function findQuotes(text: string): Quote[] {
  const found: Quote[] = []
  let at = 0
  while (at <= text.length) {
    const line = text.indexOf('\n', at)
    const end = line < 0 ? text.length : line
    if (end > at) inParagraph(text, at, end, found)
    at = end + 1
  }
  return found
}

function inParagraph(text: string, from: number, to: number, found: Quote[]): void {
  // The search ends where the paragraph does: one that went on to the text's next mark would be made for each paragraph.
  const upToEnd = text.slice(0, to)
  MARK.lastIndex = from
  let open = -1
  let mark = ''
  for (let match = MARK.exec(upToEnd); match; match = MARK.exec(upToEnd)) {
    const at = match.index
    const m = match[0]
    const before = at > from ? (text[at - 1] as string) : ' '
    const after = at + m.length < to ? (text[at + m.length] as string) : ' '
    if (open < 0) {
      if (opensQuotation(m, before, after)) {
        if (isSingle(m) && m !== '‚' && !closesLater(text, at + m.length, to)) continue
        open = at
        mark = m
      }
    } else if (closesQuotation(mark, m, before, after)) {
      const triple = m === "''" && text[at + 2] === "'" ? 1 : 0
      MARK.lastIndex = at + m.length + triple
      found.push({ begin: open, end: at + m.length + triple, first: -1, last: -1, runsOn: false })
      open = -1
    }
  }
  if (open >= 0 && runsOn(text, to)) {
    found.push({ begin: open, end: to, first: -1, last: -1, runsOn: true })
  } else if (open >= 0 && !isSingle(mark) && to - open < 4000) {
    found.push({ begin: open, end: to, first: -1, last: -1, runsOn: false })
  }
}

const isSingle = (m: string) => m === '‘' || m === '’' || m === "'" || m === '‚'

function opensQuotation(m: string, before: string, after: string): boolean {
  if (m === '”') return /\s/.test(before) && /[A-Z…]/.test(after)
  if (m === '»' || m === '›') return /[\s([—–-]/.test(before) && /[\p{L}\d…]/u.test(after)
  if (CLOSES.has(m) || m === '’') return false
  const free = /[\s([{—–\-/,:.]/.test(before)
  if (m === "'") return free && /[A-Z]/.test(after)
  if (m === '‘' || m === '‚') return free && /[^\s\d]/.test(after)
  return OPENS.has(m) || free || /\S/.test(after)
}

function closesQuotation(open: string, m: string, before: string, after: string): boolean {
  if (open === '“' || open === '”')
    return m === '”' || (m === '“' && /[,.!?]/.test(before)) || (m === '"' && /\S/.test(before))
  if (open === '„') return m === '“' || m === '”'
  if (open === '«' || open === '‹') return m === (open === '«' ? '»' : '›')
  if (open === '»' || open === '›') return m === open || m === (open === '»' ? '«' : '‹')
  if (open === '``') return m === "''"
  if (open === '"') return m === '"' || m === '”'
  if (open === "''") return m === "''" || m === '"'
  if (open === '‚') return m === '‘' || m === '’'
  return isSingle(m) && m !== '‘' && !/[\p{L}\d]/u.test(after) && /[\p{L}\d.,!?…]/u.test(before)
}

function closesLater(text: string, from: number, to: number): boolean {
  const rest = text.slice(from, Math.min(to, from + LONGEST_SINGLE))
  return /[,.!?…][’'](?!')/.test(rest) || /[^s\s][’'](?![\p{L}\d'])/u.test(rest)
}

function runsOn(text: string, to: number): boolean {
  let at = to
  while (at < text.length && /\s/.test(text[at] as string)) at++
  return /["“„«»‘]/.test(text[at] ?? '') || text.startsWith("''", at)
}
