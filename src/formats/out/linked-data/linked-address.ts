import type { TypedLiteral } from './linked-record.ts'

/** An address that is an IRI as RDF has them (RFC 3987): without spaces, and the signs that IRIs leave out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: an IRI has none
const iri = /^https?:\/\/[^\s\x00-\x20\x7f-\x9f<>"{}|\\^`\ufff0-\uffff]+$/iu

/** An address as an IRI; as a literal where it is none, so that it is not changed. */
export const linkedAddress = (address: string): string | TypedLiteral =>
  iri.test(address) ? address : { '@value': address, '@type': 'xsd:anyURI' }
