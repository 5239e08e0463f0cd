import { isRole } from '../../extract/titles.ts'
import type { SaidWord } from './said-word.ts'

/** What happens, and what comes of it: of which one it is, only a place, a name or a day can tell. */
const events =
  'talks|negotiations|flight|vote|ballot|fighting|bombing|airstrike|explosion|explosions|blast|crash|collision|shooting|killings|massacre|truce|ceasefire|sanctions|hijacking|landslide|earthquake|evacuation|coup|riots|siege'
const parts =
  'deaths|death|injuries|survivors|victims|casualties|wounded|toll|crew|wreckage|bombs|explosives|alarm|recall|contamination|leak|outbreak|ward|island|figure|figures|number|numbers|total|amount|share|damage|losses|water'
const bodies =
  'country|nation|republic|kingdom|government|cabinet|regime|junta|regulator|watchdog|administration|authorities|opposition|brigade|corporation|side|sides|parties'
const bare = new RegExp(`^(?:${events}|${parts}|${bodies})$`)

/** What follows and tells which one it is. */
const telling =
  /^(?:of|in|on|at|between|near|against|from|by|for|over|aboard|around|across|who|whom|whose|which|that|where|when)$/

/**
 * Whether a sentence speaks of what only its report tells apart: the talks, the crew, the colonel, and not "the talks in
 * Istanbul", "the Oskol talks" or "the colonel, Adam Noor".
 */
export const hasBareThing = (words: readonly SaidWord[]): boolean =>
  words.some((_, at) => isBareThing(words, at))

function isBareThing(words: readonly SaidWord[], at: number): boolean {
  const { low, text } = words[at] as SaidWord
  const isOffice = isRole(low) || low === 'pm'
  if (!isOffice && !bare.test(low)) return false
  if ((text !== low && low !== 'pm') || words[at - 1]?.low === 'death') return false
  const next = words[at + 1]?.text === ',' ? words[at + 2] : words[at + 1]
  if (next && (telling.test(next.low) || /^(?:NOUN|PROPN|NUM)$/.test(next.pos))) return false
  return isDefinite(words, at)
}

/** Whether the article stands before it, with nothing but small words between. */
function isDefinite(words: readonly SaidWord[], at: number): boolean {
  for (let before = at - 1; before >= 0 && at - before < 5; before--) {
    const { low, pos, text } = words[before] as SaidWord
    if (low === 'the') return true
    if (!/^(?:ADJ|NOUN|NUM|VERB|ADV)$/.test(pos) && text !== '-') return false
    if (/^\p{Lu}/u.test(text)) return false
  }
  return false
}
