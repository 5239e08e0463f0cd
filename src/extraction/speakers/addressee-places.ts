import type { Attribution } from '../attribution.ts'

/** The place of the words for somebody to whom something is said. */
export interface AddresseePlace {
  readonly at: number
  /** How they are led to: by a verb of telling, or by an interview, which is given to an outlet. */
  readonly by: 'TOLD' | 'URGED' | 'PRESS' | 'BESIDE'
}

/** Verbs right before whoever is told: told Kyiv, informed the council. */
const tellingVerb =
  /^(?:tell|told|inform|assur|reassur|remind|notif|brief|advis|warn|caution|ask|beg|implor|urg|press|order|instruct|challeng|encourag|invit|counsel|plead)\p{L}*$/iu
const urges =
  /^(?:urg|ask|beg|implor|press|order|instruct|challeng|encourag|invit|counsel|advis|warn|caution)\p{L}*$/iu
/** "warned Ankara could leave": that it could, and not to Ankara. */
const mayHaveClause = /^(?:warn|caution|advis)\p{L}*$/iu
const finiteForm =
  /^\s(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|\p{L}+(?:ed|es))\s/iu
/** Verbs with "to" before whoever is told: said to the BBC, complained to Geneva. */
const saysTo =
  /^(?:said|says?|saying|wrote|writ|written|confirm|admit|explain|complain|insist|boast|den(?:y|ied)|reveal|disclos|suggest|repeat|convey|announc|declar|vow|spoke|speak|talk|repl|appeal|plead|apologi|confess|acknowledg|stat|describ|reiterat|express|signal|report|mention|lament|promis|pledg)\p{L}*$/iu
