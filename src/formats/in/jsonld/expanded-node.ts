import { type Fields, isFields } from '../../../dossier/fields.ts'
import { fullName } from '../../out/linked-data/linked-terms.ts'
import { plainText } from './plain-text.ts'

/** A node of expanded JSON-LD: each property is a list, and its name an IRI. */
export type ExpandedNode = Fields

const SCHEMA_ORG = 'https://schema.org/'

/** Vocabularies that others use and our own export does not. */
const otherNamespaces: Readonly<Record<string, string>> = {
  dcterms: 'http://purl.org/dc/terms/',
  as: 'http://www.w3.org/ns/activitystreams#',
}

function iriOf(name: string): string {
  const [prefix = '', local = ''] = name.split(':')
  const namespace = otherNamespaces[prefix]
  return namespace === undefined ? fullName(name) : `${namespace}${local}`
}

/** The values of a property; schema.org's names begin with http or https. */
export function valuesOf(node: ExpandedNode, name: string): readonly unknown[] {
  const iri = iriOf(name)
  const values = node[iri] ?? (iri.startsWith(SCHEMA_ORG) ? node[iri.replace('https:', 'http:')] : undefined)
  return Array.isArray(values) ? values.flatMap(listed) : []
}

const listed = (value: unknown): readonly unknown[] =>
  isFields(value) && Array.isArray(value['@list']) ? value['@list'] : [value]

/** The first text or address of a property, without space around it; undefined where there is none. */
export function textOf(node: ExpandedNode, ...names: readonly string[]): string | undefined {
  for (const name of names)
    for (const value of valuesOf(node, name)) {
      const text = textIn(value)
      if (text) return text
    }
  return undefined
}

/** The same without the markup of web pages. */
export function plainTextOf(node: ExpandedNode, ...names: readonly string[]): string | undefined {
  const text = textOf(node, ...names)
  return text === undefined ? undefined : plainText(text) || undefined
}

/** What a literal says, or the IRI of a node. */
export function textIn(value: unknown): string | undefined {
  if (!isFields(value)) return undefined
  const text = value['@value'] ?? value['@id']
  return ['string', 'number', 'boolean'].includes(typeof text) ? String(text).trim() : undefined
}

export const nodesOf = (node: ExpandedNode, name: string): readonly ExpandedNode[] =>
  valuesOf(node, name).filter((value) => isFields(value) && !('@value' in value)) as readonly ExpandedNode[]

export const idOf = (node: ExpandedNode): string | undefined =>
  typeof node['@id'] === 'string' ? node['@id'] : undefined

/** The names of a node's classes without their vocabulary: `ClaimReview`. */
export const classesOf = (node: ExpandedNode): readonly string[] =>
  (Array.isArray(node['@type']) ? node['@type'] : []).map((iri) => String(iri).replace(/^.*[/#:]/, ''))

export const isOfClass = (node: ExpandedNode, ...names: readonly string[]): boolean =>
  classesOf(node).some((name) => names.includes(name))

/** A web address that a dossier takes; undefined for what is none. */
export const webAddress = (text: string | undefined): string | undefined =>
  text !== undefined && /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text) ? text : undefined

/** The web address of a document: its own, or the one that stands for it. */
export const addressOf = (node: ExpandedNode): string | undefined =>
  webAddress(textOf(node, 'schema:url')) ?? webAddress(idOf(node)) ?? webAddress(textIn(node))

/** An address as it is said: without `https://www.` */
export const withoutScheme = (address: string): string => address.replace(/^https?:\/\/(www\.)?/i, '')
