import { noName } from '../lexicon/full-names.ts'
import { isRole } from '../lexicon/titles.ts'

const REACH_OF_DESCRIPTION = 110
/** Words for a relative: the name that follows is not the one of the name before. */
const kin =
  /^(?:wife|husband|son|daughter|brother|sister|mother|father|widow|widower|uncle|aunt|nephew|niece|cousin|grandmother|grandfather|grandson|granddaughter|stepson|stepdaughter|fiancee?|partner)$/

/** The words beside a name that say what somebody is. */
export interface Description {
  /** "Foreign Ministry spokesman", "the mayor of Oskol". */
  readonly words: string
  readonly isFamily: boolean
}

const noDescription: Description = { words: '', isFamily: false }
const descriptionEnd = /[,;:.!?()[\]“”"—–\n]/
const determiner = /^(?:the|a|an|its|his|her|their|our|my)$/i

/** Right before the name ("Pentagon spokeswoman Sarah Whitfield") or before a comma, a dash or a bracket ("The mayor, Ivan Kravets,"). */
export function describedBefore(text: string, begin: number): Description {
  const before = text.slice(Math.max(0, begin - REACH_OF_DESCRIPTION), begin)
  const mark = /\s*[,(—–-]\s*$|\s*--\s*$/.exec(before)
  return mark?.[0].trim() ? apposedBefore(before.slice(0, mark.index)) : descriptionBeforeComma(before)
}

function descriptionBeforeComma(before: string): Description {
  if (!/[\p{L}\p{N}'’.] $/u.test(before)) return noDescription
  const words = before.trimEnd().split(/\s+/)
  const office = roleBeforeName(words)
  if (office) return descriptionOf(office)
  const found: string[] = []
  for (let word = words.pop(); word !== undefined && found.length < 7; word = words.pop()) {
    if (determiner.test(word)) break
    if (descriptionEnd.test(word.slice(0, -1)) || /[,;:!?)”"—–]$/.test(word)) break
    if (/\.$/.test(word) && word.length > 5) break
    if (found.length === 0 && !isRole(word)) break
    if (noName.has(word.toLowerCase()) && !isRole(word)) break
    if (/^\p{Ll}/u.test(word) && found.length > 0 && !isRole(word) && !/^[\p{Ll}-]+$/u.test(word)) break
    if (/^(?:said|says|told|tells|added|asked|was|is|were|are|has|had|not|by|with|who|that)$/.test(word))
      break
    found.unshift(word)
  }
  return descriptionOf(found.join(' '))
}

/** "Senior director of the company", right before a name, with a word before the role. */
function roleBeforeName(words: readonly string[]): string | undefined {
  const thing = words.at(-1) as string
  const of = words.at(-2) === 'the' ? words.length - 3 : words.length - 2
  const role = words[of - 1]
  if (words[of] !== 'of' || role === undefined || !isRole(role)) return undefined
  if (!/^\p{Ll}[\p{L}-]+$/u.test(thing) || !/^[\p{L}-]+$/u.test(role)) return undefined
  const before = words[of - 2]
  return words.slice(before && /^[\p{L}-]+$/u.test(before) ? of - 2 : of - 1).join(' ')
}

/** "The governor of Belgorod", before a comma. */
function apposedBefore(before: string): Description {
  const clause = (before.split(/[,;:!?()“”"—–\n]|\.\s/).at(-1) as string).trim()
  const start = /(?:^|\s)((?:the|its|their|his|her|our|a|an)\s.*)$/isu.exec(clause)?.[1]
  const owned = /((?:\p{Lu}[\p{L}-]*\s){0,2}\p{Lu}[\p{L}-]*['’]s?\s.*)$/su.exec(clause)?.[1]
  const words = start && owned ? (start.length > owned.length ? start : owned) : (start ?? owned ?? clause)
  const description = descriptionOf(words)
  return isOfSomebody(words) ? description : noDescription
}

/** Right behind the name: ", the mayor,", "(the mayor)", "— the mayor —". */
export function describedAfter(text: string, end: number): Description {
  const after = text.slice(end, end + REACH_OF_DESCRIPTION)
  const mark = /^(?:\s*[,(—–]|\s--|\s-)\s*/.exec(after)
  if (!mark) return noDescription
  const words = after
    .slice(mark[0].length)
    .split(/[,;:!?()“”"—–\n]|\.(?:\s|$)|\s(?:who|whose|which|said|says|told)\s/)[0] as string
  return isOfSomebody(words) ? descriptionOf(words) : noDescription
}

/** Whether a phrase is of somebody, rather than only naming one further on: "the mayor of Oskol", not "the house of the mayor". */
function isOfSomebody(words: string): boolean {
  const head = words.split(/\s(?:of|for|at|in|from|with|to|who|that|on|by)\s/i)[0] as string
  if (head.length > 70 || /\s(?:is|was|were|are|has|had|said|says)\s/.test(head)) return false
  return (
    isRole(head.split(/\s+/).at(-1) ?? '') ||
    (/^(?:an?\s)?(?:\p{L}+-)*\p{L}+\sand\s\p{L}+$/iu.test(head) && head.split(/\s+/).some(isRole))
  )
}

function descriptionOf(words: string): Description {
  const parts = words.trim().split(/\s+/)
  if (!parts.some(isRole)) return noDescription
  const first = parts[0] ?? ''
  const isOwned = /^(?:his|her|their)$/i.test(first) || parts.some((part) => /['’]s?$/.test(part))
  return { words: words.trim(), isFamily: isOwned && parts.some((part) => kin.test(part.toLowerCase())) }
}

const bodyNoun =
  /^(?:ministry|department|government|agency|group|company|firm|union|party|committee|commission|council|court|brigade|battalion|militia|movement|front|bank|institute|university|association|organi[sz]ation|foundation|charity|federation|alliance|coalition|network|newspaper|daily|broadcaster|channel|station|outlet|website|magazine|regulator|watchdog|operator|airline|carrier|manufacturer|maker|hospital|club|retailer|supplier|startup|shipyard|nonprofit|ngo|refinery|utility|developer|builder|producer|provider|consultancy|think-tank|weekly|service|insurer|lender|carmaker|shipbuilder|shipowner|publisher|contractor|brewer|miner|refiner|giant|militia|rebels|militants|tabloid|paper|band|gang|cartel|unit|regiment|tribe|church|parish|museum|theatre|theater|zoo|port|airport|committee|panel|body|organiser|organizer|landlord|owner|subsidiary|arm|wing|branch|lobby|chain|hospital|clinic|laboratory)$/

/** "the shipping company Norsea", "Norsea, a shipping company,": what kind of body a name is said to be; empty where none. */
export function describedAsBody(text: string, begin: number, end: number): string {
  const before = describedBodyBefore(text, begin)
  if (before) return before
  const beside = /(?:^|\s)(?:the|an?|its|their)\s([^,.;:()“”"\n]{3,50}),\s(?:the\s)?$/iu.exec(
    text.slice(Math.max(0, begin - 70), begin),
  )?.[1]
  if (beside && bodyNoun.test(beside.split(/\s+/).at(-1) as string)) return beside
  const behind = /^["”»’]?\s(\p{Ll}+)/u.exec(text.slice(end, end + 40))?.[1] ?? ''
  if (bodyNoun.test(behind)) return behind
  const after =
    /^,\s(?:an?|the|its|one of)\s([^,.;:()“”"\n]{3,60})/u.exec(text.slice(end, end + 80))?.[1] ?? ''
  const head = after.split(/\s(?:of|for|at|in|from|with|to|that|which|on|by)\s/)[0] as string
  return bodyNoun.test(head.split(/\s+/).at(-1) as string) ? head : ''
}

export function describedBodyBefore(text: string, begin: number): string {
  const before =
    /(?:(?<!\p{L})\p{Ll}[\p{L}-]{0,30}\s){1,3}$/u
      .exec(text.slice(Math.max(0, begin - 60), begin))?.[0]
      .trim() ?? ''
  return bodyNoun.test(before.split(/\s+/).at(-1) as string) ? before : ''
}