/** Verbs before whoever gets something, and then the thing: offered Niamey the help of his army. */
const gives = /^(?:offer|promis|pledg|giv|gave|guarante|grant|send|sent|den(?:y|ie)|wish|show)\p{L}*$/iu
const givenTo =
  /^\s(?:an?|the|his|her|its|their|no|any|some|more|further|full|all|another|\d|that|to understand|“|"|help|support|aid|\p{L}+\s(?:and|in|for|of)\b)/iu
const occasion =
  /\b(?:interview|letter|message|memo|note|e-?mail|statement|comments|remarks|evidence|testimony|submission|report|speech|address|call|conversation|chat)$/i
const passiveBefore = /\b(?:was|were|been|being|is|are|be|gets?|got)\s(?:\p{L}+ly\s)?$/iu

/** Right behind the cue, by what the cue is. */
export function placesBehind(
  text: string,
  { cue }: Attribution,
  endOf: (at: number) => number,
): AddresseePlace[] {
  const [begin, end] = cue[0] as [number, number]
  const words = text.slice(begin, end)
  const last = /[\p{L}'’]+$/u.exec(words)?.[0] ?? ''
  const before = words.slice(0, words.length - last.length)
  const verb = /([\p{L}'’]+)\s+(?:it\s+)?$/u.exec(before)?.[1] ?? ''
  const within = occasion.test(words) && /^\s(?:with|to|for)\s/i.exec(text.slice(end, end + 6))?.[0]
  if (within) return [{ at: end + within.length, by: /interview$/i.test(words) ? 'PRESS' : 'BESIDE' }]
  if (/^(?:to|with)$/i.test(last)) return saysTo.test(verb) || /^put$/i.test(verb) ? [tellingAt(end)] : []
  if (/^(?:on|upon)$/i.test(last)) return /^call/i.test(verb) ? [urged(end)] : []
  const rest = text.slice(end, end + 40)
  const press =
    /quoted(?:\sas)?(?:\ssaying)?$/i.test(words) && /^(?:\s(?:as|saying|telling))*\sby\s/i.exec(rest)?.[0]
  if (press) return [{ at: end + press.length, by: 'PRESS' }]
  if (passiveBefore.test(before)) return []
  if (tellingVerb.test(last)) {
    const isClause = mayHaveClause.test(last) && finiteForm.test(text.slice(endOf(end), endOf(end) + 30))
    return isClause ? [] : [urges.test(last) ? urged(end) : tellingAt(end)]
  }
  if (gives.test(last) && givenTo.test(text.slice(endOf(end), endOf(end) + 30))) return [urged(end)]
  if (/^put it$/i.test(words) && /^\sto\s/.test(rest)) return [tellingAt(end + 4)]
  const led = /^\s(?:\p{L}+ly\s)?(?:to|with|from)\s/iu.exec(rest)?.[0]
  if (led && (saysTo.test(last) ? !/from\s$/i.test(led) : /^demand/i.test(last) && /from\s$/i.test(led)))
    return [tellingAt(end + led.length)]
  const upon = /^\s(?:on|upon|to)\s/i.exec(rest)?.[0]
  return upon && /^(?:call|appeal)/i.test(last) ? [urged(end + upon.length)] : []
}

const tellingAt = (at: number): AddresseePlace => ({ at, by: 'TOLD' })
const urged = (at: number): AddresseePlace => ({ at, by: 'URGED' })

/** Whether somebody is told, whoever tells it: "The council was told that …". */
export function isToldOf(text: string, { cue }: Attribution): boolean {
  const [begin, end] = cue[0] as [number, number]
  const words = text.slice(begin, end)
  return /\b(?:was|were|been|being|is|are)\s(?:\p{L}+\s)?(?:told|informed|warned|notified|assured|reminded|advised|urged|asked)$/iu.test(
    words,
  )
}

/**
 * The places within what is said. A question may be all that tells: "Asked by the Gazette whether it was so, she did not
 * answer."
 */
export function placesWithin(text: string, { content }: Attribution): AddresseePlace[] {
  const [begin = 0, end = 0] = content[0] ?? []
  const asked = /^(?:when\s)?(?:asked|pressed|questioned|quizzed)\sby\s/i.exec(
    text.slice(begin, Math.min(end, begin + 30)),
  )
  return asked ? [{ at: begin + asked[0].length, by: 'BESIDE' }] : []
}

const fewWords = "(?:[\\p{L}’'-]+\\s){0,5}?"
const placePatterns: readonly (readonly [AddresseePlace['by'], RegExp])[] = [
  ['PRESS', new RegExp(`\\binterviews?\\s${fewWords}(?:with|to|for|by)\\s`, 'giu')],
  ['PRESS', /\bquoted\s(?:as\s(?:saying|telling)\s)?(?:\p{L}+\s){0,2}?by\s|\bas\ssaying\sby\s/giu],
  [
    'BESIDE',
    /\b(?:letter|message|memo|note|e-?mail|statement|comments|remarks|evidence|testimony|submission|report|speech|address|appeal|reply|presentation|complaint)\s(?:sent\s|addressed\s|made\s)?to\s/giu,
  ],
  ['BESIDE', /\b(?:call|conversation|chat|exchange)\swith\s/giu],
  [
    'BESIDE',
    /(?<=^|[\s—(])(?:speaking|talking|writing|testifying|complaining|appearing)\s(?:\p{L}+ly\s)?(?:to|with|before)\s/giu,
  ],
  ['BESIDE', /(?<=^|[\s—(])addressing\s/giu],
  [
    'BESIDE',
    /\b(?:asked|questioned|pressed|interviewed|challenged|quizzed|grilled|approached|contacted|reached|prompted)\s(?:(?:for|about)\s\p{L}+\s)?by\s/giu,
  ],
]

/** The places beside the cue, where what is said is left out: in an interview with the Gazette, speaking to parliament. */
export function placesBeside(words: string): AddresseePlace[] {
  return placePatterns.flatMap(([by, pattern]) =>
    [...words.matchAll(pattern)].map((match) => ({ at: match.index + match[0].length, by })),
  )
}
