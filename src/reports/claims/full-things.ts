import { type SaidWord, saidWord } from './said-word.ts'

/** Kinds of things that are part of the thing's name: the Sorna Dam, the Central Election Commission. */
const namedKinds =
  'dam|bridge|ministry|commission|committee|council|front|guard|army|brigade|party|bloc|union|court|hospital|university|airport|station|plant|district|region|province|valley|river|port|harbour|harbor|agency|authority|bank|mission|institute|parliament|senate|school|tower|square|museum|church|prison|tunnel|canal|federation|association|foundation|bureau|department|service|movement|alliance|league|corps|refinery|reservoir|stadium|mine|factory|observatory'
const kind = new RegExp(`^(?:${namedKinds})$`)
const namedThing = new RegExp(
  `\\b\\p{Lu}[\\p{L}’'-]{1,30}(?:\\s\\p{Lu}[\\p{L}’'-]{1,30}){0,4}?\\s(?:${namedKinds.replace(/(?<=^|\|)[a-z]/g, (letter) => letter.toUpperCase())})(?![\\p{L}’'-])(?:\\sof\\s\\p{Lu}[\\p{L}’'-]{1,30})?`,
  'gu',
)

/** Kinds of ships, which stand before a ship's name: the tanker Halcyon Star. */
const ships =
  'ship|vessel|tanker|ferry|freighter|frigate|destroyer|submarine|trawler|yacht|cruiser|corvette|liner|barge'
const ship = new RegExp(`^(?:${ships})$`)
const namedShip = new RegExp(
  `\\b(?:${ships})\\s(\\p{Lu}[\\p{L}’'-]{1,30}(?:\\s(?:of\\s)?\\p{Lu}[\\p{L}’'-]{1,30}){0,3})`,
  'gu',
)

/** Or before it: the Halcyon Star, a tanker. */
const calledShip = new RegExp(
  `(\\p{Lu}[\\p{L}’'-]{1,30}(?:\\s(?:of\\s)?\\p{Lu}[\\p{L}’'-]{1,30}){0,3}),\\s(?:an?|the)\\s(?:[\\p{L}’'-]{1,30}\\s){0,2}(?:${ships})\\b`,
  'gu',
)

/** For each kind, the one thing of that kind that a report calls by its name; undefined where it names several. */
export function thingsNamedIn(text: string): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>()
  for (const [match] of text.matchAll(namedThing)) {
    const name = match
      .replace(/^(?:The|A|An|At|In|On|For|From|By|Of|And|But|When|Near)\s/, '')
      .replace(/\s+/g, ' ')
    const head = name.split(' of ')[0]?.split(' ').at(-1)?.toLowerCase() ?? ''
    if (!/\s/.test(name)) continue
    const known = found.get(head)
    if (!found.has(head) || (known && name.startsWith(known))) found.set(head, name)
    else if (known && !known.startsWith(name)) found.set(head, undefined)
  }
  const names = new Set(
    [namedShip, calledShip]
      .flatMap((one) => [...text.matchAll(one)])
      .map(([, name]) => (name as string).replace(/^The\s/, '')),
  )
  const [name, other] = names
  if (name !== undefined && other === undefined) for (const one of ships.split('|')) found.set(one, name)
  return found
}

/** "the dam" as the Sorna Dam, "the tanker" as the Halcyon Star, where the report names no other. */
export function withFullNames(
  words: readonly SaidWord[],
  things: ReadonlyMap<string, string | undefined>,
): readonly SaidWord[] {
  if (things.size === 0) return words
  return words.flatMap((one, at) => {
    const name =
      (kind.test(one.low) || ship.test(one.low)) && isPlainThing(words, at) ? things.get(one.low) : undefined
    return name === undefined ? [one] : name.split(' ').map((part) => saidWord(part, 'PROPN'))
  })
}

/** Not "the dam at Oskol", nor "the dam wall". */
const isPlainThing = (words: readonly SaidWord[], at: number): boolean =>
  words[at - 1]?.low === 'the' &&
  /^\p{Ll}/u.test(words[at]?.text ?? '') &&
  !/^(?:NOUN|PROPN|ADJ)$/.test(words[at + 1]?.pos ?? '') &&
  !/^(?:of|at|in|near|on|for)$/.test(words[at + 1]?.low ?? '')
