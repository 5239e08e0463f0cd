import type { Origin } from '../values/vocabulary.ts'
import type { Meaning } from './meaning.ts'

/** Sentences on what actors, places and events have in common, and on what all nodes that can be named have. */
export const entityText = {
  name: 'The usual name, shown where no language is asked for.',
  labels: 'All its names, in all languages, the usual one among them.',
  description: 'A sentence or two that tell who or what it is, in neutral words.',
  links: 'Its identifiers in other catalogues, such as Wikidata or GeoNames.',
} as const

/** A language, of whatever is written in it. */
export const languageTag = 'A language tag (BCP 47), such as en or uk.'

export const originMeaning: Meaning<Origin> = {
  of: 'How an actor, a place, an event or a claim came into the graph.',
  words: {
    ACCEPTED: 'Somebody wrote it down: it counts.',
    PROPOSED: 'It came in with a proposal: it counts once something accepted names it.',
  },
}
