import type { Fields } from '../../../dossier/fields.ts'
import type { RecordOrigin } from '../record-items.ts'
import type { ClaimReading } from './claim-reviews.ts'
import {
  classesOf,
  type ExpandedNode,
  idOf,
  isOfClass,
  nodesOf,
  textOf,
  valuesOf,
  webAddress,
  withoutScheme,
} from './expanded-node.ts'
import { slugFor } from './text-hash.ts'
import { toldSource } from './told-sources.ts'

/** The source that an annotation is about, and the words in it, where it says them. */
export function giveTarget(
  reading: ClaimReading,
  target: ExpandedNode,
  origin: RecordOrigin,
): readonly string[] {
  const { items, nodes, left } = reading
  const [named] = nodesOf(target, 'oa:hasSource').map(reading.whole)
  const document = named ?? target
  const url = webAddress(idOf(document))?.replace(/#.*$/, '')
  const id = url ?? idOf(document)
  if (id === undefined || id.startsWith('_:')) {
    left.note('targets of annotations without an address')
    return []
  }
  const slug = slugFor(withoutScheme(id), id)
  const fields = () => ({ ...toldSource(document, id, left), ...(url && { url }) })
  if (!nodes.typeOf('SOURCE', slug)) items.giveOnce('sources', slug, fields, origin)
  if (nodesOf(target, 'oa:hasState').length > 0) left.note('states of annotated documents')
  const selector = selectorOf(reading, target)
  if (selector.exact === undefined) return []
  giveQuote(reading, slug, selector.exact, selector, origin)
  return [selector.exact]
}

interface ToldSelector {
  readonly exact?: string
  readonly span?: Fields
}

/** The words that a target's selectors choose. Other selectors, such as ranges and fragments, are counted. */
function selectorOf({ left, whole }: ClaimReading, target: ExpandedNode): ToldSelector {
  const selectors = nodesOf(target, 'oa:hasSelector').map(whole)
  const all = [...selectors, ...selectors.flatMap((selector) => nodesOf(selector, 'oa:refinedBy').map(whole))]
  const quote = all.find((selector) => isOfClass(selector, 'TextQuoteSelector'))
  const position = all.find((selector) => isOfClass(selector, 'TextPositionSelector'))
  for (const other of all.filter((selector) => selector !== quote && selector !== position))
    left.note(`selectors (${classesOf(other)[0] ?? 'of no class'})`)
  const exact = quote && rawText(quote, 'oa:exact')
  if (!quote || !exact?.trim()) {
    if (position) left.note('selectors (TextPositionSelector alone)')
    return {}
  }
  const start = position === undefined ? Number.NaN : Number(textOf(position, 'oa:start'))
  const end = position === undefined ? Number.NaN : Number(textOf(position, 'oa:end'))
  // Characters are counted there, and code units here: the two agree where the words have the same length in both.
  const isSound = Number.isInteger(start) && start >= 0 && end - start === exact.length
  if (!isSound) left.note('quotes without a position')
  const around = { prefix: rawText(quote, 'oa:prefix'), suffix: rawText(quote, 'oa:suffix') }
  return isSound ? { exact, span: { start, end, exact, ...withoutMissing(around) } } : { exact }
}

const withoutMissing = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** A text with the space around it, which counts where words are pointed to. */
function rawText(node: ExpandedNode, name: string): string | undefined {
  const [value] = valuesOf(node, name) as readonly Fields[]
  return typeof value?.['@value'] === 'string' ? value['@value'] : undefined
}

/** The words stand there, and whoever said them is not named: somebody has to accept it. */
function giveQuote(
  reading: ClaimReading,
  source: string,
  exact: string,
  { span }: ToldSelector,
  origin: RecordOrigin,
): void {
  const { items, actors } = reading
  const slug = slugFor(`quote-${exact}`, source, exact, String(span?.start ?? ''))
  const speaker = actors.unnamed('Unnamed', source, origin)
  const said = { source, speaker, text: exact, quoteType: 'DIRECT', act: 'OTHER' }
  items.giveOnce('statements', slug, () => ({ ...said, ...(span && { span }), review: 'PROPOSED' }), origin)
}
