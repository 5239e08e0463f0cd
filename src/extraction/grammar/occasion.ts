import { timeNouns } from '../lexicon/words.ts'
import type { Tokens } from '../text/token-arrays.ts'

const occasionNouns =
  /^(statement|statements|interview|interviews|rally|rallies|speech|speeches|debate|debates|conference|conferences|briefing|briefings|tweet|tweets|post|posts|letter|letters|email|emails|e-mail|memo|memos|report|reports|article|articles|op-ed|column|video|videos|ad|ads|appearance|appearances|event|events|hearing|hearings|testimony|message|messages|filing|filings|editorial|essay|remarks|forum|meeting|meetings|fundraiser|podcast|telegram|twitter|facebook|television|tv|radio|address|release)$/

const occasionOpeners = new Set(
  `in at during on via through last this earlier late yesterday today tonight
   monday tuesday wednesday thursday friday saturday sunday`.split(/\s+/),
)

/**
 * Whether the time and the occasion of the saying begin at i, at the end of what is said: "[rejected the plan] in an
 * interview on Tuesday". Where the content goes on after them, they belong to it.
 */
export function isOccasion(t: Tokens, i: number, last: number, isTimeToo: boolean): boolean {
  if (!occasionOpeners.has(t.lowAt(i))) return false
  let [j, found] = [i, false]
  for (;;) {
    const time = isTimeToo || found ? afterTime(t, j) : j
    const next = time > j ? time : afterEvent(t, j, last)
    if (next === j) break
    found = true
    j = next
  }
  return (
    found &&
    (j >= last || /^[,.;!?—–]$|^--$/.test(t.wordAt(j)) || /^(and|but|after|when|while|as)$/.test(t.lowAt(j)))
  )
}

/** "on Tuesday", "last week", "yesterday", "in January", "in 2015"; i itself where there is none. */
function afterTime(t: Tokens, i: number): number {
  const w = t.lowAt(i)
  const next = t.lowAt(i + 1)
  if (/^(yesterday|today|tonight)$/.test(w)) return i + 1
  if (/day$/.test(w) && timeNouns.has(w) && t.pos[i] === 'PROPN' && next !== "'s")
    return /^(morning|afternoon|evening|night)$/.test(next) ? i + 2 : i + 1
  if (/^(on|last|this|earlier|late|in)$/.test(w) && timeNouns.has(next) && !/^(time|day|night)$/.test(next)) {
    if (
      w === 'in' &&
      !/^(january|february|march|april|may|june|july|august|september|october|november|december)$/.test(next)
    )
      return i
    if (w === 'on' && !next.endsWith('day')) return i
    const k = i + 2
    return /^(morning|afternoon|evening|night|\d{1,2}|\d{4})$/.test(t.lowAt(k)) ? k + 1 : k
  }
  if (w === 'earlier' && /^(this|in)$/.test(next)) return afterTime(t, i + 1)
  return w === 'in' && /^(19|20)\d\d$/.test(next) ? i + 2 : i
}

/** "in a statement to the paper", "at a rally in Ohio", "on Twitter"; i itself where there is none. */
function afterEvent(t: Tokens, i: number, last: number): number {
  if (!/^(in|at|during|on|via|through)$/.test(t.lowAt(i))) return i
  if (t.low[i + 1] === 'social' && t.low[i + 2] === 'media') return i + 3
  const isBare = /^(twitter|facebook|telegram|television|tv|radio)$/.test(t.lowAt(i + 1))
  if (!isBare && !/^(a|an|his|her|their|its|two|several)$/.test(t.lowAt(i + 1))) return i
  for (let j = i + 1; j < Math.min(last, i + 8); j++) {
    if (occasionNouns.test(t.lowAt(j)) && t.pos[j + 1] !== 'NOUN') return afterPlace(t, j + 1, last)
    if (!/^(DET|ADJ|NOUN|PROPN|PRON|NUM|VERB|PART)$/.test(t.posAt(j)) && t.word[j] !== '-') return i
  }
  return i
}

/** "to the paper", "in Ohio", "with Reuters". */
function afterPlace(t: Tokens, i: number, last: number): number {
  if (!/^(to|in|with|at|for|from|on)$/.test(t.lowAt(i)) || afterTime(t, i) > i) return i
  let j = i + 1
  while (j < last && j - i < 8 && /^(DET|ADJ|NOUN|PROPN|PART)$/.test(t.posAt(j)) && afterTime(t, j) === j) j++
  return j > i + 1 ? j : i
}
