import { wordsOfOtherNames } from '../../extraction/lexicon/other-names.ts'
import { signature, spelled } from '../../extraction/speakers/compared-name.ts'
import type { KnownActor } from '../../extraction/speakers/known-actors.ts'
import type { KnownEntity } from '../../extraction/speakers/resolve.ts'
import type { HolderRecord, NameRecord, NameStore, Time } from '../../model/entity/name-store.ts'
import { type Steps, waitFor } from '../../sql/engine.ts'
import { foldedName } from '../../text/fold.ts'
import { Lru } from '../../values/lru.ts'
import { lastNamed } from './last-named.ts'

/** Those of a graph whom a text can mean, and their keys. */
export interface KnownNodes {
  readonly actors: KnownActor[]
  readonly entities: KnownEntity[]
  readonly ids: ReadonlyMap<string, number>
}

const wordOfName = /[\p{L}\p{N}]+/gu
/** They stand in every text and tell no name from another. */
const wordsOfEveryText = new Set(
  'the of and for in on at to by from with as is was are were be been has had have that this it its he she they who which not but or an after before over into more than no new said says'.split(
    ' ',
  ),
)

/**
 * A text means an actor only by the words of one of its names, or of its office, and those words are then in the text:
 * of a graph of any size only so many are looked at. Of those of one last name a few are, for the text to choose among; a
 * state may be meant by what it does not call itself, its capital or its people.
 */
export function* knownIn(text: string, names: NameStore, time: Time): Steps<KnownNodes> {
  const words = comparedWords(text)
  const asked = spelled(words).filter(isDistinctive)
  const found = yield* waitFor(names.keyed(asked))
  const states = yield* waitFor(names.states())
  const small = foldedName(text)
  const isMeant = ({ name, type }: NameRecord) =>
    type === 'PERSON' ? isPersonIn(name, words, small) : areAllIn(namePartsOf(name), words)
  const meant = [...found.filter(isMeant), ...lastNamed(found, text), ...states].map(({ id }) => id)
  const holders = yield* holdersIn(words, yield* waitFor(names.holders(asked, time)), names)
  const ids = new Set([...meant, ...holders.map(({ actorId }) => actorId)])
  return yield* knownOf(names, yield* waitFor(names.upward([...ids], time)), time)
}

const isDistinctive = (one: string): boolean => one.length > 1 && !wordsOfEveryText.has(one)

/** Those whose office is called by its title, in a body of which any word is there. */
function* holdersIn(
  words: ReadonlySet<string>,
  offices: readonly HolderRecord[],
  names: NameStore,
): Steps<HolderRecord[]> {
  const called = offices.filter(({ title }) => isTitleIn(title, words))
  const bodies = yield* waitFor(names.of(called.map(({ organizationId }) => organizationId)))
  const isThere = ({ name, type }: NameRecord) =>
    type === 'STATE' ||
    foldedName(name)
      .match(wordOfName)
      ?.some((one) => words.has(one) && isDistinctive(one))
  const there = new Set(bodies.filter(isThere).map(({ id }) => id))
  return called.filter(({ organizationId }) => there.has(organizationId))
}

/** The words as they stand there, and as names are compared: a people's name as its state's. */
function comparedWords(text: string): Set<string> {
  const plain = foldedName(text).match(wordOfName) ?? []
  const words = new Set([...plain, ...signature(text).flatMap((part) => part.match(wordOfName) ?? [])])
  return new Set([...words, ...wordsOfOtherNames(words)])
}

const areAllIn = (parts: readonly string[], words: ReadonlySet<string>): boolean =>
  parts.length > 0 && parts.every((part) => words.has(part))

/** Whether a person's name is in the text, with or without its initials. */
const isPersonIn = (name: string, words: ReadonlySet<string>, text: string): boolean =>
  areAllIn(
    namePartsOf(name).filter((part, _, parts) => part.length > 1 || parts.length === 1),
    words,
  ) && isTogether(name, text)

/** A person's names stand side by side, but for those in the middle: not "a bill" here and "Clinton" there. */
function isTogether(name: string, text: string): boolean {
  const small = foldedName(name)
  if (text.includes(small)) return true
  const parts = small.split(/\s+/)
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  for (let at = text.indexOf(`${first} `); at >= 0; at = text.indexOf(`${first} `, at + 1))
    if (text.slice(at + first.length, at + first.length + MIDDLE + last.length).includes(` ${last}`))
      return true
  return false
}

const MIDDLE = 24

/** Report after report meets the same names. */
const keptParts = new Lru<string, readonly string[]>(100_000)

/** The words that a name consists of, as names are compared. */
const namePartsOf = (name: string): readonly string[] =>
  keptParts.take(name, () => signature(name).flatMap((part) => part.match(wordOfName) ?? []))

/** An office is called by the first word of its title, if by any: the governor. */
const isTitleIn = (title: string, words: ReadonlySet<string>): boolean =>
  signature(title.replace(/^(the|an?)\s/i, '').split(/\s/)[0] ?? '').every((part) => words.has(part))

/** The actors and other entities with these keys: their names, offices and allegiances. */
export function* knownOf(names: NameStore, ids: readonly number[], time: Time): Steps<KnownNodes> {
  const offices = groupedBy(yield* waitFor(names.offices(ids, time)), ({ actorId }) => actorId)
  const actors: KnownActor[] = []
  const entities: KnownEntity[] = []
  const byEntity = groupedBy(yield* waitFor(names.of(ids)), ({ id }) => id)
  for (const [id, [first, ...rest]] of byEntity) {
    const { slug, type } = first
    const called = { slug, names: [first, ...rest].map(({ name }) => name) }
    if (type === null) entities.push(called)
    else
      actors.push({
        ...called,
        type,
        affiliations: (offices.get(id) ?? []).map(({ organization, role, title }) => ({
          organization,
          role,
          title: title ?? undefined,
        })),
      })
  }
  return { actors, entities, ids: new Map([...byEntity].map(([id, [first]]) => [first?.slug as string, id])) }
}

/** Groups by a key, none of them empty. */
function groupedBy<T>(rows: readonly T[], by: (row: T) => number): Map<number, [T, ...T[]]> {
  const groups = new Map<number, [T, ...T[]]>()
  for (const row of rows) {
    const group = groups.get(by(row))
    if (group) group.push(row)
    else groups.set(by(row), [row])
  }
  return groups
}
