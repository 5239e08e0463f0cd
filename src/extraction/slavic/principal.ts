import type { SlavicActors } from './actors.ts'
import { bodyAt } from './bodies.ts'
import { stateAt } from './states.ts'

/** Words for those who speak for the state whose ministry, army or spokesman they are. A president or an expert does not. */
const official =
  /^(?:(?:пресс|прес)-|министр|міністр|замминистр|представител|представни[цк]|речни[кц]|спикер|спікер|советник|радни[цк]|посол$|посл[аі]|командующ|командувач|главнокоманд|головнокоманд|министерств|міністерств|минобор|міноборон|мид$|мзс$|мвд$|мвс$|мчс$|дснс$|кремл|генштаб|фсб$|сбу$|гур$|всу$|зсу$|вс$|зс$|правительств|уряд|власт(?:ь|и|ей|ям|ями|ях|ью)$|влад(?:а|и|і|у|ою)$|арми|армі|войск|військ|разведк|розвідк|посольств|прокуратур|генпрокур|следственн|госдеп|держдеп|пентагон|белый|білий|служб)/

/** The state on whose behalf somebody speaks who is called by these words, if the graph knows it. */
export function principalIn(
  words: readonly string[],
  actors: SlavicActors,
  home: string,
): string | undefined {
  if (!words.some((word) => official.test(word.toLowerCase()))) return undefined
  for (let at = 0; at < words.length; at++) {
    const state = stateAt(words, at)
    if (state) return actors.stateOf(state.naming.state)
  }
  const bodies = words.flatMap((_, at) => bodyAt(words, at) ?? []).filter(({ state: of }) => of !== null)
  const own = bodies.find(({ state: of }) => of)
  return bodies.length > 0 ? actors.stateOf(own?.state?.toLowerCase() ?? home) : undefined
}
