import { UnreadableError } from '../../values/errors.ts'

/** More than any article has; beyond these the libraries would search for minutes. */
const MOST_ELEMENTS = 30_000
const DEEPEST_ELEMENT = 300
/** Each < and each & costs the libraries a look ahead, whether or not markup follows. */
const MOST_SIGNS = 5 * MOST_ELEMENTS
/** The libraries compare each of an element's attributes with all others. */
const MOST_ATTRIBUTES = 200

/** Refuses a page that would take the libraries too long, by its text, before anything is made of it. */
export function requireBounds(html: string): void {
  requireFewMarks(html)
  requireFewElements(html)
  requireFewAttributes(html)
}

function requireFewMarks(html: string): void {
  let marks = 0
  for (const _ of html.matchAll(/[<&]/g))
    if (++marks > MOST_SIGNS)
      throw new UnreadableError(`has more than ${MOST_SIGNS.toLocaleString('en')} of the signs < and &.`)
}

const voidElement =
  /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|td|tr|th|dt|dd|option)$/

function requireFewElements(html: string): void {
  let [elements, depth] = [0, 0]
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9-]*)/g)) {
    if (slash) depth = Math.max(0, depth - (voidElement.test(name.toLowerCase()) ? 0 : 1))
    else {
      elements++
      if (!voidElement.test(name.toLowerCase())) depth++
    }
    if (depth > DEEPEST_ELEMENT)
      throw new UnreadableError(`is nested more than ${DEEPEST_ELEMENT} elements deep.`)
    if (elements > MOST_ELEMENTS)
      throw new UnreadableError(`has more than ${MOST_ELEMENTS.toLocaleString('en')} elements.`)
  }
}

const rawTextEnds: Readonly<Record<string, RegExp>> = {
  '!--': /-->/g,
  script: /<\/script/gi,
  style: /<\/style/gi,
}

function requireFewAttributes(html: string): void {
  const tag = /<(!--|[a-zA-Z][^\s/>]*)/g
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const name = (match[1] as string).toLowerCase()
    if (name !== '!--') tag.lastIndex = pastAttributes(html, tag.lastIndex)
    const end = Object.hasOwn(rawTextEnds, name) ? rawTextEnds[name] : undefined
    if (!end) continue
    // What looks like a tag within these is none.
    end.lastIndex = tag.lastIndex
    if (!end.test(html)) return
    tag.lastIndex = end.lastIndex
  }
}

/** The offset at which a tag ends. */
function pastAttributes(html: string, start: number): number {
  const part = /\s*=\s*(?:"[^"]*"|'[^']*')?|([^\s/>=]+)|[\s/]+/y
  let [at, words] = [start, 0]
  for (part.lastIndex = at; part.test(html); part.lastIndex = at) {
    if (!/[\s/=]/.test(html[at] as string) && ++words > 2 * MOST_ATTRIBUTES)
      throw new UnreadableError(`has an element with more than ${MOST_ATTRIBUTES} attributes.`)
    at = part.lastIndex
  }
  return at
}
