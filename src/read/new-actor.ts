import type { OrganizationKind } from '../vocabulary.ts'
import { capitalizedWithin, fullNameOf } from './name.ts'

/** Somebody whom the graph does not know, as far as a report tells who it is. */
export interface NewActor {
  readonly name: string
  readonly type: 'PERSON' | 'ORGANIZATION'
  readonly kind: OrganizationKind | undefined
  /** Whether it is called by a name: what is only described ("officials") is somebody else in another report. */
  readonly isNamed: boolean
}

const kinds: readonly [OrganizationKind, RegExp][] = [
  [
    'SECURITY_SERVICE',
    /\b(police|intelligence|fbi|cia|nsa|fsb|mi5|mi6|mossad|secret service|security service)\b/i,
  ],
  ['MILITARY', /\b(army|navy|air force|armed forces|military|marines|pentagon|troops|corps)\b/i],
  ['PARTY', /\b(party|republicans|democrats|labour|conservatives|tories|gop)\b/i],
  [
    'INTERNATIONAL',
    /\b(united nations|european union|nato|un|eu|imf|world bank|opec|african union|world health organi[sz]ation)\b/i,
  ],
  [
    'GOVERNMENT_BODY',
    /\b(ministry|department|government|administration|congress|senate|parliament|court|commission|council|white house|kremlin|embassy|agency|bureau|office of|treasury|cabinet|authorities|authority)\b/i,
  ],
  ['COMPANY', /\b(company|inc|corp|corporation|ltd|llc|plc|bank|airlines?|motors|holdings|firm)\b\.?/i],
  [
    'CIVIL_SOCIETY',
    /\b(union|association|foundation|institute|university|college|society|federation|coalition|charity|church|committee|watch|movement|campaign|league|fund|alliance|network|center|centre|project)\b/i,
  ],
]
/** Who is called by these is one person. */
const person =
  /\b(man|woman|boy|girl|spokes(?:man|woman|person)|minister|president|governor|mayor|senator|congress(?:man|woman)|chancellor|premier|king|queen|prince|princess|pope|bishop|chief|chairman|chairwoman|chair|leader|officer|official|director|aide|adviser|advisor|analyst|resident|professor|lawyer|attorney|judge|doctor|general|colonel|captain|sergeant|sheriff|witness|mother|father|wife|husband|son|daughter|brother|sister|author|journalist|reporter|editor|writer|host|strategist|economist|expert|executive|ceo|candidate|nominee|secretary|ambassador|commissioner|representative|lawmaker|teacher|student|driver|neighbo[u]?r|friend|survivor|victim|widow|veteran|pilot|soldier|scientist|researcher|person|source|activist|manager|coach|player|actor|actress|singer|owner|farmer|worker|insider|critic|supporter|voter)\b/i
const honorific = /^(mr|mrs|ms|miss|dr|sir|dame|lord|lady|sen|rep|gov|gen|col|capt|lt|sgt|rev|prof|st)\.?\s/i
const many = /^(both|the two|two|three|four|five|some|many|most|several|all|other|others|few|these|those)\b/i
const pronoun =
  /^(i|we|you|he|she|it|they|one|this|that|these|those|who|which|what|his|her|its|their|my|our|me|us|him|them|someone|somebody|anyone|everyone|nobody|people|others|some|many)$/i

/** Null where the words are no more than a pronoun: it means somebody, and the report does not tell whom. */
export function newActor(words: string, source: string, text: string): NewActor | null {
  const bare = words
    .replace(/^["“‘'(]+|["”’'),.;:]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (!/\p{L}/u.test(bare) || pronoun.test(bare) || bare.length > 150) return null
  const full = fullNameOf(bare, text)
  const name = full ?? bare
  const type = isPerson(name, source, full !== undefined) ? 'PERSON' : 'ORGANIZATION'
  return {
    name,
    type,
    kind: type === 'ORGANIZATION' ? (kinds.find(([, words]) => words.test(name))?.[0] ?? 'OTHER') : undefined,
    isNamed: full !== undefined || isName(name, type, text),
  }
}

/** By a title or an office in the words for it, or by the form of a full name; else it is an organization. */
function isPerson(name: string, source: string, isFullName: boolean): boolean {
  if (isFullName || honorific.test(name)) return true
  if (many.test(name) || kinds.some(([, words]) => words.test(headOf(name)))) return false
  if (/^(\p{Lu}[\p{L}.'’-]*\s+){1,3}\p{Lu}[\p{L}'’-]+$/u.test(name) && !/\b\p{Lu}{2,}\b/u.test(name))
    return true
  const apposition = source.startsWith(name) ? source.slice(name.length) : ''
  const described = /^(?:an?|the|one|his|her)\s/i.test(name) || /^,\s/.test(apposition)
  return (
    described && person.test(`${headOf(name)} ${/^,/.test(apposition) ? headOf(apposition.slice(1)) : ''}`)
  )
}

/** Of "a spokesman for the party" it is the spokesman that tells; the party is another. */
const headOf = (words: string): string =>
  words.split(/\s(?:of|for|at|in|from|with|to|who|that|on)\s/i)[0] as string

/** Capitals all through, and not only because a sentence begins there. */
function isName(name: string, type: string, text: string): boolean {
  const parts = name.replace(/^the\s+/i, '').split(/\s+/)
  const small = /^(of|for|and|the|de|la|van|von|der|den|al|bin|ibn|el|&|y|du|di|da)$/
  const last = parts.at(-1) as string
  if (!parts.every((part) => /^\p{Lu}|^\p{N}/u.test(part) || small.test(part)) || !/^\p{Lu}/u.test(last))
    return false
  if (parts.length === 1) return isLoneName(last, text)
  return type === 'PERSON' || !many.test(name)
}

/** One word is a name where it is an acronym, or a people's or a party's name; a last name alone is many people's. */
const isLoneName = (word: string, text: string): boolean =>
  /^\p{Lu}[\p{Lu}\p{N}&-]+$/u.test(word) || (/s$/.test(word) && capitalizedWithin(word, text))
