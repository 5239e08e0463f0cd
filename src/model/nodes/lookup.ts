import { sql } from 'kysely'
import { build, constant } from '../../sql/build.ts'
import { listed } from '../../sql/dialect.ts'
import { type Answer, allAnswers, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import type { Query } from '../../sql/page.ts'
import { NotFoundError } from '../../values/errors.ts'
import { type NodeId, parseId } from '../../values/id.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { nearest } from './nearest.ts'

/** The kinds of node that have slugs, and so can be named. */
export type NamedNode = 'ACTOR' | 'PLACE' | 'EVENT' | 'SOURCE' | 'CLAIM'

export const entityTypes: readonly NamedNode[] = ['ACTOR', 'PLACE', 'EVENT']

interface Found {
  readonly type: NamedNode
  readonly key: number
  readonly slug: string
}

/** Which references are ids, and what the others may mean as slugs. */
interface Read {
  readonly ids: readonly (NodeId | null)[]
  readonly slugs: ReadonlyMap<string, readonly Found[]>
}

const reviewed = (): Query<Found>[] => [
  build.selectFrom('entity as e').select(['e.kind as type', 'e.id as key', 'e.slug as slug']),
  build.selectFrom('claim as c').select([constant('CLAIM').as('type'), 'c.id as key', 'c.slug as slug']),
]
const sources = (): Query<Found> =>
  build.selectFrom('source as so').select([constant('SOURCE').as('type'), 'so.id as key', 'so.slug as slug'])
const named = (): Query<Found>[] => [...reviewed(), sources()]
const union = (queries: readonly Query<Found>[]): Query<Found> =>
  queries.reduce((all, query) => all.unionAll(query))

/** From what a user calls a node, its id or its slug, to its key. */
export class Lookup {
  readonly #bySlug: Prepared<Found>
  readonly #byId: Prepared<Found>
  readonly #accepted: Prepared<Found>

  constructor(engine: Engine) {
    this.#bySlug = engine.prepare(
      union(named().map((all) => all.where('slug', 'in', listed('slugs', 'text')))),
    )
    this.#byId = engine.prepare(union(named().map((all) => all.where('id', 'in', listed('ids')))))
    const accepted = reviewed().map((all) => all.where('review', '=', sql.lit('ACCEPTED')))
    this.#accepted = engine.prepare(union([...accepted, sources()]))
  }

  /** The node of one of these kinds that an id or a slug names; null where there is none. An id is taken on trust. */
  find(types: readonly string[], reference: string): Answer<NodeId | null> {
    const id = parseId(reference)
    if (id) return types.includes(id.type) ? id : null
    return mapAnswer(
      this.#bySlug.all({ slugs: JSON.stringify([reference]) }),
      (found) => found.find(({ type }) => types.includes(type)) ?? null,
    )
  }

  /** The same for many, of any kind, with one statement. */
  findAll(references: readonly string[]): Answer<(NodeId | null)[]> {
    return mapAnswer(this.#read(references), ({ ids, slugs }) =>
      references.map((reference, index) => ids[index] ?? slugs.get(reference)?.[0] ?? null),
    )
  }

  /** The keys of nodes that must be there. One statement for the ids and one for the slugs, however many. */
  keys(
    types: readonly NamedNode[],
    references: readonly string[],
    argument: readonly (string | number)[],
  ): Answer<number[]> {
    return this.#found(types, references, (index) => [...argument, index])
  }

  /** The key of a node that must be there. */
  key(
    types: readonly NamedNode[],
    reference: string,
    argument: readonly (string | number)[],
  ): Answer<number> {
    return mapAnswer(
      this.#found(types, [reference], () => argument),
      ([key = 0]) => key,
    )
  }

  #found(
    types: readonly NamedNode[],
    references: readonly string[],
    argument: (index: number) => readonly (string | number)[],
  ): Answer<number[]> {
    return mapAnswer(this.#read(references), ({ ids, slugs }) => {
      const numbers = ids.flatMap((id) => (id ? [id.key] : []))
      const rows = numbers.length > 0 ? this.#byId.all({ ids: JSON.stringify(numbers) }) : []
      return mapAnswer(rows, (found) => {
        const byId = new Map(found.map((row) => [`${row.type} ${row.key}`, row]))
        const keys = references.map((reference, index): Answer<number> => {
          const id = ids[index]
          const ofId = id && byId.get(`${id.type} ${id.key}`)
          const all = id ? (ofId ? [ofId] : []) : (slugs.get(reference) ?? [])
          const node = all.find(({ type }) => types.includes(type))
          return node ? node.key : this.#missing(types, reference, (id ?? all[0])?.type, argument(index))
        })
        return mapAnswer(allAnswers(keys), (all) => [...all])
      })
    })
  }

  #read(references: readonly string[]): Answer<Read> {
    const ids = references.map(parseId)
    const wanted = references.filter((_, index) => !ids[index])
    const slugs = new Map<string, Found[]>(wanted.map((slug) => [slug, []]))
    const rows = wanted.length > 0 ? this.#bySlug.all({ slugs: JSON.stringify(wanted) }) : []
    return mapAnswer(rows, (found) => {
      for (const row of found) slugs.get(row.slug)?.push(row)
      return { ids, slugs }
    })
  }

  /** Refuses a reference. `is` tells what kind of node it does name. */
  #missing(
    types: readonly NamedNode[],
    reference: string,
    is: NodeType | undefined,
    argument: readonly (string | number)[],
  ): Answer<never> {
    const name = `“${reference.slice(0, 100)}”`
    if (is && !types.some((type) => type === is))
      throw new NotFoundError(`${name} is ${aNode([is])}, and ${aNode(types)} is wanted.`, [], argument)
    const what = types
      .map(word)
      .join(', ')
      .replace(/, (?=[^,]*$)/, ' or ')
    return mapAnswer(this.#nearest(types, reference), (slugs) => {
      throw new NotFoundError(`There is no ${what} ${name}.`, slugs, argument)
    })
  }

  #nearest(types: readonly NamedNode[], reference: string): Answer<readonly string[]> {
    if (parseId(reference)) return []
    return mapAnswer(this.#accepted.all(), (accepted) => {
      const others = accepted.filter(({ type }) => types.includes(type))
      return nearest(
        reference,
        others.map(({ slug }) => slug),
      )
    })
  }
}

const word = (type: NodeType): string => type.toLowerCase()

/** `a place`, `an actor, a place or an event`. */
const aNode = (types: readonly NodeType[]): string =>
  types
    .map((type) => `${/^[AEIOU]/.test(type) ? 'an' : 'a'} ${word(type)}`)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' or ')
