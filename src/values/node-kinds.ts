import { type ActorType, type NodeType, nodeTypes } from './vocabulary.ts'

/** What a kind of node is called in each place, and what holds of all nodes of the kind. */
export interface NodeKind {
  /** One of it: its table, the beginning of its ids, the field of Query that finds one, the address of its page. */
  readonly one: string
  /** Several: its section in a dossier, its list in Query, its size in Stats, the address of its list. */
  readonly many: string
  /** Its GraphQL type; of actors, the interface. */
  readonly typeName: string
  /** The table with its ids and slugs. Actors, places and events share one, and so no two of them have the same slug. */
  readonly keyTable: string
  /**
   * Whether a node counts: `DERIVED` while anything accepted names it, or it was not made for a proposal; `OWN` by what
   * somebody decided; `NONE` always.
   */
  readonly review: 'DERIVED' | 'OWN' | 'NONE'
  /** Whether it has a page of its own. */
  readonly hasPage: boolean
}

/** The kinds of node, each after those that it refers to. */
export const nodeKinds = {
  PLACE: {
    one: 'place',
    many: 'places',
    typeName: 'Place',
    keyTable: 'entity',
    review: 'DERIVED',
    hasPage: true,
  },
  ACTOR: {
    one: 'actor',
    many: 'actors',
    typeName: 'Actor',
    keyTable: 'entity',
    review: 'DERIVED',
    hasPage: true,
  },
  EVENT: {
    one: 'event',
    many: 'events',
    typeName: 'Event',
    keyTable: 'entity',
    review: 'DERIVED',
    hasPage: true,
  },
  SOURCE: {
    one: 'source',
    many: 'sources',
    typeName: 'Source',
    keyTable: 'source',
    review: 'NONE',
    hasPage: true,
  },
  CLAIM: {
    one: 'claim',
    many: 'claims',
    typeName: 'Claim',
    keyTable: 'claim',
    review: 'DERIVED',
    hasPage: true,
  },
  STATEMENT: {
    one: 'statement',
    many: 'statements',
    typeName: 'Statement',
    keyTable: 'statement',
    review: 'OWN',
    hasPage: true,
  },
  ASSESSMENT: {
    one: 'assessment',
    many: 'assessments',
    typeName: 'Assessment',
    keyTable: 'assessment',
    review: 'NONE',
    hasPage: false,
  },
} as const satisfies Record<NodeType, NodeKind>

type Kinds = typeof nodeKinds
/** The kinds of which something holds: `TypesWith<'keyTable', 'entity'>`. */
type TypesWith<Field extends keyof NodeKind, Value> = {
  [Type in NodeType]: Kinds[Type][Field] extends Value ? Type : never
}[NodeType]

export type KeyTable = Kinds[NodeType]['keyTable']
/** What actors, places and events are together: whatever a statement can be about. */
export type EntityType = TypesWith<'keyTable', 'entity'>
export type Section = Kinds[NodeType]['many']
/** The first part of the address of a node's page. */
export type PageName = Kinds[TypesWith<'hasPage', true>]['one']

export const keyTables: readonly KeyTable[] = [
  ...new Set(Object.values(nodeKinds).map(({ keyTable }) => keyTable)),
]
export const isEntityType = (type: NodeType): type is EntityType => nodeKinds[type].keyTable === 'entity'
export const entityTypes: readonly EntityType[] = nodeTypes.filter(isEntityType)

/**
 * The kinds that can be named by their slugs wherever an id is taken, as all of their nodes have one. Of several that have
 * the same slug, the first is meant where any would do.
 */
export const namedTypes = ['ACTOR', 'PLACE', 'EVENT', 'CLAIM', 'SOURCE'] as const satisfies NodeType[]
export type NamedType = (typeof namedTypes)[number]

const typeByName: ReadonlyMap<string, NodeType> = new Map(
  nodeTypes.map((type) => [nodeKinds[type].one, type]),
)
/** The kind that is called so: `actor` is ACTOR. */
export const nodeTypeNamed = (one: string): NodeType | undefined => typeByName.get(one)

/** The GraphQL types of actors. */
export const actorTypeNames = {
  STATE: 'State',
  ORGANIZATION: 'Organization',
  ARMED_GROUP: 'ArmedGroup',
  MEDIA_OUTLET: 'MediaOutlet',
  PERSON: 'Person',
} as const satisfies Record<ActorType, string>
