import { isRole } from '../../extraction/lexicon/titles.ts'
import { type SaidWord, saidWordAt } from './said-word.ts'
import { isPast } from './verbs.ts'

/** Nouns of events and of what comes of them: only a place, a name or a day can tell which one is meant. */
const eventNouns =
  'talks|negotiations|flight|vote|ballot|fighting|bombing|airstrike|explosion|explosions|blast|crash|collision|shooting|killings|massacre|truce|ceasefire|sanctions|hijacking|landslide|earthquake|evacuation|coup|riots|siege'
const partNouns =
  'deaths|death|injuries|survivors|victims|casualties|wounded|toll|crew|wreckage|bombs|explosives|alarm|recall|contamination|leak|outbreak|ward|island|figure|figures|number|numbers|total|amount|share|damage|losses|water'
const bodyThings =
  'country|nation|republic|kingdom|government|cabinet|regime|junta|regulator|watchdog|administration|authorities|opposition|brigade|corporation|side|sides|parties'
const bareThing = new RegExp(`^(?:${eventNouns}|${partNouns}|${bodyThings})$`)

/** Words that follow a noun and tell which one is meant. */
const telling =
  /^(?:of|in|on|at|between|near|against|from|by|for|over|aboard|around|across|who|whom|whose|which|that|where|when)$/

/**
 * Whether a sentence speaks of what only its report tells apart: the talks, the crew, the colonel, and not "the talks in
 * Istanbul", "the Oskol talks" or "the colonel, Adam Noor".
 */
export const hasBareThing = (words: readonly SaidWord[]): boolean =>
  isBareEvent(words) || words.some((_, at) => isBareThing(words, at))

const MOST_BARE_WORDS = 5

/** "Officers opened fire", "Machine guns were used": of whom, where and when, nothing is told. */
function isBareEvent(words: readonly SaidWord[]): boolean {
  if (words.length > MOST_BARE_WORDS || words[0]?.pos !== 'NOUN' || words[1]?.low === 'of') return false
  if (words.some(({ pos }) => /^(?:PROPN|NUM|DET|PRON|PART|X)$/.test(pos))) return false
  const verb = words.find(({ pos }, at) => at > 0 && (pos === 'VERB' || pos === 'AUX'))
  return verb !== undefined && isPast(verb.low) === true
}

function isBareThing(words: readonly SaidWord[], at: number): boolean {
  const { low, text } = saidWordAt(words, at)
  const isOffice = isRole(low) || low === 'pm'
  if (!isOffice && !bareThing.test(low)) return false
  if ((text !== low && low !== 'pm') || words[at - 1]?.low === 'death') return false
  const next = words[at + 1]?.text === ',' ? words[at + 2] : words[at + 1]
  if (isOffice && next?.low === 'of' && !words.slice(at + 2, at + 6).some(isNameWord))
    return isDefinite(words, at)
  if (next && (telling.test(next.low) || /^(?:NOUN|PROPN|NUM)$/.test(next.pos))) return false
  return isDefinite(words, at)
}

const isNameWord = ({ pos, text }: SaidWord): boolean => pos === 'PROPN' || /^\p{Lu}/u.test(text)

/** Whether the article stands before it, with nothing but small words between. */
function isDefinite(words: readonly SaidWord[], at: number): boolean {
  for (let before = at - 1; before >= 0 && at - before < 5; before--) {
    const { low, pos, text } = saidWordAt(words, before)
    if (low === 'the') return true
    if (!/^(?:ADJ|NOUN|NUM|VERB|ADV)$/.test(pos) && text !== '-') return false
    if (/^\p{Lu}/u.test(text)) return false
  }
  return false
}
