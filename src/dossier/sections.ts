import { type NodeReference, nodeReferences } from '../model/nodes/references.ts'
import { type KeyTable, type NodeKind, nodeKinds, type Section } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import { type NodeType, nodeTypes } from '../values/vocabulary.ts'

/** The lists of a dossier, in the order of dependence. */
export const sectionNames: readonly Section[] = Object.values(nodeKinds).map(({ many }) => many)

interface SectionKind extends NodeKind {
  readonly type: NodeType
  readonly keyTable: KeyTable
}

/** What stands in each of them. */
export const sections = Object.fromEntries(
  nodeTypes.map((type) => [nodeKinds[type].many, { type, ...nodeKinds[type] }]),
) as Readonly<Record<Section, SectionKind>>

/** `a statement`, `an actor`. */
export const anItemOf = (noun: Section): string =>
  `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${sections[noun].one}`

/** The fields of the items of each section that hold slugs. */
export const referencesIn: Readonly<Record<Section, readonly NodeReference[]>> = recordFrom(
  sectionNames,
  (section) => nodeReferences.filter(({ from }) => from === sections[section].type),
)
