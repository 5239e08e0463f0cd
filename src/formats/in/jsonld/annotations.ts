import type { Fields } from '../../../dossier/fields.ts'
import type { RecordOrigin } from '../record-items.ts'
import type { ClaimReading } from './claim-reviews.ts'
import {
  classesOf,
  type ExpandedNode,
  idOf,
  isOfClass,
  nodesOf,
  textIn,
  textOf,
  valuesOf,
  webAddress,
} from './expanded-node.ts'
import { slugFor } from './text-hash.ts'
import { nameOf } from './told-actors.ts'
import { toldDate } from './told-date.ts'
import { sourceFields } from './told-sources.ts'

/** Motivations of annotations, and purposes of bodies, that say something about what is annotated. */
const comments = ['commenting', 'describing', 'assessing', 'replying', 'questioning', 'editing', 'moderating']

/**
 * Reads an annotation. Its creator says what its body says, in the annotation itself; the words that it points to stand in
 * its target, and who said them it does not tell: they are proposed, for somebody to say whose they are.
 */
export function readAnnotation(reading: ClaimReading, annotation: ExpandedNode, origin: RecordOrigin): void {
  const { left } = reading
  const texts = commentsOf(reading, annotation)
  if (texts.length === 0) {
    left.note(`annotations without a comment (${motivationOf(annotation) ?? 'no motivation'})`)
    return
  }
  const quotes = nodesOf(annotation, 'oa:hasTarget').flatMap((target) =>
    giveTarget(reading, reading.whole(target), origin),
  )
  giveComments(reading, annotation, { texts, quote: quotes[0] }, origin)
}

const lastWord = (iri: string): string => iri.replace(/^.*[/#:]/, '')
const motivationOf = (annotation: ExpandedNode): string | undefined => {
  const motivation = textOf(annotation, 'oa:motivatedBy')
  return motivation === undefined ? undefined : lastWord(motivation)
}

/** The texts of the bodies that say something; tags, links and pictures are counted. */
function commentsOf({ left, whole }: ClaimReading, annotation: ExpandedNode): readonly string[] {
  const bodies = [...valuesOf(annotation, 'oa:hasBody'), ...valuesOf(annotation, 'oa:bodyValue')]
  return bodies.flatMap((given) => {
    const body = whole(given as ExpandedNode)
    const text =
      '@value' in body ? textIn(body) : textOf(body, 'rdf:value', 'http://www.w3.org/2011/content#chars')
    const purpose = lastWord(textOf(body, 'oa:hasPurpose') ?? motivationOf(annotation) ?? 'commenting')
    if (text !== undefined && comments.includes(purpose)) return [text]
    left.note(`bodies of annotations (${text === undefined ? 'no text' : purpose})`)
    return []
  })
}

/** The source that an annotation is about, and the words in it, where it says them. */
function giveTarget(reading: ClaimReading, target: ExpandedNode, origin: RecordOrigin): readonly string[] {
  const { items, nodes, left } = reading
  const [named] = nodesOf(target, 'oa:hasSource').map(reading.whole)
  const document = named ?? target
  const url = webAddress(idOf(document))?.replace(/#.*$/, '')
  const id = url ?? idOf(document)
  if (id === undefined || id.startsWith('_:')) {
    left.note('targets of annotations without an address')
    return []
  }
  const slug = slugFor(id.replace(/^https?:\/\/(www\.)?/, ''), id)
  const fields = () => ({ ...sourceFields(document, id, left), ...(url && { url }) })
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

interface ToldComments {
  readonly texts: readonly string[]
  readonly quote: string | undefined
}

/** The annotation is a source of its own, in which its creator says something. */
function giveComments(
  reading: ClaimReading,
  annotation: ExpandedNode,
  { texts, quote }: ToldComments,
  origin: RecordOrigin,
): void {
  const { items, actors, left } = reading
  const [creator] = ['dcterms:creator', 'dc:creator', 'schema:author'].flatMap((name) =>
    nodesOf(annotation, name),
  )
  const whole = creator && reading.whole(creator)
  if (!whole || nameOf(whole) === undefined) {
    left.note('comments of nobody who is named', texts.length)
    return
  }
  const url = webAddress(idOf(annotation))
  const told = toldDate(annotation, left, 'dcterms:created', 'dcterms:issued')
  const about = quote ?? targetsOf(annotation) ?? 'a document'
  const slug = slugFor(`annotation-${about}`, idOf(annotation) ?? '', about, ...texts)
  const fields = { title: `Annotation of “${about}”`, kind: 'POST', text: texts.join('\n\n') }
  items.giveOnce(
    'sources',
    slug,
    () => ({ ...fields, ...(url && { url }), ...(told && { publishedAt: told }) }),
    origin,
  )
  const speaker = actors.slugOf(whole, slug, origin)
  if (speaker === undefined) return
  for (const text of texts) {
    const said = {
      source: slug,
      speaker,
      text,
      quoteType: 'DIRECT',
      act: 'OTHER',
      ...(told && { saidAt: told }),
    }
    items.giveOnce('statements', slugFor(`comment-${text}`, slug, text), () => said, origin)
  }
  if (textOf(annotation, 'dcterms:modified') !== undefined)
    left.note('moments at which annotations were changed')
}

const targetsOf = (annotation: ExpandedNode): string | undefined =>
  nodesOf(annotation, 'oa:hasTarget')
    .map((target) => textOf(target, 'oa:hasSource') ?? idOf(target))
    .find((id) => id !== undefined)
