import { sql } from 'kysely'
import type { Query } from '../../sql/page.ts'
import { build, listed, Prepared } from '../../sql/query.ts'
import type { Connection } from '../../sql/sqlite/connection.ts'
import { NotFoundError } from '../../values/errors.ts'
import { type NodeId, parseId } from '../../values/id.ts'
import { type KeyTable, type NamedType, namedTypes, nodeKinds } from '../../values/node-kinds.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { wordList } from '../../values/word-list.ts'
import { nearest } from './nearest.ts'
import { typeIn } from './slug.ts'

interface Found {
  readonly type: NamedType
  readonly key: number
  readonly slug: string
}

const namedTables = [...new Set(namedTypes.map((type) => nodeKinds[type].keyTable))]
const reviewedTables = namedTypes
  .filter((type) => nodeKinds[type].review !== 'NONE')
  .map((type) => nodeKinds[type].keyTable)

/** All nodes that can be named, as far as they are kept of their table. */
const named = (keep: (rows: Query, table: KeyTable) => Query): Query =>
  namedTables
    .map((table) => {
      const rows: Query = build.selectFrom(table).select([typeIn(table).as('type'), 'id as key', 'slug'])
      return keep(rows, table)
    })
    .reduce((all, rows) => all.unionAll(rows))

/** From what a user calls a node, its id or its slug, to its key. */
export class Lookup {
  readonly #bySlug: Prepared<Found>
  readonly #byId: Prepared<Found>
  readonly #accepted: Prepared<Found>

  constructor(connection: Connection) {
    const [slugs, ids] = [listed('slugs'), listed('ids')]
    this.#bySlug = new Prepared<Found>(
      connection,
      named((rows) => rows.where('slug', 'in', slugs)),
    )
    this.#byId = new Prepared<Found>(
      connection,
      named((rows) => rows.where('id', 'in', ids)),
    )
    this.#accepted = new Prepared<Found>(
      connection,
      named((rows, table) =>
        reviewedTables.some((one) => one === table) ? rows.where('review', '=', sql.lit('ACCEPTED')) : rows,
      ),
    )
  }

  /** The node of one of these kinds that an id or a slug names; null where there is none. An id is taken on trust. */
  find(types: readonly string[], reference: string): NodeId | null {
    const id = parseId(reference)
    if (id) return types.includes(id.type) ? id : null
    const found = this.#bySlug.all({ slugs: JSON.stringify([reference]) })
    return found.find(({ type }) => types.includes(type)) ?? null
  }

  /** The same for many, of any kind, with one statement. */
  findAll(references: readonly string[]): (NodeId | null)[] {
    const { ids, slugs } = this.#read(references)
    return references.map((reference, index) => ids[index] ?? slugs.get(reference)?.[0] ?? null)
  }

  /** The keys of nodes that must be there. One statement for the ids and one for the slugs, however many. */
  keys(
    types: readonly NamedType[],
    references: readonly string[],
    argument: readonly (string | number)[],
  ): number[] {
    return this.#found(types, references, (index) => [...argument, index])
  }

  /** The key of a node that must be there. */
  key(types: readonly NamedType[], reference: string, argument: readonly (string | number)[]): number {
    return this.#found(types, [reference], () => argument)[0] as number
  }

  #found(
    types: readonly NamedType[],
    references: readonly string[],
    argument: (index: number) => readonly (string | number)[],
  ): number[] {
    const { ids, slugs } = this.#read(references)
    const numbers = ids.flatMap((id) => (id ? [id.key] : []))
    const rows = numbers.length > 0 ? this.#byId.all({ ids: JSON.stringify(numbers) }) : []
    const byId = new Map(rows.map((row) => [`${row.type} ${row.key}`, row]))
    return references.map((reference, index) => {
      const id = ids[index]
      const ofId = id && byId.get(`${id.type} ${id.key}`)
      const all = id ? (ofId ? [ofId] : []) : (slugs.get(reference) ?? [])
      const found = all.find(({ type }) => types.includes(type))
      if (!found) throw this.#missing(types, reference, (id ?? all[0])?.type, argument(index))
      return found.key
    })
  }

  /** Which references are ids, and what the others may mean as slugs. */
  #read(references: readonly string[]): {
    ids: readonly (NodeId | null)[]
    slugs: ReadonlyMap<string, readonly Found[]>
  } {
    const ids = references.map(parseId)
    const wanted = references.filter((_, index) => !ids[index])
    const slugs = new Map<string, Found[]>(wanted.map((slug) => [slug, []]))
    const rows = wanted.length > 0 ? this.#bySlug.all({ slugs: JSON.stringify(wanted) }) : []
    for (const row of rows) slugs.get(row.slug)?.push(row)
    return { ids, slugs }
  }

  /** `is` tells what kind of node the reference does name. */
  #missing(
    types: readonly NamedType[],
    reference: string,
    is: NodeType | undefined,
    argument: readonly (string | number)[],
  ): NotFoundError {
    const name = `“${reference.slice(0, 100)}”`
    if (is && !types.some((type) => type === is))
      return new NotFoundError(`${name} is ${aNode([is])}, and ${aNode(types)} is wanted.`, [], argument)
    const what = wordList(types.map(word), 'or')
    return new NotFoundError(`There is no ${what} ${name}.`, this.#nearest(types, reference), argument)
  }

  #nearest(types: readonly NamedType[], reference: string): readonly string[] {
    if (parseId(reference)) return []
    const others = this.#accepted.all().filter(({ type }) => types.includes(type))
    return nearest(
      reference,
      others.map(({ slug }) => slug),
    )
  }
}

const word = (type: NodeType): string => nodeKinds[type].one

/** `a place`, `an actor, a place or an event`. */
const aNode = (types: readonly NodeType[]): string =>
  wordList(
    types.map((type) => `${/^[AEIOU]/.test(type) ? 'an' : 'a'} ${word(type)}`),
    'or',
  )
