import type { Fields } from '../../../dossier/fields.ts'
import { sections } from '../../../dossier/sections.ts'
import { nodeKinds, type Section } from '../../../values/node-kinds.ts'
import { nodeTypes } from '../../../values/vocabulary.ts'
import { type LinkedField, linkedFields } from '../../out/linked-data/linked-fields.ts'
import { fullName, linkedTerms } from '../../out/linked-data/linked-terms.ts'
import { relationTerms } from '../../out/linked-data/said-record.ts'
import { type ExpandedNode, nodesOf, textIn, textOf, valuesOf } from './expanded-node.ts'

/** An item of our own export whose references are still IRIs. */
export interface OwnItem {
  readonly section: Section
  readonly iri: string
  readonly fields: Fields
}

const sectionByClass = new Map(
  nodeTypes.map((type) => [fullName(`hearsay:${nodeKinds[type].typeName}`), nodeKinds[type].many]),
)

/** What a record of our own export says; null where it is none of ours. */
export function ownItem(node: ExpandedNode): OwnItem | null {
  const classes = Array.isArray(node['@type']) ? node['@type'] : []
  const section = classes.map((iri) => sectionByClass.get(String(iri))).find((found) => found !== undefined)
  if (!section || typeof node['@id'] !== 'string') return null
  const plain = linkedFields[section].flatMap((field) => plainField(node, field))
  const fields = { ...Object.fromEntries(plain), ...partsOf(section, node) }
  return { section, iri: node['@id'], fields: withoutEmpty(fields) }
}

const property = (term: keyof typeof linkedTerms): string => linkedTerms[term].name

function plainField(node: ExpandedNode, { field, term, names }: LinkedField): [string, unknown][] {
  const values = valuesOf(node, property(term))
  if (values.length === 0) return []
  if (field === 'about') return [[field, values.map((value) => idIn(value))]]
  const [value] = values
  return [[field, names === undefined ? literalIn(value) : idIn(value)]]
}

/** Unlike a text of others', ours is as it stands. */
const literalIn = (value: unknown): unknown => {
  const fields = value as Fields
  return fields['@value'] ?? fields['@id']
}
const idIn = (value: unknown): string => textIn(value) ?? ''

const literalOf = (node: ExpandedNode, term: keyof typeof linkedTerms): unknown => {
  const [value] = valuesOf(node, property(term))
  return value === undefined ? undefined : literalIn(value)
}
const numberOf = (node: ExpandedNode, term: keyof typeof linkedTerms): number | undefined => {
  const value = literalOf(node, term)
  return value === undefined ? undefined : Number(value)
}

function partsOf(section: Section, node: ExpandedNode): Fields {
  if (sections[section].keyTable === 'entity') return { ...namesOf(node), ...entityParts(section, node) }
  if (section === 'claims') return { figure: figureOf(node), relations: relationsOf(node) }
  return section === 'statements' ? { span: spanOf(node) } : {}
}

function entityParts(section: Section, node: ExpandedNode): Fields {
  if (section === 'places') {
    const [geo] = nodesOf(node, property('geo'))
    return geo ? { latitude: numberOf(geo, 'latitude'), longitude: numberOf(geo, 'longitude') } : {}
  }
  if (section === 'events')
    return {
      participants: nodesOf(node, property('participation')).map((part) => ({
        ...{ actor: textOf(part, property('actor')), role: literalOf(part, 'role') },
      })),
    }
  return {
    affiliations: nodesOf(node, property('affiliation')).map((part) =>
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

function namesOf(node: ExpandedNode): Fields {
  const labels = valuesOf(node, property('labels')).map((value) => [
    String((value as Fields)['@language'] ?? 'und'),
    String(literalIn(value)),
  ])
  const links = nodesOf(node, property('identifier')).map((part) => [
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

function figureOf(node: ExpandedNode): Fields | undefined {
  const [figure] = nodesOf(node, property('figure'))
  if (!figure) return undefined
  const [low, high] = [numberOf(figure, 'minValue'), numberOf(figure, 'maxValue')]
  return withoutEmpty({ low, high, unit: literalOf(figure, 'unitText') })
}

const relationsOf = (node: ExpandedNode): readonly Fields[] =>
  Object.entries(relationTerms).flatMap(([type, term]) =>
    valuesOf(node, property(term)).map((value) => ({ type, to: idIn(value) })),
  )

function spanOf(node: ExpandedNode): Fields | undefined {
  const [annotation] = nodesOf(node, property('annotation'))
  const [target] = annotation ? nodesOf(annotation, property('target')) : []
  if (!target) return undefined
  const selector = Object.assign({}, ...nodesOf(target, property('selector'))) as ExpandedNode
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
