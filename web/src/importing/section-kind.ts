import { nodeKinds, type Section } from '../../../src/values/node-kinds.ts'
import { type NodeType, nodeTypes } from '../../../src/values/vocabulary.ts'

export const sectionKinds = Object.values(nodeKinds)
export const sectionNames: readonly Section[] = sectionKinds.map(({ many }) => many)

/** The kind of node that stands in a section: statements are STATEMENT. */
export const typeOfSection = (section: Section): NodeType =>
  nodeTypes.find((type) => nodeKinds[type].many === section) ?? 'STATEMENT'

export const kindOfSection = (section: Section) => nodeKinds[typeOfSection(section)]
