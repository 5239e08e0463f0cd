/** Plain words for the vocabularies: CLAIM_RESPONSIBILITY reads "claims responsibility". */
const acts: Readonly<Record<string, string>> = {
  STATE: 'states',
  CLAIM_RESPONSIBILITY: 'claims responsibility',
  DENY_RESPONSIBILITY: 'denies responsibility',
  ACCUSE: 'accuses',
  DENY: 'denies',
  CONFIRM: 'confirms',
  DOUBT: 'doubts',
  DEMAND: 'demands',
  PROMISE: 'promises',
  THREATEN: 'threatens',
  CONDEMN: 'condemns',
  SUPPORT: 'supports',
  DISTANCE: 'keeps its distance',
  DECLINE_COMMENT: 'declines to comment',
  PREDICT: 'predicts',
  BELIEVE: 'believes',
  INTEND: 'intends',
  FEEL: 'feels',
  OTHER: 'says',
}

export const actWord = (act: string): string => acts[act] ?? plain(act)

/** GOVERNMENT_BODY reads "government body". */
export const plain = (value: string): string => value.toLowerCase().replaceAll('_', ' ')

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const certainties: Readonly<Record<string, string>> = {
  CERTAIN: 'certain',
  PROBABLE: 'probably',
  POSSIBLE: 'possibly',
}
export const certaintyWord = (certainty: string): string => certainties[certainty] ?? plain(certainty)

const stances: Readonly<Record<string, string>> = {
  AFFIRMS: 'affirms',
  DENIES: 'denies',
  UNCOMMITTED: 'leaves open',
}
export const stanceWord = (stance: string): string => stances[stance] ?? plain(stance)

const stancesBefore: Readonly<Record<string, string>> = {
  AFFIRMS: 'affirmed',
  DENIES: 'denied',
  UNCOMMITTED: 'left open',
}
export const stanceBefore = (stance: string): string => stancesBefore[stance] ?? plain(stance)

/** 1 statement, 2 statements. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
