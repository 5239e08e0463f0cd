import type { KnownNodes } from '../known-nodes.ts'
import type { LeftOut } from '../left-out.ts'
import type { RecordItems, RecordOrigin } from '../record-items.ts'
import type { DnaAttributes, DnaDocument, DnaStatement } from './dna-records.ts'
import { DnaNames, documentSlug } from './dna-slugs.ts'

/** Makes items of a dossier of DNA's documents and statements. */
export class DnaItems {
  readonly #items: RecordItems
  readonly #nodes: KnownNodes
  readonly #left: LeftOut
  readonly #names: DnaNames
  readonly #prefix: string
  /** The slugs of documents by their ids. */
  readonly #documents = new Map<string, string>()

  constructor(items: RecordItems, nodes: KnownNodes, left: LeftOut, prefix: string) {
    this.#items = items
    this.#nodes = nodes
    this.#left = left
    this.#names = new DnaNames(nodes)
    this.#prefix = prefix
  }

  hasDocument(id: string): boolean {
    return this.#documents.has(id)
  }

  document(document: DnaDocument): void {
    const slug = this.#slugOf(document)
    this.#documents.set(document.id, slug)
    const publisher = document.source === '' ? undefined : this.#nodes.named('ACTOR', document.source)
    if (document.source !== '' && publisher === undefined) this.#left.note('sources of documents')
    if (document.section !== '') this.#left.note('sections of documents')
    if (document.type !== '') this.#left.note('types of documents')
    if (document.notes !== '') this.#left.note('notes on documents')
    this.#items.give(
      'sources',
      {
        ...{ slug, title: document.title.trim() || `Document ${document.id}`, kind: 'OTHER' },
        ...(publisher !== undefined && { publisher }),
        ...(document.author.trim() !== '' && { author: document.author }),
        ...(document.day !== null && { publishedAt: document.day }),
        ...(document.text !== null && document.text !== '' && { text: document.text }),
      },
      document.origin,
    )
  }

  /** Documents that are called the same are told apart by their place in the file. */
  #slugOf(document: DnaDocument): string {
    const slug = documentSlug(this.#prefix, document)
    for (let nth = 1; ; nth++) {
      const one = nth === 1 ? slug : `${slug}-${nth}`
      if (!this.#items.has('sources', one)) return one
    }
  }

  /** @param attributesOf What is known of an actor, should it be new. */
  statement(
    documentId: string,
    statement: DnaStatement,
    attributesOf: (variable: 'person' | 'organization') => DnaAttributes = () => ({}),
  ): void {
    const { id, person, organization, exact, start, origin } = statement
    const source = this.#documents.get(documentId)
    if (source === undefined) throw new Error(`The document ${documentId} has not been given.`)
    const missing =
      person === '' && organization === ''
        ? 'a person or an organization'
        : exact.trim() === ''
          ? 'words'
          : null
    if (missing !== null) {
      this.#left.note(`statements without ${missing}`)
      return
    }
    const speaking = person && this.#actor('PERSON', person, attributesOf('person'), origin)
    const body =
      organization && this.#actor('ORGANIZATION', organization, attributesOf('organization'), origin)
    this.#items.give(
      'statements',
      {
        ...{ slug: `${source}-s${id}`, source, speaker: speaking || body },
        ...(speaking !== '' && body !== '' && body !== speaking && { onBehalfOf: body }),
        ...{ text: exact, quoteType: 'INDIRECT', act: 'STATE', ...this.#stance(statement) },
        ...(start !== null && { span: { start, end: start + exact.length, exact } }),
      },
      origin,
    )
  }

  #actor(
    type: 'PERSON' | 'ORGANIZATION',
    name: string,
    { alias, notes }: DnaAttributes,
    origin: RecordOrigin,
  ): string {
    const { slug, isNew } = this.#names.of('ACTOR', name)
    if (!isNew) return slug
    this.#items.giveOnce(
      'actors',
      slug,
      () => ({
        ...{ name, type, ...(type === 'ORGANIZATION' && { kind: 'OTHER' }) },
        ...(alias && alias !== name && { labels: { und: alias } }),
        ...(notes && { description: notes }),
      }),
      origin,
    )
    return slug
  }

  /** Whether it agrees to its concept: of a statement that does not say so, nobody can tell where it stands. */
  #stance({ concept, agreement, origin }: DnaStatement) {
    if (concept === '') return {}
    if (agreement === null) {
      this.#left.note('concepts of statements without agreement')
      return {}
    }
    const { slug, isNew } = this.#names.of('CLAIM', concept)
    if (isNew) this.#items.giveOnce('claims', slug, () => ({ text: concept, kind: 'OTHER' }), origin)
    return { claim: slug, stance: agreement ? 'AFFIRMS' : 'DENIES', certainty: 'CERTAIN' }
  }
}
