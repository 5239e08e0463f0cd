import { type RawBuilder, sql } from 'kysely'
import { listed } from '../../sql/dialect.ts'
import { type Answer, allAnswers, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import { NotFoundError } from '../../values/errors.ts'
import { type NodeId, parseId } from '../../values/id.ts'
import { type KeyTable, type NamedType, namedTypes, nodeKinds } from '../../values/node-kinds.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { wordList } from '../../values/word-list.ts'
import { nearest } from './nearest.ts'
import { Redirects } from './redirects.ts'
import { typeIn } from './type-in.ts'

interface FoundNode {
  readonly type: NamedType
  readonly key: number
  readonly slug: string
}

/** Which references are ids, and what the others may mean as slugs. */
interface ReadReferences {
  readonly ids: readonly (NodeId | null)[]
  readonly slugs: ReadonlyMap<string, readonly FoundNode[]>
}

const namedTables = [...new Set(namedTypes.map((type) => nodeKinds[type].keyTable))]
const reviewedTables = namedTypes
  .filter((type) => nodeKinds[type].review !== 'NONE')
  .map((type) => nodeKinds[type].keyTable)

/** All nodes that can be named, as far as a condition on their table keeps them. */
const namedWhere = (keep: (table: KeyTable) => RawBuilder<boolean>): RawBuilder<FoundNode> =>
  sql`${sql.join(
    namedTables.map(
      (table) =>
        sql`select ${typeIn(table)} as type, id as key, slug from ${sql.table(table)} where ${keep(table)}`,
    ),
    sql` union all `,
  )}`

/**
 * From what a user calls a node, its id or its slug, to its key. What has been merged into another leads to that one; it is
 * only looked for where nothing is found, so that nobody pays for it.
 */
export class Lookup {
  readonly #bySlug: Prepared<FoundNode>
  readonly #byId: Prepared<FoundNode>
  readonly #accepted: Prepared<FoundNode>
  readonly #redirects: Redirects

  constructor(engine: Engine) {
    this.#bySlug = engine.prepare(namedWhere(() => sql`slug in ${listed('slugs', 'text')}`))
    this.#byId = engine.prepare(namedWhere(() => sql`id in ${listed('ids')}`))
    this.#redirects = new Redirects(engine)
    this.#accepted = engine.prepare(
      namedWhere((table) =>
        reviewedTables.some((one) => one === table) ? sql`review = 'ACCEPTED'` : sql`true`,
      ),
    )
  }

  /** The node of one of these kinds that an id or a slug names; null where there is none. An id is taken on trust. */
  find(types: readonly string[], reference: string): Answer<NodeId | null> {
    const id = parseId(reference)
    if (id) return types.includes(id.type) ? id : null
    return mapAnswer(
      this.#bySlug.all({ slugs: JSON.stringify([reference]) }),
      (found) => found.find(({ type }) => types.includes(type)) ?? this.redirected(types, reference),
    )
  }

  /** The node of one of these kinds into which the one with this id or slug was merged; null where it was not. */
  redirected(types: readonly string[], reference: string): Answer<NodeId | null> {
    return mapAnswer(
      this.#redirects.of([reference]),
      (found) => found.get(reference)?.find(({ type }) => types.includes(type)) ?? null,
    )
  }

  /** The same for many, of any kind, with one statement. */
  findAll(references: readonly string[]): Answer<(NodeId | null)[]> {
    return mapAnswer(this.#read(references), ({ ids, slugs }) =>
      this.redirectedAll(
        references,
        references.map((reference, index) => ids[index] ?? slugs.get(reference)?.[0] ?? null),
      ),
    )
  }

  /** What was found of these references, and for the others the nodes into which they were merged. */
  redirectedAll(references: readonly string[], found: readonly (NodeId | null)[]): Answer<(NodeId | null)[]> {
    const missing = references.filter((_, index) => !found[index])
    if (missing.length === 0) return [...found]
    return mapAnswer(this.#redirects.of(missing), (others) =>
      references.map((reference, index) => found[index] ?? others.get(reference)?.[0] ?? null),
    )
  }

  /** The keys of nodes that must be there. One statement for the ids and one for the slugs, however many. */
  keys(
    types: readonly NamedType[],
    references: readonly string[],
    argument: readonly (string | number)[],
  ): Answer<number[]> {
    return this.#found(types, references, (index) => [...argument, index])
  }

  /** The key of a node that must be there. */
  key(
    types: readonly NamedType[],
    reference: string,
    argument: readonly (string | number)[],
  ): Answer<number> {
    return mapAnswer(
      this.#found(types, [reference], () => argument),
      ([key = 0]) => key,
    )
  }

  #found(
    types: readonly NamedType[],
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
          if (node) return node.key
          return mapAnswer(
            this.redirected(types, reference),
            (other) => other?.key ?? this.#missing(types, reference, (id ?? all[0])?.type, argument(index)),
          )
        })
        return mapAnswer(allAnswers(keys), (all) => [...all])
      })
    })
  }

  #read(references: readonly string[]): Answer<ReadReferences> {
    const ids = references.map(parseId)
    const wanted = references.filter((_, index) => !ids[index])
    const slugs = new Map<string, FoundNode[]>(wanted.map((slug) => [slug, []]))
    const rows = wanted.length > 0 ? this.#bySlug.all({ slugs: JSON.stringify(wanted) }) : []
    return mapAnswer(rows, (found) => {
      for (const row of found) slugs.get(row.slug)?.push(row)
      return { ids, slugs }
    })
  }

  /** Refuses a reference. `is` tells what kind of node it does name. */
  #missing(
    types: readonly NamedType[],
    reference: string,
    is: NodeType | undefined,
    argument: readonly (string | number)[],
  ): Answer<never> {
    const name = `“${reference.slice(0, 100)}”`
    if (is && !types.some((type) => type === is))
      throw new NotFoundError(`${name} is ${aNode([is])}, and ${aNode(types)} is wanted.`, [], argument)
    const what = wordList(types.map(typeWord), 'or')
    return mapAnswer(this.#nearest(types, reference), (slugs) => {
      throw new NotFoundError(`There is no ${what} ${name}.`, slugs, argument)
    })
  }

  #nearest(types: readonly NamedType[], reference: string): Answer<readonly string[]> {
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

const typeWord = (type: NodeType): string => nodeKinds[type].one

/** `a place`, `an actor, a place or an event`. */
const aNode = (types: readonly NodeType[]): string =>
  wordList(
    types.map((type) => `${/^[AEIOU]/.test(type) ? 'an' : 'a'} ${typeWord(type)}`),
    'or',
  )
