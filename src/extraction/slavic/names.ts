import { firstName } from './first-names.ts'
import { slavicKeyOf } from './keys.ts'
import type { Slavic } from './lexicon.ts'
import { stateAt } from './states.ts'
import { isBodyWord, isPersonWord } from './words.ts'

const patronymic = /(?:[оеє]вич|[оеє]вн|івн|ич)(?:а|у|ом|ем|е|і|ой|ою|ы|и|я)?$/
const isAcronym = (word: string): boolean => /^\p{Lu}[\p{Lu}\p{N}-]+$/u.test(word)
/** Places in the genitive end so, behind the office that is held there: "мэр Одессы Труханов". */
const genitiveOfPlace = /(?:[аяыиі]|ого|ої|ей)$/

/** The name of a person at the end of the words for a speaker; empty where there is none. */
export function personIn(words: readonly string[]): string[] {
  const name: string[] = []
  for (let at = words.length - 1; at >= 0 && name.length < 4; at--) {
    const word = words[at] as string
    const low = word.toLowerCase()
    if (!/^\p{Lu}/u.test(word) || (isAcronym(word) && word.length > 1)) break
    if (
      stateAt(words, at) ||
      isTitleInName(low, at === 0, at === words.length - 1 && firstName(word) !== undefined)
    )
      break
    name.unshift(word)
  }
  return withoutPlaces(name, words.length > name.length)
}

/** A title with a capital begins its phrase; within it, what looks like one is a last name: "Майоров". */
const isTitleInName = (low: string, isFirst: boolean, isName: boolean): boolean =>
  !isName && (isBodyWord(low) || (isFirst && isPersonWord(low)))

function withoutPlaces(name: readonly string[], hasTitle: boolean): string[] {
  const [one = '', two = ''] = name
  if (name.length === 2 && hasTitle && !firstName(one) && !/^\p{Lu}$/u.test(one) && genitiveOfPlace.test(one))
    return [two]
  if (name.length <= 2) return [...name]
  const middle = name.at(-2) as string
  return patronymic.test(middle.toLowerCase()) ? name.slice(-3) : name.slice(-2)
}

/** A person's name in the genitive as it is in the nominative; as it stands where the first name tells too little. */
export function nominative(name: readonly string[], language: Slavic): string[] {
  const [first = '', ...rest] = name
  const last = rest.at(-1)
  const given = last === undefined ? undefined : firstName(first)
  if (!given || last === undefined) return [...name]
  const isWoman = isFeminine(last) || (given.gender === 'f' && !isAmbiguous(given.key))
  const called = isWoman && given.gender === 'm' ? first : given[language]
  const lastName = (isWoman ? woman : man)(last)
  return lastName === undefined
    ? [...name]
    : [called, ...rest.slice(0, -1).map((word) => patronym(word)), lastName]
}

const isFeminine = (last: string): boolean =>
  /(?:[оеє]вой|[оеєі]вої|иной|іної|ской|ської|цкой|цької)$/.test(last)
/** Whether a first name is a woman's or a man's in another case, so that only the last name tells: Александра, Валерия. */
const isAmbiguous = (key: string): boolean =>
  /^f-(?:aleksandr|valer|evhen)$/.test(key) || key === `f-${slavicKeyOf('Александра')}`

const patronym = (word: string): string =>
  word
    .replace(/(?<=вич)а$/, '')
    .replace(/(?<=вн)ы$/, 'а')
    .replace(/(?<=вн)и$/, 'а')

/** Genitive endings of men's last names, and what stands for them. */
function man(last: string): string | undefined {
  for (const [pattern, end] of obliqueEndings) if (pattern.test(last)) return last.replace(pattern, end)
  return undefined
}

const obliqueEndings: readonly [RegExp, string][] = [
  [/(?<=[сц])кого$/, 'кий'],
  [/(?<=ь)кого$/, 'кий'],
  [/(?<=[оеєїі]в)а$/, ''],
  [/(?<=[иії]н)а$/, ''],
  [/(?<=енк)а$/, 'о'],
  [/(?<=енк)о$/, 'о'],
  [/(?<=[уюяаи]к)а$/, ''],
  [/(?<=[иі]ч)а$/, ''],
  [/ця$/, 'ець'],
  [/ца$/, 'ец'],
  [/(?<=[ая])я$/, 'й'],
  [/(?<=[бвгджзклмнпрстфхчш])а$/, ''],
  [/(?<=[оуюе])$/, ''],
]

/** The nominative of a woman's last name. */
function woman(last: string): string | undefined {
  if (/(?:[оеєі]в|[иі]н)(?:ой|ої)$/.test(last)) return last.replace(/(?:ой|ої)$/, 'а')
  if (/[сц]ь?к(?:ой|ої)$/.test(last)) return last.replace(/ой$/, 'ая').replace(/ої$/, 'а')
  return /(?:[бвгджзклмнпрстфхчшйо])$/.test(last) ? last : undefined
}
