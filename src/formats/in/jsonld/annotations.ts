import { isFields } from '../../../dossier/fields.ts'
import { canonicalLanguage } from '../../../text/language.ts'
import type { RecordOrigin } from '../record-items.ts'
import { giveTarget } from './annotated-targets.ts'
import type { ClaimReading } from './claim-reviews.ts'
import { type ExpandedNode, idOf, nodesOf, textIn, textOf, valuesOf, webAddress } from './expanded-node.ts'
import { slugFor } from './text-hash.ts'
import { nameOf } from './told-actors.ts'
import { toldDate } from './told-date.ts'

/** Motivations of annotations, and purposes of bodies, that say something about what is annotated. */
const comments = ['commenting', 'describing', 'assessing', 'replying', 'questioning', 'editing', 'moderating']

/**
 * Reads an annotation. Its creator says what its body says, in the annotation itself; the words that it points to stand in
 * its target, and who said them it does not tell: they are proposed, for somebody to say whose they are.
 */
export function readAnnotation(reading: ClaimReading, annotation: ExpandedNode, origin: RecordOrigin): void {
  const { left } = reading
  const told = commentsOf(reading, annotation)
  if (told.length === 0) {
    left.note(`annotations without a comment (${motivationOf(annotation) ?? 'no motivation'})`)
    return
  }
  const targets = nodesOf(annotation, 'oa:hasTarget').map(reading.whole)
  const quotes = targets.flatMap((target) => giveTarget(reading, target, origin))
  const address = targets.map((target) => textOf(target, 'oa:hasSource') ?? idOf(target))
  const about = quotes[0] ?? address.find((id) => id !== undefined) ?? 'a document'
  for (const part of byCreator(told, creatorsOf(reading, annotation)))
    giveComments(reading, annotation, { ...part, about }, origin)
}

/** The comments by whoever wrote them: bodies may have creators of their own, as Recogito's have. */
function byCreator(
  told: readonly ToldComment[],
  ofAnnotation: readonly ExpandedNode[],
): readonly Omit<ToldComments, 'about'>[] {
  const parts = new Map<string | undefined, { told: ToldComment[]; creators: readonly ExpandedNode[] }>()
  for (const comment of told) {
    const creators = comment.creators.length > 0 ? comment.creators : ofAnnotation
    const name = creators[0] && nameOf(creators[0])
    const part = parts.get(name) ?? { told: [], creators }
    parts.set(name, part)
    part.told.push(comment)
  }
  return [...parts.values()]
}

const lastWord = (iri: string): string => iri.replace(/^.*[/#:]/, '')
const motivationOf = (annotation: ExpandedNode): string | undefined => {
  const motivation = textOf(annotation, 'oa:motivatedBy')
  return motivation === undefined ? undefined : lastWord(motivation)
}

interface ToldComment {
  readonly text: string
  readonly language?: string
  /** Whoever is named as the author of this body. */
  readonly creators: readonly ExpandedNode[]
  readonly body: ExpandedNode
}

/** The bodies that say something; tags, links and pictures are counted. */
function commentsOf(reading: ClaimReading, annotation: ExpandedNode): readonly ToldComment[] {
  const { left, whole } = reading
  const bodies = [...valuesOf(annotation, 'oa:hasBody'), ...valuesOf(annotation, 'oa:bodyValue')]
  return bodies.filter(isFields).flatMap((given) => {
    const body = whole(given)
    const text =
      '@value' in body ? textIn(body) : textOf(body, 'rdf:value', 'http://www.w3.org/2011/content#chars')
    const purpose = lastWord(textOf(body, 'oa:hasPurpose') ?? motivationOf(annotation) ?? 'commenting')
    if (text && comments.includes(purpose))
      return [{ text, ...languageOf(body), creators: creatorsOf(reading, body), body }]
    left.note(`bodies of annotations (${text ? purpose : 'no text'})`)
    return []
  })
}

function languageOf(body: ExpandedNode): Pick<ToldComment, 'language'> {
  const tag = canonicalLanguage(textOf(body, 'dc:language') ?? '')
  return tag === null ? {} : { language: tag }
}

interface ToldComments {
  readonly told: readonly ToldComment[]
  readonly creators: readonly ExpandedNode[]
  /** The words, or the address, that the comments are about. */
  readonly about: string
}

/** The annotation is a source of its own, in which its creator says something. */
function giveComments(
  reading: ClaimReading,
  annotation: ExpandedNode,
  { told, creators, about }: ToldComments,
  origin: RecordOrigin,
): void {
  const { items, actors, left } = reading
  const [creator, ...others] = creators
  if (!creator) {
    left.note('comments of nobody who is named', told.length)
    return
  }
  if (others.length > 0) left.note('further creators of annotations', others.length)
  const url = webAddress(idOf(annotation))
  const [at] = [annotation, ...told.map(({ body }) => body)].flatMap(
    (node) => toldDate(node, left, 'dcterms:created', 'oa:annotatedAt', 'dcterms:issued') ?? [],
  )
  const parts = [idOf(annotation), nameOf(creator), at, about, ...told.map(({ text }) => text)]
  const source = slugFor(`annotation-${about}`, ...parts.map((part) => part ?? ''))
  const fields = {
    title: `Annotation of “${about}”`,
    kind: 'POST',
    ...(url && { url }),
    ...(at && { publishedAt: at }),
  }
  items.giveOnce('sources', source, () => fields, origin)
  const speaker = actors.slugOf(creator, source, origin)
  for (const comment of told) {
    const { text, language } = comment
    const said = {
      source,
      speaker,
      text,
      ...(language && { language }),
      quoteType: 'DIRECT',
      act: 'OTHER',
      ...(at && { saidAt: at }),
    }
    items.giveOnce('statements', slugFor(`comment-${text}`, source, text), () => said, origin)
  }
  if (textOf(annotation, 'dcterms:modified') !== undefined)
    left.note('moments at which annotations were changed')
}

/** Whoever is named as a creator of an annotation, or of a body. */
const creatorsOf = ({ whole }: ClaimReading, annotation: ExpandedNode): readonly ExpandedNode[] =>
  ['dcterms:creator', 'dc:creator', 'oa:annotatedBy', 'schema:author']
    .flatMap((name) => valuesOf(annotation, name))
    .filter(isFields)
    .map(whole)
    .filter((node) => nameOf(node) !== undefined)
