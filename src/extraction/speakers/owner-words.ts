import { bodyCalled } from '../lexicon/bodies.ts'
import { cabinet } from '../lexicon/offices.ts'
import type { StateFound } from './state-index.ts'

/** Offices of a body that a report calls alone, once it has named the body: "The chairman", "the finance director". */
export const heldInBody =
  /^(?:spokes|press|board|executive|chief|managing|CEO|chair|treasurer|general secretary|(?:deputy |regional )?director|manager)/i

export const headOfState =
  /^(?:['’]s?)?\s(?:\p{L}+\s)?(?:president|prime minister|premier|chancellor|minister|king|queen)(?!\p{L})/iu

/**
 * Offices that nobody but a state has, whatever stands between its name and the office: the Norwegian Fisheries Minister.
 */
export const ofStatesAlone =
  /\b(?:embassy|delegation|mission|ministers?|ambassadors?|envoys?|consul|secretary|president|prince(?:ss)?|king|queen|emir|sultan)\b/

export const genericWords =
  /^(?:police|fire|state|city|court|commission|league|mission|campaign|coalition|fund|trust|society|company|firm|group|agency|organi[sz]ation|union|party|bank|airline|operator|committee|commission|council|board|court|movement|foundation|association|institute|charity|militia|brigade|front|alliance|bloc|federation|network|insurer|club|university|hospital|airport|port)$/
/** A sentence's first word, and no name: "Police spokesman", "Fire chief". */
export const isCommonWord = (name: string): boolean => genericWords.test(name.toLowerCase())

export const armedWord = /^(?:rebel|militant|guerrilla|insurgent|separatist|militia|fighter|jihadist)s?$/
export const anyBodyWord = /^(?:company|firm|group|agency|organi[sz]ation)$/
export const isOwnerName =
  /^\p{Lu}[\p{L}\p{N}'’&.-]*(?:\s(?:of|for|and|the|\p{Lu}[\p{L}\p{N}'’&.-]*|\p{N}+))*$/u

/** Bodies that only states have, and that reports name without saying whose they are. */
export const nationalBody = new RegExp(
  `\\b(?:ministr(?:y|ies)|ministers?|embassy|presidency|junta|command|border (?:troops|guards)|prosecutor[ -]general|coast ?guard|army|military|navy|air force|joint chiefs of staff|presidential (?:office|administration|advis[eo]r|aide|spokes\\p{L}+)|general staff|armed forces|prime minister|foreign office|central election commission|prosecutors?|chancellor|(?:${cabinet}) secretary)\\b`,
  'iu',
)

/** "the UK Health Security Agency": what begins with a state's name and is no society of its people. */
const isAgency = /\b(?:agency|authority|service|administration|department|bureau|office)$/i

/** A sentence's first word has a capital, and is no name for that. */
export const stateAdjective = /^(?:presidential|federal|government|military|army)$/i

/** "Committee of the Russian Federation", "Norway's election commission". */
export function isOfThatState(words: string, { begin, end }: StateFound): boolean {
  const kind = bodyCalled(words)?.kind
  const isPublic =
    kind === 'GOVERNMENT_BODY' ||
    kind === 'SECURITY_SERVICE' ||
    kind === 'MILITARY' ||
    /\bcommittee of\b/i.test(words)
  return (
    isPublic &&
    (/\bof\s+(?:the\s+)?$/i.test(words.slice(0, begin)) ||
      /^['’]s?\s/.test(words.slice(end)) ||
      (isAgency.test(words) && /^(?:the\s)?$/i.test(words.slice(0, begin))))
  )
}

/** The embassy in Moscow is somebody else's; the ministry in Moscow is Russia's. */
export const isOwner = (words: string, { begin }: StateFound): boolean =>
  !/\b(?:embassy|consulate|mission|delegation|ambassador|troops|forces)\b[^,]*\b(?:in|to)\s+(?:the\s+)?$/i.test(
    words.slice(0, begin),
  )
