import type { Span } from '../attribution.ts'
import { isRole } from '../lexicon/titles.ts'
import type { PersonMention } from './person.ts'

/** Words before the name that somebody goes by: "a man who calls himself Abu Marjan". */
const isCalled =
  /\s(?:(?:calls?|calling|called) (?:him|her)self|(?:better |only |also )?known (?:only )?as|named|called|identified (?:only |by police )?as|identifie[sd] (?:him|her)self as|who goes by|nicknamed)\s$/i
/** The words between two who speak together. */
const joinsSpeakers = /^(?:,?\sand\s|,\s)(?:[\p{L}.-]+\s){0,4}$/u
const behindPreposition =
  /(?:^|\s)(?:of|for|from|with|to|by|at|against|in|behind|near|after|on|about)\s((?:[\p{L}'’.-]+\s){0,5})$/iu
const possessiveBehind = /^(?:['’]s\s|['’]\s\p{Ll})/u

/**
 * The speakers among those whom the words of a source name: "a spokesman for Kravets" is not Kravets, "the mayor, Ivan
 * Kravets," is; of "Kravets and Bondar" it is both.
 */
export function headsAmong(inside: readonly PersonMention[], span: Span, text: string): PersonMention[] {
  const called = inside.findIndex(({ begin }) =>
    isCalled.test(text.slice(Math.max(span[0], begin - 40), begin)),
  )
  const at =
    called >= 0 ? called : inside.findIndex((one, i) => isHeadOfSource(text, span, one, inside[i - 1]))
  const [first, ...others] = at < 0 ? [] : inside.slice(at)
  if (!first) return []
  const heads = [first]
  let last = first
  for (const one of others) {
    if (!joinsSpeakers.test(text.slice(last.end, one.begin)) || owns(text, one)) break
    if (one.person === last.person) continue
    heads.push(one)
    last = one
  }
  const isJoined = /\sand\s/.test(text.slice(first.end, last.begin))
  return isJoined ? heads : heads.slice(0, 1)
}

/** "Kravets's office": it is something of his that is meant. */
const owns = (text: string, { end }: PersonMention): boolean =>
  possessiveBehind.test(text.slice(end, end + 4))

function isHeadOfSource(
  text: string,
  [begin]: Span,
  one: PersonMention,
  earlier: PersonMention | undefined,
): boolean {
  if (owns(text, one)) return false
  const before = text.slice(begin, one.begin)
  if (/(?:[,(—–]|\s--?)\s*$/.test(before)) return true
  if (earlier) return false
  const behind = behindPreposition.exec(before)
  return !behind || isOfficeOf(before.slice(0, behind.index), behind[1] as string)
}

/** "Secretary of State", "the minister of the interior", before a name; but not "a spokesman for Mayor". */
function isOfficeOf(role: string, of: string): boolean {
  const words = of.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0 || words.some(isRole)) return false
  const isNamed = words.some((word) => /^\p{Lu}/u.test(word)) || (/^the\s/i.test(of) && words.length === 2)
  return isNamed && isRole(role.trim().split(/\s+/).at(-1) ?? '')
}
