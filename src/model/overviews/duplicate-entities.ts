import { type RawBuilder, sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import { each, eachTuple, fitsPattern, inTime, listed, upTo } from '../../sql/dialect.ts'
import {
  type Answer,
  allAnswers,
  type Engine,
  inSteps,
  type Prepared,
  type Steps,
  waitFor,
} from '../../sql/engine.ts'
import { foldedName } from '../../text/fold.ts'
import { keyWordsOf } from '../../text/key-word.ts'
import { sortKey } from '../../text/sort-key.ts'
import { slugify } from '../../values/id.ts'
import type { EntityType } from '../../values/node-kinds.ts'
import { romanized } from '../../values/romanize.ts'
import { Blocks, distinctPairs, type Evidence, type KeyPair, keyPair } from './duplicate-evidence.ts'
import { type EntityFacts, entityEvidence, type PairFacts } from './duplicate-facts.ts'
import { type NamedNode, type NameForms, nameEvidence, nameForms, nameKeys } from './duplicate-names.ts'

/** The latest names that are compared where all are asked for: a second's work. */
const MOST_NAMES = 50_000
const MOST_PAIRS = 50_000
/** So many with one key are compared with each other. */
const LARGEST_BLOCK = 30
/** So many of the pairs whose names tell most are looked at more closely. */
const MOST_JUDGED = 1000
/** So many rows are read by one way of finding who may have a name. */
const MOST_CANDIDATES = 500

interface NameRow {
  readonly id: number
  readonly text: string
  readonly isPerson: 0 | 1
}

const samePair = (where: RawBuilder<unknown>) => sql<KeyPair>`
  select one.entity_id as a, other.entity_id as b
  from external_id one cross join external_id other cross join entity e cross join entity o
  where ${where} and other.scheme = one.scheme and other.value = one.value and other.entity_id <> one.entity_id
    and e.id = one.entity_id and e.kind = ${slot('type')} and o.id = other.entity_id and o.kind = e.kind
    and ${inTime('other.entity_id')} limit ${upTo('limit')}`

const nameColumns = sql`l.entity_id as id, l.text as text, case when a.type = 'PERSON' then 1 else 0 end as "isPerson"`

/** Actors, places or events that may be one and the same. */
export class DuplicateEntities {
  readonly #engine: Engine
  readonly #latestNames: Prepared<NameRow>
  readonly #namesOf: Prepared<NameRow>
  readonly #byKeyWord: Prepared<{ id: number }>
  readonly #bySlug: Prepared<{ id: number }>
  readonly #bySortKey: Prepared<{ id: number }>
  readonly #byInitials: Prepared<{ id: number }>
  readonly #byIdentifier: Prepared<KeyPair>
  readonly #byIdentifierOf: Prepared<KeyPair>
  readonly #countries: Prepared<{ id: number; code: string }>
  readonly #facts: Prepared<Omit<EntityFacts, 'identifiers'>>
  readonly #identifiers: Prepared<{ id: number; scheme: string; value: string }>
  readonly #agreements: Prepared<KeyPair & PairFacts>

  constructor(engine: Engine) {
    this.#engine = engine
    this.#latestNames = engine.prepare(sql`select ${nameColumns}
      from entity e cross join label l left join actor a on a.id = e.id
      where e.kind = ${slot('type')} and l.entity_id = e.id and ${inTime('l.id')}
      order by e.id desc limit ${upTo('limit')}`)
    this.#namesOf = engine.prepare(sql`select ${nameColumns}
      from ${each('ids')} asked cross join entity e cross join label l left join actor a on a.id = e.id
      where e.id = asked.value and e.kind = ${slot('type')} and l.entity_id = e.id and ${inTime('l.id')}`)
    this.#byKeyWord = engine.prepare(sql`select k.entity_id as id
      from ${each('words', 'text')} asked cross join key_word k where k.word = asked.value limit ${upTo('limit')}`)
    this.#bySlug =
      engine.prepare(sql`select e.id as id from ${each('slugs', 'text')} asked cross join entity e
      where e.slug >= asked.value and e.slug < asked.value || '~' limit ${upTo('limit')}`)
    this.#bySortKey =
      engine.prepare(sql`select e.id as id from ${each('keys', 'text')} asked cross join entity e
      where e.kind = ${slot('type')} and e.review in ('ACCEPTED', 'PROPOSED')
        and e.sort_key >= asked.value and e.sort_key < asked.value || '~' limit ${upTo('limit')}`)
    this.#byInitials = engine.prepare(sql`select l.entity_id as id
      from ${each('patterns', 'text')} asked cross join label l
      where ${fitsPattern('l.text', 'asked.value')} and ${inTime('l.id')} limit ${upTo('limit')}`)
    this.#byIdentifier = engine.prepare(samePair(sql`true`))
    this.#byIdentifierOf = engine.prepare(samePair(sql`one.entity_id = ${slot('of')}`))
    this.#countries = engine.prepare(sql`select id, iso3166 as code from actor
      where type = 'STATE' and iso3166 is not null and ${inTime('id')}`)
    this.#facts = engine.prepare(factsQuery)
    this.#identifiers = engine.prepare(sql`select entity_id as id, scheme, value from external_id
      where entity_id in ${listed('ids')} order by scheme, value`)
    this.#agreements = engine.prepare(sql`select g.a_id as a, g.b_id as b, g.agree, g.conflict
      from ${eachTuple('pairs', { a: 'number', b: 'number' })} pair cross join agreement g
      where g.a_id = pair.a and g.b_id = pair.b`)
  }

  /** Each pair with all that speaks for it and against it. */
  judged(type: EntityType, of: number | null): Answer<[KeyPair, Evidence[]][]> {
    return inSteps(() => this.#judgedInSteps(type, of))
  }

  *#judgedInSteps(type: EntityType, of: number | null): Steps<[KeyPair, Evidence[]][]> {
    const named = yield* of === null ? this.#allNamed(type) : this.#namedLike(type, of)
    const known = yield* this.#knownPairs(type, of)
    const byName = this.#pairsByName(named, of)
    const pairs = distinctPairs([...known, ...byName.map(([pair]) => pair)], MOST_JUDGED)
    const names = new Map(byName.map(([{ a, b }, evidence]) => [`${a} ${b}`, evidence]))
    const more = yield* this.#evidenceOf(pairs)
    const judged: [KeyPair, Evidence[]][] = []
    for (const [index, pair] of pairs.entries()) {
      const name = names.get(`${pair.a} ${pair.b}`) ?? (yield* this.#nameEvidence(type, named, pair))
      judged.push([pair, [...(name ? [name] : []), ...(more[index] ?? [])]])
    }
    return judged
  }

  /** Pairs that an identifier or a country's code tells. */
  *#knownPairs(type: EntityType, of: number | null): Steps<KeyPair[]> {
    const limit = MOST_CANDIDATES
    const byIdentifier = yield* waitFor(
      of === null ? this.#byIdentifier.all({ type, limit }) : this.#byIdentifierOf.all({ type, of, limit }),
    )
    const byCountry = new Blocks()
    if (type === 'ACTOR')
      for (const { id, code } of yield* waitFor(this.#countries.all())) byCountry.add(code, id)
    return [...byIdentifier, ...byCountry.pairs(LARGEST_BLOCK)]
      .filter(({ a, b }) => of === null || a === of || b === of)
      .map(({ a, b }) => keyPair(a, b))
  }

  *#allNamed(type: EntityType): Steps<Map<number, NamedNode>> {
    return namedNodes(yield* waitFor(this.#latestNames.all({ type, limit: MOST_NAMES })), this.#engine)
  }

  /** The node itself, and whoever may have one of its names, as far as indexes find them. */
  *#namedLike(type: EntityType, of: number): Steps<Map<number, NamedNode>> {
    const own = yield* this.#named(type, [of])
    const node = own.get(of)
    if (!node) return own
    const limit = MOST_CANDIDATES
    const found = yield* waitFor(
      allAnswers([
        this.#byKeyWord.all({ words: JSON.stringify(keyWordsFor(node)), limit }),
        this.#bySlug.all({ slugs: JSON.stringify(beginnings(node, slugify)), limit }),
        this.#bySortKey.all({ type, keys: JSON.stringify(beginnings(node, sortKey)), limit }),
        this.#byInitials.all({ patterns: JSON.stringify(initialPatterns(node)), limit }),
      ]),
    )
    return yield* this.#named(type, [...new Set([of, ...found.flat().map(({ id }) => id)])])
  }

  *#named(type: EntityType, ids: readonly number[]): Steps<Map<number, NamedNode>> {
    return namedNodes(yield* waitFor(this.#namesOf.all({ type, ids: JSON.stringify(ids) })), this.#engine)
  }

  /** The pairs whose names tell most. */
  #pairsByName(named: ReadonlyMap<number, NamedNode>, of: number | null): [KeyPair, Evidence][] {
    const found = [...distinctPairs(candidatesAmong(named, of), MOST_PAIRS)].flatMap(
      (pair): [KeyPair, Evidence][] => {
        this.#engine.step()
        const [a, b] = [named.get(pair.a), named.get(pair.b)]
        const evidence = a && b ? nameEvidence(a, b) : null
        return evidence ? [[pair, evidence]] : []
      },
    )
    return found.sort(([, one], [, other]) => other.weight - one.weight).slice(0, MOST_JUDGED)
  }

  /** What the names of a pair tell that was found otherwise. */
  *#nameEvidence(
    type: EntityType,
    named: ReadonlyMap<number, NamedNode>,
    { a, b }: KeyPair,
  ): Steps<Evidence | null> {
    const missing = [a, b].filter((id) => !named.has(id))
    const others = missing.length > 0 ? yield* this.#named(type, missing) : new Map<number, NamedNode>()
    const [one, other] = [named.get(a) ?? others.get(a), named.get(b) ?? others.get(b)]
    return one && other ? nameEvidence(one, other) : null
  }

  *#evidenceOf(pairs: readonly KeyPair[]): Steps<Evidence[][]> {
    const ids = JSON.stringify([...new Set(pairs.flatMap(({ a, b }) => [a, b]))])
    const rows = yield* waitFor(this.#facts.all({ ids }))
    const facts = new Map(rows.map((row): [number, EntityFacts] => [row.id, { ...row, identifiers: [] }]))
    for (const { id, ...identifier } of yield* waitFor(this.#identifiers.all({ ids })))
      facts.get(id)?.identifiers.push(identifier)
    const tuples = JSON.stringify(pairs.map(({ a, b }) => [a, b]))
    const sides = yield* waitFor(this.#agreements.all({ pairs: tuples }))
    const agreements = new Map(sides.map((row) => [`${row.a} ${row.b}`, row]))
    return pairs.map(({ a, b }) => {
      const [one, other] = [facts.get(a), facts.get(b)]
      return one && other ? entityEvidence(one, other, agreements.get(`${a} ${b}`)) : []
    })
  }
}

const factsQuery = sql<Omit<EntityFacts, 'identifiers'>>`
  select e.id, ac.type as "actorType", ac.iso3166, p.latitude, p.longitude, p.precision, p.iso3166_2 as region,
    coalesce(p.part_of_id, ev.part_of_id) as whole, ev.type as "eventType", ev.when_edtf as date,
    ev.when_earliest as earliest, ev.when_latest as latest, ev.place_id as place
  from entity e left join actor ac on ac.id = e.id left join place p on p.id = e.id left join event ev on ev.id = e.id
  where e.id in ${listed('ids')}`

function namedNodes(rows: readonly NameRow[], engine: Engine): Map<number, NamedNode> {
  const named = new Map<number, { id: number; isPerson: boolean; names: NameForms[] }>()
  for (const { id, text, isPerson } of rows) {
    engine.step()
    const known = named.get(id)
    if (known) known.names.push(nameForms(text))
    else named.set(id, { id, isPerson: isPerson === 1, names: [nameForms(text)] })
  }
  return named
}

/** All pairs that share a key, from the keys that tell most; with one node, its own. */
function* candidatesAmong(named: ReadonlyMap<number, NamedNode>, of: number | null): Iterable<KeyPair> {
  if (of !== null) {
    for (const id of named.keys()) if (id !== of) yield keyPair(id, of)
    return
  }
  for (const keyOf of nameKeys) {
    const blocks = new Blocks()
    for (const { id, isPerson, names } of named.values())
      for (const name of names) {
        const key = keyOf(name, isPerson)
        if (key !== '') blocks.add(key, id)
      }
    yield* blocks.pairs(LARGEST_BLOCK)
  }
}

/** The words by which names like these are kept, in their own letters and in Latin ones, and their initials. */
const keyWordsFor = ({ names, isPerson }: NamedNode): string[] => [
  ...new Set(
    names.flatMap(({ text, initials }) => [
      ...keyWordsOf(text, isPerson),
      ...keyWordsOf(romanized(foldedName(text)), isPerson),
      ...(initials === '' ? [] : [initials, ...keyWordsOf([...initials].join('.'), isPerson)]),
    ]),
  ),
]

/** How the keys of names like these begin: the end of a name is what is spelled in most ways. */
const beginnings = ({ names }: NamedNode, keyOf: (text: string) => string): string[] => [
  ...new Set(
    names.flatMap(({ text }) => {
      const key = keyOf(text)
      return key.length < 4 ? [] : [key.slice(0, Math.max(4, key.length - 2))]
    }),
  ),
]

/** `U% N%` for UN. */
const initialPatterns = ({ names }: NamedNode): string[] =>
  names.flatMap(({ acronym }) => (acronym ? [[...acronym].map((letter) => `${letter}%`).join(' ')] : []))
