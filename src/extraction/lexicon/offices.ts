import { bodyCalled, kindOfBody } from './bodies.ts'

/** Whom the holder of an office may speak for: anybody at all, a state or its body, a body of any kind. */
export type OfficeOf = 'anybody' | 'state' | 'body'

/** Words that tell for whom somebody speaks, and where in them the other is called. */
export interface Office {
  readonly of: OfficeOf
  readonly begin: number
  readonly end: number
  /** The office's own words, in small letters, and where they end. */
  readonly role: string
  readonly until: number
}

/** Fields that have a secretary in a cabinet: the Defense Secretary. */
export const cabinet =
  'foreign|defen[cs]e|home|interior|treasury|health|education|energy|justice|transport|pensions|business|culture|environment|labou?r|commerce|agriculture|trade|housing'

const offices: readonly (readonly [OfficeOf, string])[] = [
  [
    'anybody',
    'spokes(?:man|woman|person|men|women|people|persons)|press (?:secretary|officer|service|office|attach[eé])|(?:official )?representatives?|' +
      'lawyers?|(?<!(?:U\\.S\\.|US|district|state) )attorneys?(?! general)|counsel|solicitor|barrister|negotiators?|campaign (?:manager|chief|director|chairman|chairwoman)|' +
      'publicist|chief of staff|(?<!(?:foreign|home|cabinet) )office',
  ],
  [
    'state',
    `(?:deputy |vice )?(?:prime )?ministers?|premier|chancellor|vice president|president|(?:${cabinet}|security) secretary|` +
      '(?<=(?:U\\.S\\.|US) )attorney|prosecutors?|(?:crown )?prince(?:ss)?|king|queen|emir|sultan|supreme leader|' +
      'secretary of (?:state|defen[cs]e)|prosecutor[ -]general|attorney general|chief prosecutor|(?:deputy )?(?:high )?commissioner|ambassadors?|envoys?|diplomats?|consul(?: general)?|officials?|authorities|' +
      '(?:presidential|government) (?:advis[eo]r|aide)|embassy|delegation|mission|' +
      '(?:government|military|security|diplomatic|defen[cs]e|ministry|army|intelligence) sources?',
  ],
  [
    'body',
    'secretary[ -]general|director[ -]general|general secretary|(?:deputy )?secretary|treasurer|(?:managing |executive |regional |country |deputy )?director|chief executive(?: officer)?|CEO|chief (?:engineer|scientist|economist|operating officer|financial officer)|' +
      'chair(?:man|woman|person)?|commanders?|general|colonel|major|captain|admiral|lieutenant|manager|board members?|executives?|head|chief(?! (?:inspector|superintendent|constable|justice|judge|whip))|coordinator|researcher|campaigner|speaker|president|(?:deputy )?leader',
  ],
]

const patterns = offices.map(
  ([of, words]) => [of, new RegExp(`(?<![\\p{L}-])(?:${words})(?![\\p{L}-])`, 'iu')] as const,
)

const LONGEST_OFFICE = 300
/** Words that take an office away: a *former* minister speaks for the state no more, and a *town* official never did. */
const formerOrLocal =
  /\b(?:former|ex|late|retired|onetime|ousted|deposed|mayor|governor(?!.*\bbank\b)|councill?or|councilman|councilwoman|senator|lawmaker|congressman|congresswoman|mp|candidate)\b/i
const local = /\b(?:district|village|town|city|county|municipality|municipal|school|street)\b/i
/** A scholar speaks as one who knows, and for no university. */
const scholarly = /\b(?:university|institute|college|school|academy|centre|center)\b/i
/** Words before a name that are no part of it. */
const idleBeforeName =
  /^(?:(?:an?|the|one|two|three|four|five|several|some|many|other|senior|top|chief|deputy|assistant|acting|new|unnamed|unidentified|official|main|leading|high-ranking|high-level|current|longtime|retired|anonymous|local)(?:\s+|$))+/i
const idleBehind =
  /(?:\s+(?:senior|top|chief|deputy|acting|official|main|leading|lead|permanent|special|regional|new|longtime|high-ranking))+$/i
