import { sql } from 'kysely'
import { slot } from '../../../sql/build.ts'
import { atOnce, type Prepared } from '../../../sql/engine.ts'
import type { ActorType } from '../../../values/vocabulary.ts'
import type { ExportedGraph, ItemOfType } from '../exported-graph.ts'
import type { NamedNode } from '../node-names.ts'
import type { TallyCounter } from '../tally.ts'

/** Finds of actors whether they are persons; actors are few beside statements, and all that were asked for are kept. */
export class TypesOfActors {
  readonly #rows: Prepared<{ type: ActorType }>
  readonly #known = new Map<number, ActorType>()

  constructor({ engine }: ExportedGraph) {
    this.#rows = engine.prepare(sql<{ type: ActorType }>`select type from actor where id = ${slot('id')}`)
  }

  isPerson({ key }: NamedNode): boolean {
    const type = this.#known.get(key) ?? atOnce(this.#rows.get({ id: key }))?.type ?? 'PERSON'
    this.#known.set(key, type)
    return type === 'PERSON'
  }
}

/**
 * DNA has a person and an organization for each statement, and the position is both of theirs: an organization that spoke
 * for another stands back behind it, and so does a person for another person.
 */
export function principalCells(
  { speaker, onBehalfOf }: ItemOfType['STATEMENT'],
  graph: ExportedGraph,
  types: TypesOfActors,
  tally: TallyCounter,
): { person: string; organization: string } {
  const said = graph.named('ACTOR', speaker)
  const principal = onBehalfOf ? graph.named('ACTOR', onBehalfOf) : said
  if (types.isPerson(principal)) {
    if (onBehalfOf) tally.leave('speakers for a person')
    return { person: principal.name, organization: '' }
  }
  const isPerson = types.isPerson(said)
  if (onBehalfOf && !isPerson) tally.leave('organizations that spoke for another')
  return { person: isPerson ? said.name : '', organization: principal.name }
}
