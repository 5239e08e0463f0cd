import { DataFactory, type NamedNode, type Quad, type Quad_Object } from 'n3'
import { isObjectLike } from '../../../values/is-object-like.ts'
import type { LinkedRecord, TypedLiteral } from './linked-record.ts'
import { fullName, linkedTerms, namespaces, type TermForm } from './linked-terms.ts'

const { namedNode, literal, quad } = DataFactory

const nodeNamed = (name: string): NamedNode => namedNode(fullName(name))
const typeProperty = nodeNamed('rdf:type')
const propertyNodes = new Map(
  Object.entries(linkedTerms).map(([term, { name, form }]) => [term, { form, node: nodeNamed(name) }]),
)

/** The triples that a record says in JSON-LD: its own ones first, and then those of the records within it. */
export function* triplesOf(record: LinkedRecord): Generator<Quad> {
  const inner: LinkedRecord[] = []
  const subject = namedNode(record.id)
  for (const name of [record.type ?? []].flat()) yield quad(subject, typeProperty, nodeNamed(name))
  for (const [term, given] of Object.entries(record)) {
    const property = propertyNodes.get(term)
    if (!property || given === undefined) continue
    for (const value of [given].flat()) {
      if (isRecord(value)) inner.push(value)
      for (const object of objectsOf(property.form, value)) yield quad(subject, property.node, object)
    }
  }
  for (const each of inner) yield* triplesOf(each)
}

const isRecord = (value: unknown): value is LinkedRecord =>
  isObjectLike(value) && typeof value.id === 'string'

function objectsOf(form: TermForm, value: unknown): Quad_Object[] {
  if (isRecord(value)) return [namedNode(value.id)]
  if (isTyped(value)) return [literal(value['@value'], nodeNamed(value['@type']))]
  if (form === 'words' && isObjectLike(value))
    return Object.entries(value).flatMap(([language, texts]) =>
      [texts].flat().map((text) => literal(String(text), language)),
    )
  const text = String(value)
  if (form === 'node' || form === 'address') return [namedNode(fullName(text))]
  return [literal(text, datatypes[form])]
}

const isTyped = (value: unknown): value is TypedLiteral => isObjectLike(value) && '@value' in value

const datatypes: Partial<Record<TermForm, NamedNode>> = {
  edtf: nodeNamed('edtf:EDTF'),
  decimal: nodeNamed('xsd:decimal'),
  count: nodeNamed('xsd:nonNegativeInteger'),
  flag: nodeNamed('xsd:boolean'),
}

/** The prefixes that a file of triples names its vocabularies by. */
export const prefixes: Readonly<Record<string, string>> = namespaces
