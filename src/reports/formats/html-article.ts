import { attributeOf, type HtmlLine, type HtmlNode, linesOfTree } from './html-lines.ts'

/** The lines of a page that are its article's, and those that are not: menus, teasers, comments, small print. */
export interface Article {
  readonly lines: readonly HtmlLine[]
  readonly leftOut: readonly HtmlLine[]
}

/** A line of fewer words is a label or a teaser: it says nothing about where the article stands. */
const FEWEST_LINE_WORDS = 6
/** Parts of a page that hold no article, by what they are or are called. */
const besideElements = /^(nav|footer|menu|dialog)$/i
const besideNames =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|comments|comment-list|respond|disqus|related|recommended|recirculation|read-?more|more-stories|most-read|trending|popular|newsletter|subscribe|sign-?up|promo|advert|ads?|sponsor(?:ed)?|share|sharing|social|cookies?|consent|banner|sidebar|widget|footer|masthead|copyright|legal|tags|pagination)(?=$|[\s_-])/i
const besideRoles = /^(navigation|banner|contentinfo|search|menu|dialog|complementary|alert)$/i

/**
 * The article of a page. Readability finds where it stands, and leaves out whatever is called like a comment or a teaser,
 * a single paragraph of the article's own among them: those paragraphs are taken back.
 * @param kept what Readability took for the article's text, line by line
 */
export function articleLines(body: HtmlNode, kept: ReadonlySet<string>): Article {
  const all = linesOfTree(body)
  const found = all.filter(({ text }) => kept.has(text))
  const parts = new PageParts(all)
  const common = commonElement(found.filter(isLong)) ?? (found.length > 0 ? null : body)
  const root = common && parts.holderOf(common)
  const isArticle = (line: HtmlLine): boolean =>
    root === null
      ? kept.has(line.text)
      : isInside(line.element, root) &&
        (kept.has(line.text) || isProseLine(line)) &&
        !parts.isBeside(line, root)
  const lines: HtmlLine[] = []
  const leftOut: HtmlLine[] = []
  for (const line of all) (isArticle(line) ? lines : leftOut).push(line)
  return { lines, leftOut }
}

const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

const isLong = ({ text }: HtmlLine): boolean => wordCount(text) >= FEWEST_LINE_WORDS

/** A sentence, not a label: it ends as sentences do, and a short one leads nowhere. */
const isProseLine = (line: HtmlLine): boolean =>
  (isLong(line) || line.linked === 0) && /[.!?…:]["'”’»)\]]*$/.test(line.text)

function commonElement(lines: readonly HtmlLine[]): HtmlNode | undefined {
  let common: HtmlNode[] | undefined
  for (const { element } of lines) {
    const path = pathTo(element)
    if (common === undefined) common = path
    else {
      let same = 0
      while (same < common.length && common[same] === path[same]) same++
      common.length = same
    }
  }
  return common?.at(-1)
}

/** The elements from the root down to an element. */
function pathTo(element: HtmlNode): HtmlNode[] {
  const path: HtmlNode[] = []
  for (let up: HtmlNode | null = element; up; up = up.parentNode) path.push(up)
  return path.reverse()
}

function isInside(element: HtmlNode, root: HtmlNode): boolean {
  for (let up: HtmlNode | null = element; up; up = up.parentNode) if (up === root) return true
  return false
}

/** Counts the lines that each element of a page holds. */
class PageParts {
  readonly #lines = new Map<HtmlNode, number>()

  constructor(lines: readonly HtmlLine[]) {
    for (const line of lines)
      for (let up: HtmlNode | null = line.element; up; up = up.parentNode)
        this.#lines.set(up, (this.#lines.get(up) ?? 0) + 1)
  }

  /** The element that holds the article: for a page with one paragraph not the paragraph, but what it stands in. */
  holderOf(element: HtmlNode): HtmlNode {
    let holder = element
    while (holder.parentNode && !/^body$/i.test(holder.nodeName) && (this.#lines.get(holder) ?? 0) < 2)
      holder = holder.parentNode
    return holder
  }

  /**
   * Whether a line stands in a part beside the article. An element around it alone is the paragraph itself or its frame,
   * whatever it is called: `<aside class="pullquote">`, `<p class="comment">`; a list of comments has several.
   */
  isBeside(line: HtmlLine, root: HtmlNode): boolean {
    for (let up: HtmlNode | null = line.element; up && up !== root; up = up.parentNode) {
      if (besideElements.test(up.nodeName) || besideRoles.test(attributeOf(up, 'role') ?? '')) return true
      if (attributeOf(up, 'aria-hidden') === 'true' || attributeOf(up, 'hidden') !== null) return true
      if ((this.#lines.get(up) ?? 0) < 2) continue
      const called = `${attributeOf(up, 'class') ?? ''} ${attributeOf(up, 'id') ?? ''}`
      if (/^aside$/i.test(up.nodeName) || besideNames.test(called)) return true
    }
    return false
  }
}
