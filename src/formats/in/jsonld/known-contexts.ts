type Terms = Readonly<Record<string, unknown>>

const link = (name: string): Terms => ({ '@id': name, '@type': '@id' })
const word = (name: string): Terms => ({ '@id': name, '@type': '@vocab' })
/** Names that stand for the same name of a vocabulary. */
const sameNames = (prefix: string, names: readonly string[]): Terms =>
  Object.fromEntries(names.map((name) => [name, `${prefix}:${name}`]))

const keywords = { id: '@id', type: '@type' }

/** What markup means by schema.org, as far as it is read: every name is one of its vocabulary. */
export const schemaOrgContext: Terms = {
  ...{ '@vocab': 'https://schema.org/', schema: 'https://schema.org/', ...keywords },
  ...{ url: link('schema:url'), sameAs: link('schema:sameAs') },
}

/** The terms of the W3C's annotations that are read; the others stay within its vocabulary and are counted. */
const annotationContext: Terms = {
  ...{ oa: 'http://www.w3.org/ns/oa#', as: 'http://www.w3.org/ns/activitystreams#', ...keywords },
  ...{ dc: 'http://purl.org/dc/elements/1.1/', dcterms: 'http://purl.org/dc/terms/' },
  ...{ foaf: 'http://xmlns.com/foaf/0.1/', rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' },
  ...{ schema: 'https://schema.org/', '@vocab': 'http://www.w3.org/ns/oa#' },
  ...{ Person: 'foaf:Person', Organization: 'foaf:Organization', Software: 'as:Application' },
  ...{ AnnotationCollection: 'as:OrderedCollection', AnnotationPage: 'as:OrderedCollectionPage' },
  ...{ body: link('oa:hasBody'), target: link('oa:hasTarget'), source: link('oa:hasSource') },
  ...{ selector: link('oa:hasSelector'), state: link('oa:hasState'), refinedBy: link('oa:refinedBy') },
  ...{ scope: link('oa:hasScope'), cached: link('oa:cachedSource'), items: link('as:items') },
  ...{ startSelector: link('oa:hasStartSelector'), endSelector: link('oa:hasEndSelector') },
  ...{ creator: link('dcterms:creator'), generator: link('as:generator'), homepage: link('foaf:homepage') },
  ...{ canonical: link('oa:canonical'), via: link('oa:via'), rights: link('dcterms:rights') },
  ...{ motivation: word('oa:motivatedBy'), purpose: word('oa:hasPurpose') },
  ...{ value: 'rdf:value', name: 'foaf:name', nickname: 'foaf:nick', email: link('foaf:mbox') },
  ...{ created: 'dcterms:created', modified: 'dcterms:modified', generated: 'dcterms:issued' },
  ...{ format: 'dc:format', language: 'dc:language', label: 'http://www.w3.org/2000/01/rdf-schema#label' },
  ...sameNames('oa', ['exact', 'prefix', 'suffix', 'start', 'end', 'bodyValue']),
}

const known: readonly { readonly address: RegExp; readonly terms: Terms }[] = [
  {
    address: /^https?:\/\/(www\.)?schema\.org(\/|\/docs\/jsonldcontext\.json(ld)?)?$/,
    terms: schemaOrgContext,
  },
  { address: /^https?:\/\/www\.w3\.org\/ns\/(anno|oa)(\.jsonld)?$/, terms: annotationContext },
  { address: /^https?:\/\/www\.w3\.org\/ns\/ldp(\.jsonld)?$/, terms: {} },
]

/** The addresses of contexts that are known, as an error names them. */
const KNOWN_WORDS = 'https://schema.org and http://www.w3.org/ns/anno.jsonld'

/** A file's terms are told by a document elsewhere, which is not fetched. */
export class UnknownContextError extends Error {
  readonly address: string

  constructor(address: string) {
    super(
      `is a context that is not known here, and nothing is fetched: known are ${KNOWN_WORDS}; put any other into the file`,
    )
    this.address = address
  }
}

interface LoadedContext {
  readonly documentUrl: string
  readonly document: Readonly<Record<string, unknown>>
}

/** Gives contexts by their addresses, without asking for them. */
export async function knownContext(address: string): Promise<LoadedContext> {
  const found = known.find((context) => context.address.test(address))
  if (!found) throw new UnknownContextError(address)
  return { documentUrl: address, document: { '@context': found.terms } }
}
