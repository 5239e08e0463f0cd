import { wordsOfOtherNames } from '../../extraction/lexicon/other-names.ts'
import { signature, spelled } from '../../extraction/speakers/compared-name.ts'
import type { KnownActor } from '../../extraction/speakers/known-actors.ts'
import type { KnownEntity } from '../../extraction/speakers/resolve.ts'
import type { HolderRecord, NameRecord, NameStore, Time } from '../../model/entity/name-store.ts'
import { foldedName } from '../../text/fold.ts'
import { lastNamed } from './last-named.ts'

/** Those of a graph whom a text can mean, and their keys. */
export interface Known {
  readonly actors: KnownActor[]
  readonly entities: KnownEntity[]
  readonly ids: ReadonlyMap<string, number>
}

const word = /[\p{L}\p{N}]+/gu
/** They stand in every text and tell no name from another. */
const idle = new Set(
  'the of and for in on at to by from with as is was are were be been has had have that this it its he she they who which not but or an after before over into more than no new said says'.split(
    ' ',
  ),
)

/**
 * A text means an actor only by the words of one of its names, or of its office, and those words are then in the text:
 * of a graph of any size only so many are looked at. Of those of one last name a few are, for the text to choose among; a
 * state may be meant by what it does not call itself, its capital or its people.
 */
export function knownIn(text: string, names: NameStore, time: Time): Known {
  const words = wordsOf(text)
  const asked = spelled(words).filter(tells)
  const found = names.keyed(asked)
  const states = names.states()
  const small = foldedName(text)
  const isMeant = ({ name, type }: NameRecord) =>
    type === 'PERSON' ? isPersonIn(name, words, small) : isIn(partsOf(name), words)
  const meant = [...found.filter(isMeant), ...lastNamed(found, text), ...states].map(({ id }) => id)
  const holders = holdersIn(words, names.holders(asked, time), names)
  const ids = new Set([...meant, ...holders.map(({ actorId }) => actorId)])
  return knownOf(names, names.upward([...ids], time), time)
}

const tells = (one: string): boolean => one.length > 1 && !idle.has(one)

/** Those whose office is called by its title, in a body of which any word is there. */
function holdersIn(words: ReadonlySet<string>, offices: readonly HolderRecord[], names: NameStore) {
  const called = offices.filter(({ title }) => begins(title, words))
  const bodies = names.of(called.map(({ organizationId }) => organizationId))
  const isThere = ({ name, type }: NameRecord) =>
    type === 'STATE' ||
    foldedName(name)
      .match(word)
      ?.some((one) => words.has(one) && tells(one))
  const there = new Set(bodies.filter(isThere).map(({ id }) => id))
  return called.filter(({ organizationId }) => there.has(organizationId))
}

/** The words as they stand there, and as names are compared: a people's name as its state's. */
function wordsOf(text: string): Set<string> {
  const plain = foldedName(text).match(word) ?? []
  const words = new Set([...plain, ...signature(text).flatMap((part) => part.match(word) ?? [])])
  return new Set([...words, ...wordsOfOtherNames(words)])
}

const isIn = (parts: readonly string[], words: ReadonlySet<string>): boolean =>
  parts.length > 0 && parts.every((part) => words.has(part))

/** With or without the initials. */
const isPersonIn = (name: string, words: ReadonlySet<string>, text: string): boolean =>
  isIn(
    partsOf(name).filter((part, _, parts) => part.length > 1 || parts.length === 1),
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
const MOST_KEPT = 100_000
const kept = new Map<string, readonly string[]>()

/** Report after report meets the same names: what they consist of is worked out once, and only so many are kept. */
function partsOf(name: string): readonly string[] {
  const known = kept.get(name)
  if (known) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const parts = signature(name).flatMap((part) => part.match(word) ?? [])
  kept.set(name, parts)
  return parts
}

/** An office is called by the first word of its title, if by any: the governor. */
const begins = (title: string, words: ReadonlySet<string>): boolean =>
  signature(title.replace(/^(the|an?)\s/i, '').split(/\s/)[0] ?? '').every((part) => words.has(part))

/** What is known of those with these keys: names, offices and whom they belong to. */
export function knownOf(names: NameStore, ids: readonly number[], time: Time): Known {
  const offices = groupedBy(names.offices(ids, time), ({ actorId }) => actorId)
  const actors: KnownActor[] = []
  const entities: KnownEntity[] = []
  const byEntity = groupedBy(names.of(ids), ({ id }) => id)
  for (const [id, [first, ...rest]] of byEntity) {
    const { slug, type } = first as NameRecord
    const called = { slug, names: [first as NameRecord, ...rest].map(({ name }) => name) }
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

function groupedBy<T>(rows: readonly T[], by: (row: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of rows) {
    const group = groups.get(by(row))
    if (group) group.push(row)
    else groups.set(by(row), [row])
  }
  return groups
}
