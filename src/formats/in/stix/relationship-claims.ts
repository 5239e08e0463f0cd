import type { Fields } from '../../../dossier/fields.ts'
import { slugify } from '../../../values/id.ts'
import type { ClaimKind } from '../../../values/vocabulary.ts'
import { uuidOf } from '../../out/stix/stix-ids.ts'
import type { FoundNode, NodeFinder } from './node-finder.ts'
import type { StixObject } from './stix-objects.ts'

/** A claim that a relationship makes, and what a statement of it is about. */
export interface RelationshipClaim {
  readonly slug: string
  readonly text: string
  readonly fields: Fields
  readonly about: readonly string[]
}

interface RelationWords {
  readonly words: string
  readonly kind: ClaimKind
}

/** The relationships that say something about the world that somebody could deny. */
const relations: ReadonlyMap<string, RelationWords> = new Map<string, RelationWords>(
  Object.entries({
    'attributed-to': { words: 'is attributed to', kind: 'IDENTITY' },
    targets: { words: 'targets', kind: 'OTHER' },
    impersonates: { words: 'impersonates', kind: 'IDENTITY' },
    compromises: { words: 'compromises', kind: 'OTHER' },
    'located-at': { words: 'is located at', kind: 'OTHER' },
    'originates-from': { words: 'originates from', kind: 'OTHER' },
    'part-of': { words: 'is part of', kind: 'OTHER' },
    'employed-by': { words: 'is employed by', kind: 'OTHER' },
    'cooperates-with': { words: 'cooperates with', kind: 'OTHER' },
  } satisfies Record<string, RelationWords>),
)

/** The claim that a relationship makes; null where it makes none between two nodes of the graph. */
export function claimOfRelationship(object: StixObject, finder: NodeFinder): RelationshipClaim | null {
  const relation = relations.get(String(object.fields.relationship_type))
  const [from, to] = [finder.of(object.fields.source_ref), finder.of(object.fields.target_ref)]
  if (!relation || !isEntity(from) || !isEntity(to) || from.type === 'PLACE' || from.slug === to.slug)
    return null
  const text = `${from.name} ${relation.words} ${to.name}.`
  const { source_ref, relationship_type, target_ref } = object.fields
  const mark = uuidOf(
    `${String(source_ref)} ${String(relationship_type)} ${String(target_ref)}`.toLowerCase(),
  )
  return {
    slug: `${slugify(text).slice(0, 80).replace(/-$/, '')}-${mark.slice(0, 8)}`.replace(/^-/, ''),
    text,
    fields: { text, ...partsOf(relation, from, to) },
    about: [from.slug, to.slug],
  }
}

/** Who is behind an event is a claim about that actor's responsibility. */
function partsOf({ kind }: RelationWords, from: FoundNode, to: FoundNode): Fields {
  if (from.type === 'ACTOR') return { kind, subject: from.slug, object: to.slug }
  const isResponsibility = kind === 'IDENTITY' && to.type === 'ACTOR'
  return isResponsibility
    ? { kind: 'RESPONSIBILITY', subject: to.slug, event: from.slug }
    : { kind, event: from.slug, object: to.slug }
}

/** Of what only the graph knows there is no name to make a sentence with. */
const isEntity = (node: FoundNode | null): node is FoundNode =>
  node !== null && ['ACTOR', 'PLACE', 'EVENT'].includes(node.type) && node.name.trim() !== ''
