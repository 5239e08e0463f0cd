import { isRole } from '../lexicon/titles.ts'

/** A place where a text means one person by what it is: "the mayor of Oskol", "a 34-year-old woman". */
export interface DescribedPerson {
  readonly begin: number
  readonly end: number
  /** The end of what somebody is, without the place or the body of it: "the mayor" of "the mayor of Bodo". */
  readonly until: number
  readonly words: string
  /** "the", "his": somebody who may have been met before. */
  readonly isDefinite: boolean
}

const describedDeterminer =
  /\b(the|an?|one|another|his|her|their|its|\p{Lu}[\p{L}-]{1,30}['’]s?)\s(?=((?:[\p{L}\p{N}][\p{L}\p{N}'’-]{0,30}(?:\s|(?=[^\p{L}\s]|$))){1,5}))/giu
const noPart =
  /^(?:of|for|and|or|to|in|on|at|by|with|from|that|who|which|is|was|has|had|have|said|says|were|are|will|would|the|an?|his|her|its|their|not|when|as|than)$/i
const ofNamedPlace = /^\s(?:of|for|at)\s(?:the\s)?\p{Lu}[\p{L}-]{1,30}(?:\s\p{Lu}[\p{L}-]{1,30}){0,3}/u

export function describedPeople(text: string): DescribedPerson[] {
  const found: DescribedPerson[] = []
  for (const match of text.matchAll(describedDeterminer)) {
    const length = lengthToRole(match[2] as string)
    if (length === 0) continue
    const until = match.index + match[0].length + length
    const end = until + (ofNamedPlace.exec(text.slice(until, until + 140))?.[0].length ?? 0)
    const isDefinite = !/^(?:an?|one|another)$/i.test(match[1] as string)
    found.push({ begin: match.index, end, until, words: text.slice(match.index, end), isDefinite })
  }
  return found
}

/** How far the words go up to the last of what somebody is; 0 where they tell of no person. */
function lengthToRole(words: string): number {
  let [at, length] = [0, 0]
  for (const word of words.split(/(?<=\s)/)) {
    const bare = word.trim()
    if (noPart.test(bare) || /['’]s?$/.test(bare)) break
    if (isRole(bare) && (at === 0 || /^\p{Ll}/u.test(bare))) length = at + bare.length
    else if (length > 0) break
    at += word.length
  }
  return length
}
