import { foldedName } from '../../text/fold.ts'
import { internationalBodies, internationalSeats } from './international-bodies.ts'
import { rememberedByWords } from './remembered.ts'
import { stateBodies } from './state-bodies.ts'

const key = (name: string): string =>
  foldedName(name)
    .replace(/^the\s+/, '')
    .replace(/^u\.s\.(?=\s)/, 'us')
    .replace(/\s*\(.*\)$/, '')

const sameNames = [
  ...internationalBodies.map((names) => [...names, ...seatsOf(names[0] as string)]),
  ...stateBodies.map(({ names }) => names),
]
const groupOf = new Map<string, readonly string[]>()
for (const names of sameNames) for (const name of names) groupOf.set(key(name), names)

function seatsOf(body: string): string[] {
  return [...internationalSeats].flatMap(([seat, of]) => (of === body ? [seat] : []))
}

/** Other names of a body that everybody knows: UN for the United Nations. */
export const otherNames = rememberedByWords((name): readonly string[] => groupOf.get(key(name)) ?? [])

const isInternational = new Set(internationalBodies.flat().map(key))
const stateOf = new Map(stateBodies.flatMap((body) => body.names.map((name) => [key(name), body] as const)))

export const isInternationalBody = (name: string): boolean => isInternational.has(key(name))

/** The state's body of this name, as everybody knows: the Knesset, the FBI. */
export const stateBodyNamed = (name: string) => stateOf.get(key(name))

const wordsOfKey = (name: string): string[] => key(name).match(/[\p{L}\p{N}]+/gu) ?? []
const wordGroups = sameNames.map((names) => names.map(wordsOfKey))

/** The words of whatever else is called by a name of these words: united and nations, where "un" is among them. */
export function wordsOfOtherNames(words: ReadonlySet<string>): string[] {
  const isNamed = (name: readonly string[]) => name.every((part) => words.has(part))
  return wordGroups.filter((names) => names.some(isNamed)).flat(2)
}

/** WHO of the World Health Organization. */
export const initialsOf = (name: string): string => (name.match(/(?<![\p{L}'’])\p{Lu}/gu) ?? []).join('')
