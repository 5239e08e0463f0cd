import { type Fields, isFields } from '../../../dossier/fields.ts'
import { sections } from '../../../dossier/sections.ts'
import { nodeKinds, type Section } from '../../../values/node-kinds.ts'
import { nodeTypes } from '../../../values/vocabulary.ts'
import { type LinkedField, linkedFields } from '../../out/linked-data/linked-fields.ts'
import { fullName, linkedTerms, type TermName } from '../../out/linked-data/linked-terms.ts'
import { relationTerms } from '../../out/linked-data/said-record.ts'
import { type ExpandedNode, nodesOf, textIn, textOf, valuesOf } from './expanded-node.ts'

/** An item of our own export whose references are still IRIs. */
export interface OwnLinkedItem {
  readonly section: Section
  readonly iri: string
  readonly fields: Fields
}

const sectionByClass = new Map(
  nodeTypes.map((type) => [fullName(`hearsay:${nodeKinds[type].typeName}`), nodeKinds[type].many]),
)

/** Gives a node with all that a file says of it elsewhere. */
type WholeNode = (node: ExpandedNode) => ExpandedNode

/** The section whose item a record of our own export is; undefined where it is none of ours. */
export function ownSection(node: ExpandedNode): Section | undefined {
  const classes = Array.isArray(node['@type']) ? node['@type'] : []
  const section = classes.map((iri) => sectionByClass.get(String(iri))).find((found) => found !== undefined)
  return typeof node['@id'] === 'string' ? section : undefined
}

/** Whether parts of a record stand elsewhere in the file, as in Turtle, or JSON-LD that was flattened. */
export function hasPartsElsewhere(node: ExpandedNode): boolean {
  const id = String(node['@id'])
  return Object.values(node).some(
    (values) => Array.isArray(values) && values.some((value) => isFields(value) && isBarePart(value, id)),
  )
}

const isBarePart = (value: Fields, outer: string): boolean =>
  Object.keys(value).length === 1 && isPartOf(String(value['@id'] ?? ''), outer)

/** Whether an IRI is that of a part of a node, such as `…#figure`. */
export const isPartOf = (iri: string, outer: string): boolean =>
  iri.startsWith(outer) && /^[#-]./.test(iri.slice(outer.length))

/** What a record of our own export says. */
export function ownLinkedItem(section: Section, node: ExpandedNode, whole: WholeNode): OwnLinkedItem {
  const plain = linkedFields[section].flatMap((field) => plainField(node, field))
  const partsIn: PartsIn = (outer, term) => nodesOf(outer, property(term)).map(whole)
  const fields = { ...Object.fromEntries(plain), ...partsOf(section, node, partsIn) }
  return { section, iri: String(node['@id']), fields: withoutEmpty(fields) }
}

/** The nodes that a property of a node leads to, with all that the file says of them. */
type PartsIn = (node: ExpandedNode, term: TermName) => readonly ExpandedNode[]

const property = (term: TermName): string => linkedTerms[term].name

function plainField(node: ExpandedNode, { field, term, names }: LinkedField): [string, unknown][] {
  const values = valuesOf(node, property(term))
  if (values.length === 0) return []
  if (field === 'about') return [[field, [...new Set(values.map(idIn))]]]
  const [value] = values
  return [[field, names === undefined ? literalIn(value) : idIn(value)]]
}

/** Unlike a text of others', ours is as it stands. */
const literalIn = (value: unknown): unknown => {
  const fields = value as Fields
  return fields['@value'] ?? fields['@id']
}
const idIn = (value: unknown): string => textIn(value) ?? ''

const literalOf = (node: ExpandedNode, term: TermName): unknown => {
  const [value] = valuesOf(node, property(term))
  return value === undefined ? undefined : literalIn(value)
}
const numberOf = (node: ExpandedNode, term: TermName): number | undefined => {
  const value = literalOf(node, term)
  return value === undefined ? undefined : Number(value)
}

function partsOf(section: Section, node: ExpandedNode, partsIn: PartsIn): Fields {
  if (sections[section].keyTable === 'entity')
    return { ...namesOf(node, partsIn), ...entityParts(section, node, partsIn) }
  if (section === 'claims') return { figure: figureOf(node, partsIn), relations: relationsOf(node) }
  return section === 'statements' ? { span: spanOf(node, partsIn) } : {}
}

function entityParts(section: Section, node: ExpandedNode, partsIn: PartsIn): Fields {
  if (section === 'places') {
    const [geo] = partsIn(node, 'geo')
    return geo ? { latitude: numberOf(geo, 'latitude'), longitude: numberOf(geo, 'longitude') } : {}
  }
  if (section === 'events')
    return {
      participants: partsIn(node, 'participation').map((part) => ({
        ...{ actor: textOf(part, property('actor')), role: literalOf(part, 'role') },
      })),
    }
  return {
    affiliations: partsIn(node, 'affiliation').map((part) =>
      withoutEmpty({
        ...{ organization: textOf(part, property('organization')), role: literalOf(part, 'role') },
        ...{
          title: literalOf(part, 'roleName'),
          from: literalOf(part, 'from'),
          until: literalOf(part, 'until'),
        },
      }),
    ),
  }
}

function namesOf(node: ExpandedNode, partsIn: PartsIn): Fields {
  const labels = valuesOf(node, property('labels')).map((value) => [
    String((value as Fields)['@language'] ?? 'und'),
    String(literalIn(value)),
  ])
  const links = partsIn(node, 'identifier').map((part) => [
    String(literalOf(part, 'propertyID')),
    String(literalOf(part, 'value')),
  ])
  return { labels: grouped(labels), links: grouped(links) }
}

/** Texts by their keys, in the order in which they stand. */
function grouped(pairs: readonly (readonly string[])[]): Readonly<Record<string, string[]>> {
  const groups = new Map<string, string[]>()
  for (const [key = '', text = ''] of pairs) groups.set(key, [...(groups.get(key) ?? []), text])
  return Object.fromEntries(groups)
}

function figureOf(node: ExpandedNode, partsIn: PartsIn): Fields | undefined {
  const [figure] = partsIn(node, 'figure')
  if (!figure) return undefined
  const [low, high] = [numberOf(figure, 'minValue'), numberOf(figure, 'maxValue')]
  return withoutEmpty({ low, high, unit: literalOf(figure, 'unitText') })
}

const relationsOf = (node: ExpandedNode): readonly Fields[] =>
  Object.entries(relationTerms).flatMap(([type, term]) =>
    valuesOf(node, property(term)).map((value) => ({ type, to: idIn(value) })),
  )

function spanOf(node: ExpandedNode, partsIn: PartsIn): Fields | undefined {
  const [annotation] = partsIn(node, 'annotation')
  const [target] = annotation ? partsIn(annotation, 'target') : []
  if (!target) return undefined
  const selector = Object.assign({}, ...partsIn(target, 'selector')) as ExpandedNode
  return withoutEmpty({
    ...{ start: literalOf(selector, 'utf16Start'), end: literalOf(selector, 'utf16End') },
    ...{ exact: literalOf(selector, 'exact'), prefix: literalOf(selector, 'prefix') },
    suffix: literalOf(selector, 'suffix'),
  })
}

/** Without what says nothing. */
const withoutEmpty = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => {
      if (Array.isArray(value)) return value.length > 0
      return value !== undefined && !(typeof value === 'object' && Object.keys(value ?? {}).length === 0)
    }),
  )
