/** What begins the names of the vocabularies that an export speaks. */
export const namespaces = {
  hearsay: 'urn:hearsay:term:',
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  dc: 'http://purl.org/dc/elements/1.1/',
  edtf: 'http://id.loc.gov/datatypes/edtf/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
} as const

/**
 * What a term's values are: `node` is another node by its IRI; `words` are words by their languages; `address` is an IRI
 * where the text is one, and else a literal that is exact; `moment` says itself whether it is a day or a time.
 */
export type TermForm =
  | 'text'
  | 'node'
  | 'words'
  | 'address'
  | 'edtf'
  | 'moment'
  | 'decimal'
  | 'count'
  | 'flag'

interface Term {
  readonly name: string
  readonly form: TermForm
}

const termsOf = <const Names extends Readonly<Record<string, string>>>(form: TermForm, names: Names) =>
  Object.fromEntries(Object.entries(names).map(([term, name]) => [term, { name, form }])) as Readonly<
    Record<keyof Names, Term>
  >

/** The properties of all records, by what they are called in JSON-LD. */
export const linkedTerms = {
  ...termsOf('text', {
    ...{ slug: 'hearsay:slug', review: 'hearsay:review', name: 'schema:name', text: 'schema:text' },
    ...{ description: 'schema:description', propertyID: 'schema:propertyID', value: 'schema:value' },
    ...{ precision: 'hearsay:precision', iso3166_2: 'hearsay:iso3166_2', iso3166: 'hearsay:iso3166' },
    ...{ actorType: 'hearsay:actorType', organizationKind: 'hearsay:organizationKind' },
    ...{ reliability: 'hearsay:reliability', role: 'hearsay:role', roleName: 'schema:roleName' },
    ...{ eventType: 'hearsay:eventType', mode: 'hearsay:mode', sourceKind: 'hearsay:sourceKind' },
    ...{ creator: 'dc:creator', inLanguage: 'schema:inLanguage', claimKind: 'hearsay:claimKind' },
    ...{ unitText: 'schema:unitText', speakerText: 'hearsay:speakerText', quoteType: 'hearsay:quoteType' },
    ...{ cue: 'hearsay:cue', act: 'hearsay:act', stance: 'hearsay:stance', side: 'hearsay:side' },
    ...{ certainty: 'hearsay:certainty', exact: 'oa:exact', prefix: 'oa:prefix', suffix: 'oa:suffix' },
    ...{ verdict: 'hearsay:verdict', credibility: 'hearsay:credibility', method: 'hearsay:method' },
    ...{ claimReviewed: 'schema:claimReviewed', alternateName: 'schema:alternateName' },
  }),
  ...termsOf('node', {
    ...{ identifier: 'schema:identifier', sameAs: 'schema:sameAs', geo: 'schema:geo' },
    ...{ containedInPlace: 'schema:containedInPlace', allegiance: 'hearsay:allegiance' },
    ...{ affiliation: 'hearsay:affiliation', organization: 'hearsay:organization', actor: 'hearsay:actor' },
    ...{
      location: 'schema:location',
      superEvent: 'schema:superEvent',
      participation: 'hearsay:participation',
    },
    ...{ publisher: 'schema:publisher', wasRevisionOf: 'prov:wasRevisionOf', copyOf: 'hearsay:copyOf' },
    ...{ wasDerivedFrom: 'prov:wasDerivedFrom', wasAttributedTo: 'prov:wasAttributedTo' },
    ...{ subject: 'hearsay:subject', event: 'hearsay:event', object: 'hearsay:object' },
    ...{ figure: 'hearsay:figure', contradicts: 'hearsay:contradicts', supports: 'hearsay:supports' },
    ...{ refines: 'hearsay:refines', equivalentTo: 'hearsay:equivalentTo', appearance: 'schema:appearance' },
    ...{ statedIn: 'hearsay:source', speaker: 'hearsay:speaker', onBehalfOf: 'hearsay:onBehalfOf' },
    ...{ addressee: 'hearsay:addressee', claim: 'hearsay:claim', about: 'hearsay:about', via: 'hearsay:via' },
    ...{ annotation: 'hearsay:annotation', body: 'oa:hasBody', target: 'oa:hasTarget' },
    ...{ motivation: 'oa:motivatedBy', source: 'oa:hasSource', selector: 'oa:hasSelector' },
    ...{ wasQuotedFrom: 'prov:wasQuotedFrom', wasGeneratedBy: 'prov:wasGeneratedBy' },
    ...{ wasAssociatedWith: 'prov:wasAssociatedWith', actedOnBehalfOf: 'prov:actedOnBehalfOf' },
    ...{ qualifiedDelegation: 'prov:qualifiedDelegation', agent: 'prov:agent' },
    ...{ hadActivity: 'prov:hadActivity', itemReviewed: 'schema:itemReviewed', author: 'schema:author' },
    ...{ reviewRating: 'schema:reviewRating', evidence: 'hearsay:evidence' },
  }),
  ...termsOf('words', { labels: 'skos:altLabel' }),
  ...termsOf('address', { url: 'schema:url', archivedAt: 'schema:archivedAt' }),
  ...termsOf('edtf', {
    ...{ from: 'hearsay:from', until: 'hearsay:until', when: 'hearsay:when', saidAt: 'hearsay:saidAt' },
    ...{ publishedAt: 'hearsay:publishedAt', retrievedAt: 'hearsay:retrievedAt' },
    ...{ assessedAt: 'hearsay:assessedAt' },
  }),
  ...termsOf('moment', {
    ...{ startDate: 'schema:startDate', endDate: 'schema:endDate', datePublished: 'schema:datePublished' },
    ...{ generatedAtTime: 'prov:generatedAtTime' },
  }),
  ...termsOf('decimal', {
    ...{ latitude: 'schema:latitude', longitude: 'schema:longitude' },
    ...{ minValue: 'schema:minValue', maxValue: 'schema:maxValue' },
  }),
  ...termsOf('count', {
    ...{ start: 'oa:start', end: 'oa:end', utf16Start: 'hearsay:utf16Start', utf16End: 'hearsay:utf16End' },
  }),
  ...termsOf('flag', { unnamed: 'hearsay:unnamed' }),
} as const

