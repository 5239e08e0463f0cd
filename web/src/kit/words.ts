/**
 * Plain words for the vocabularies: CLAIM_RESPONSIBILITY reads "claimed responsibility". What was done by saying it is
 * past, and in the past tense one word fits one who speaks and several, such as "users".
 */
const acts: Readonly<Record<string, string>> = {
  STATE: 'stated',
  CLAIM_RESPONSIBILITY: 'claimed responsibility',
  DENY_RESPONSIBILITY: 'denied responsibility',
  ACCUSE: 'accused',
  DENY: 'denied',
  CONFIRM: 'confirmed',
  DOUBT: 'doubted',
  DEMAND: 'demanded',
  PROMISE: 'promised',
  THREATEN: 'threatened',
  CONDEMN: 'condemned',
  SUPPORT: 'supported',
  DISTANCE: 'moved away from it',
  DECLINE_COMMENT: 'declined to comment',
  PREDICT: 'predicted',
  BELIEVE: 'believed',
  INTEND: 'intended',
  FEEL: 'felt',
  OTHER: 'said',
}

export const actWord = (act: string): string => acts[act] ?? plain(act)

/** GOVERNMENT_BODY reads "government body". */
export const plain = (value: string): string => value.toLowerCase().replaceAll('_', ' ')

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const verdicts: Readonly<Record<string, string>> = { UNVERIFIED: 'not verified' }
export const verdictWord = (verdict: string): string => verdicts[verdict] ?? plain(verdict)

const certaintyWords: Readonly<Record<string, string>> = {
  CERTAIN: 'certain',
  PROBABLE: 'probably',
  POSSIBLE: 'possibly',
}
const certaintyWord = (certainty: string): string => certaintyWords[certainty] ?? plain(certainty)

const stances: Readonly<Record<string, string>> = {
  AFFIRMS: 'affirms',
  DENIES: 'denies',
  UNCOMMITTED: 'leaves open',
}
export const stanceWord = (stance: string): string => stances[stance] ?? plain(stance)

/** The sides of a claim, by which positions are sorted wherever claims are shown. */
const SIDE_WORDS: Readonly<Record<string, string>> = {
  AFFIRMS: 'affirms',
  DOUBTS: 'doubts or leaves open',
  DENIES: 'denies',
}
export const sideWord = (side: string): string => SIDE_WORDS[side] ?? plain(side)

/** A stance, how sure whoever takes it is, and the side that both come to. */
export interface Taken {
  readonly stance: string
  readonly certainty: string | null
  readonly side: string | null
}

/** The side first, and what it was said with where that is more: affirms, probably; doubts (denies, probably). */
export function takenWords({ stance, certainty, side }: Taken): string {
  const isSure = !certainty || certainty === 'CERTAIN' || stance === 'UNCOMMITTED'
  const said = isSure ? stanceWord(stance) : `${stanceWord(stance)}, ${certaintyWord(certainty)}`
  return stance === 'DENIES' && side === 'DOUBTS' ? `doubts (${said})` : said
}

const before: Readonly<Record<string, string>> = {
  AFFIRMS: 'affirmed',
  DOUBTS: 'doubted',
  DENIES: 'denied',
}
/** The same of a position that is no longer held. */
export const takenBefore = ({ stance, side }: Omit<Taken, 'certainty'>): string =>
  stance === 'UNCOMMITTED' ? 'left open' : (before[side ?? stance] ?? plain(stance))

/** 1 statement, 2 statements. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

/** An actor, a place. */
export const oneOf = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`