const after = /^\s+(?:(?:general|designate)\s+)?(?:for|of|at|from|with)\s+/i
const ownerAndOffice = /^(.*\p{L}['’]s?)((?:\s\p{Ll}[\p{L}-]*){0,4}\s)$/u
const name = /^(?:\s(?:\p{Lu}[\p{L}'’-]*\.?|al|bin|de|van|von)){1,4}(?=\s(?:for|of|at|from|with)\s)/u
const fullNameOf = /^\s*(?:\p{Lu}[\p{L}.'’-]*\s){2,4}of\s(?=(?:the\s)?\p{Lu})/u
const afterOwner = /(?:,|;|\(|\s(?:who|which|that|to|told|said|in|on|and his|when|after)\s).*$/is

/** The offices that the words for somebody tell, in their order: "Kremlin spokesman" is one that speaks for the Kremlin. */
export function officesIn(words: string): Office[] {
  return segmentsOf(words.slice(0, LONGEST_OFFICE)).flatMap(({ begin, text }) => {
    if (formerOrLocal.test(text)) return []
    const found = officeIn(text) ?? ofBody(text) ?? (begin > 0 ? officeInBrackets(text) : undefined)
    return found
      ? [{ ...found, begin: found.begin + begin, end: found.end + begin, until: found.until + begin }]
      : []
  })
}

/** Pieces between commas, dashes and brackets. */
function segmentsOf(words: string): { begin: number; text: string }[] {
  const segments: { begin: number; text: string }[] = []
  for (const match of words.matchAll(/(?:[^,()—–]|,(?!\s))+/g))
    segments.push({ begin: match.index, text: match[0] })
  return segments
}

function officeIn(text: string): Office | undefined {
  for (const [of, pattern] of patterns) {
    const match = pattern.exec(text)
    if (!match) continue
    const role = match[0].toLowerCase()
    const until = match.index + match[0].length
    const owner =
      owning(text, match.index) ??
      possessiveBefore(text, match.index) ??
      bodyBehind(text, until) ??
      bodyBefore(text, match.index) ??
      bodyBehind(text, until + (name.exec(text.slice(until))?.[0].length ?? 0))
    if (role === 'speaker' && /\b(?:house|parliament|assembly|senate|knesset|bundestag)\b/i.test(text))
      return undefined
    if (owner && local.test(text.slice(owner.begin, owner.end))) return undefined
    if (owner && role === 'researcher' && scholarly.test(text.slice(owner.begin, owner.end))) return undefined
    return { of, role, until, ...(owner ?? { begin: match.index, end: match.index }) }
  }
  return undefined
}

/** An officer speaks for an army and a unionist for a union; a scholar of a university speaks as one who knows. */
const mayBeSpokenFor = (words: string): boolean =>
  /^(?:MILITARY|SECURITY_SERVICE|GOVERNMENT_BODY)$/.test(kindOfBody(words) ?? '') || /\bunion$/i.test(words)

interface Range {
  readonly begin: number
  readonly end: number
}

/** "for the Harbour Union": up to where the name must end. */
function bodyBehind(text: string, from: number): Range | undefined {
  const lead = after.exec(text.slice(from))
  if (!lead) return undefined
  const begin = from + lead[0].length
  const owner = text.slice(begin).replace(afterOwner, '')
  return rangeOfName(text, begin, begin + owner.length)
}

/** "the company's safety director": whose the holder is, whatever the office is for. */
function owning(text: string, to: number): Range | undefined {
  const owned = ownerAndOffice.exec(text.slice(0, to))
  if (!owned) return undefined
  const isBody = bodyCalled((owned[2] as string).trim()) !== undefined
  return isBody ? bodyBefore(text, to) : rangeOfName(text, 0, (owned[1] as string).length)
}

/** "Its" of "Its director of enforcement": what stands behind tells the field, and not the body. */
function possessiveBefore(text: string, to: number): Range | undefined {
  const owner = bodyBefore(text, to)
  return owner && /^(?:its|their|his|her)$/i.test(text.slice(owner.begin, owner.end)) ? owner : undefined
}

/** "Kremlin", "Norway's foreign ministry", "his". */
function bodyBefore(text: string, to: number): Range | undefined {
  const lead = text.slice(0, to).trimEnd().replace(idleBehind, '')
  return rangeOfName(text, 0, lead.length)
}

function rangeOfName(text: string, from: number, to: number): Range | undefined {
  const words = text.slice(from, to)
  const lead = /^\s*/.exec(words)?.[0].length ?? 0
  const skipped = lead + (idleBeforeName.exec(words.slice(lead))?.[0].length ?? 0)
  const owner = words.slice(skipped).trimEnd()
  const begin = from + skipped
  return owner ? { begin, end: begin + owner.length } : undefined
}

/** "Ada Vega (Interior Ministry)", "ADA VEGA, HARBOUR UNION:". */
function officeInBrackets(text: string): Office | undefined {
  const found = /^\s*(?:the\s)?\p{Lu}/u.test(text) ? bodyCalled(text.trim()) : undefined
  const owner =
    found && !/^(?:STATE|MEDIA_OUTLET)$/.test(found.type) ? rangeOfName(text, 0, text.length) : undefined
  return owner && { of: 'body', role: 'of', until: owner.begin, ...owner }
}

/** "of the Norwegian army" behind a name, "the agency's Ada Vega". */
function ofBody(text: string): Office | undefined {
  const of =
    /^\s*(?:of|from|who\s(?:commands|directs|works for|spoke for|spoke on behalf of|speaks on behalf of|acts for|leads|heads|chairs|runs|represents|speaks for))\s+(?:(?:the\s)?(?:observers|delegation|team|mission)\sof\s)?/i.exec(
      text,
    )
  if (of) {
    const owner = rangeOfName(text, of[0].length, text.length)
    return owner && { of: 'body', role: 'of', until: of[0].length, ...owner }
  }
  const named = fullNameOf.exec(text)
  if (
    named &&
    !bodyCalled(named[0].replace(/\sof\s+$/, '').trim()) &&
    mayBeSpokenFor(text.slice(named[0].length))
  ) {
    const owner = rangeOfName(text, named[0].length, text.length)
    return owner && { of: 'body', role: 'of', until: named[0].length, ...owner }
  }
  const owned = /^\s*(.+?)['’]s?\s\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+)+\s*$/u.exec(text)
  const owner =
    owned && rangeOfName(text, 0, (owned[1] as string).length + text.length - text.trimStart().length)
  return owner ? { of: 'body', role: 'of', until: owner.end, ...owner } : undefined
}
