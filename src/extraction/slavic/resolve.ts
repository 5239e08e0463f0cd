import type { ReportToResolve, ResolvedAttribution } from '../speakers/resolve.ts'
import { aboutOfSlavic, namedInSlavic } from './about.ts'
import { SlavicActors } from './actors.ts'
import type { Slavic } from './lexicon.ts'
import { SlavicSpeakers } from './speaker.ts'

/** Resolves the words of a report in Russian or Ukrainian: who speaks, for whom and about whom. */
export function resolveSlavic(
  { text, attributions, actors, entities = [] }: ReportToResolve,
  language: Slavic,
): ResolvedAttribution[] {
  const known = new SlavicActors(actors, entities, language)
  const speakers = new SlavicSpeakers(text, known, language)
  const named = namedInSlavic(text, known)
  return attributions.map((attribution, index) => {
    const { speaker, onBehalfOf } = speakers.read(attribution)
    const slug = speaker && 'slug' in speaker ? speaker.slug : undefined
    return {
      attribution: index,
      speaker,
      ...(onBehalfOf && onBehalfOf !== slug ? { onBehalfOf: { slug: onBehalfOf } } : {}),
      about: aboutOfSlavic(attribution, named, [slug]),
      referents: [],
    }
  })
}
