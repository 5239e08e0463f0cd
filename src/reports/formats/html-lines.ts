/** A node of a page's tree, an element or a piece of text, as far as it is looked at here. */
export interface HtmlNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly firstChild: HtmlNode | null
  readonly nextSibling: HtmlNode | null
  readonly parentNode: HtmlNode | null
  /** Elements alone have attributes. */
  getAttribute?(name: string): string | null
}

export const attributeOf = (node: HtmlNode, name: string): string | null => node.getAttribute?.(name) ?? null

/** A line of a page's text. */
export interface HtmlLine {
  readonly text: string
  /** Whether a block begins with it; if not, a line break stands before it. */
  readonly opensBlock: boolean
  /** The innermost element that it begins in. */
  readonly element: HtmlNode
  /** The number of its characters that are in links. */
  readonly linked: number
}

const TEXT = 3
const unread = /^(script|style|noscript|template|iframe|object|svg|math|head|button|select|textarea|form)$/i
const block =
  /^(p|div|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|section|article|header|footer|main|aside|nav|figure|figcaption|table|tr|pre|hr|address)$/i

/** The lines of a tree in their order. It walks without recursion: a tree may be deeper than the stack. */
export function linesOfTree(root: HtmlNode): HtmlLine[] {
  const lines: HtmlLine[] = []
  let open = new OpenLine(root, true)
  const close = (at: HtmlNode, opensBlock: boolean) => {
    const line = open.line()
    if (line) lines.push(line)
    open = new OpenLine(at, opensBlock || (!line && open.opensBlock))
  }
  for (let at: HtmlNode | null = root; at; ) {
    if (at.nodeType === TEXT) open.add(at)
    else if (block.test(at.nodeName)) close(at, true)
    else if (/^br$/i.test(at.nodeName)) close(at, false)
    at = following(at, root, (left) => block.test(left.nodeName) && close(left, true))
  }
  close(root, true)
  return lines
}

/** The text of lines, with an empty line between blocks. */
export const textOfLines = (lines: readonly HtmlLine[]): string =>
  lines.map(({ text, opensBlock }, i) => (i === 0 ? '' : opensBlock ? '\n\n' : '\n') + text).join('')

class OpenLine {
  readonly opensBlock: boolean
  #at: HtmlNode
  #words = ''
  #linked = 0

  constructor(at: HtmlNode, opensBlock: boolean) {
    this.#at = at
    this.opensBlock = opensBlock
  }

  add(node: HtmlNode): void {
    const words = (node.textContent ?? '').replace(/[\s\u00a0]+/g, ' ')
    if (words.trim() === '') {
      this.#words += words
      return
    }
    if (this.#words.trim() === '') this.#at = node.parentNode ?? node
    this.#words += words
    if (isLinked(node)) this.#linked += words.length
  }

  line(): HtmlLine | undefined {
    const text = this.#words.replace(/ {2,}/g, ' ').trim()
    return text === ''
      ? undefined
      : { text, opensBlock: this.opensBlock, element: this.#at, linked: this.#linked }
  }
}

/** Whether a piece of text is a link's, or a link's inner part's. */
function isLinked(node: HtmlNode): boolean {
  for (let up = node.parentNode; up && !block.test(up.nodeName); up = up.parentNode)
    if (/^a$/i.test(up.nodeName)) return true
  return false
}

/** The next node in the order of the document: inside of this one, beside it, or beside what it stands in. */
function following(at: HtmlNode, root: HtmlNode, leave: (node: HtmlNode) => void): HtmlNode | null {
  if (at.firstChild && !unread.test(at.nodeName)) return at.firstChild
  let up: HtmlNode | null = at
  while (up && up !== root) {
    leave(up)
    if (up.nextSibling) return up.nextSibling
    up = up.parentNode
  }
  return null
}