export type TermName = keyof typeof linkedTerms

/** Classes that JSON-LD names as the W3C's annotations and schema.org do, without a prefix. */
const plainClasses = {
  ...{ Annotation: 'oa:Annotation', SpecificResource: 'oa:SpecificResource' },
  ...{ TextQuoteSelector: 'oa:TextQuoteSelector', TextPositionSelector: 'oa:TextPositionSelector' },
  ...{ ClaimReview: 'schema:ClaimReview', Rating: 'schema:Rating' },
} as const

/** The IRI that a name with a prefix stands for, such as `schema:name`; of a class also without. An IRI is itself. */
export function fullName(name: string): string {
  const known = Object.hasOwn(plainClasses, name) ? plainClasses[name as keyof typeof plainClasses] : name
  const end = known.indexOf(':')
  const prefix = known.slice(0, end)
  if (!Object.hasOwn(namespaces, prefix)) return known
  return `${namespaces[prefix as keyof typeof namespaces]}${known.slice(end + 1)}`
}

/** What JSON-LD has to say of a term besides its name. */
const contextOfForm: Readonly<Record<TermForm, Readonly<Record<string, string>> | null>> = {
  text: null,
  moment: null,
  flag: null,
  node: { '@type': '@id' },
  address: { '@type': '@id' },
  words: { '@container': '@language' },
  edtf: { '@type': 'edtf:EDTF' },
  decimal: { '@type': 'xsd:decimal' },
  count: { '@type': 'xsd:nonNegativeInteger' },
}

/** The document that says what the terms of exported JSON-LD stand for: it is in each export, and served as well. */
export function contextDocument(): { readonly '@context': Readonly<Record<string, unknown>> } {
  const terms = Object.entries(linkedTerms).map(([term, { name, form }]) => {
    const more = contextOfForm[form]
    return [term, more ? { '@id': name, ...more } : name]
  })
  const keywords = { id: '@id', type: '@type' }
  return { '@context': { ...namespaces, ...keywords, ...plainClasses, ...Object.fromEntries(terms) } }
}
