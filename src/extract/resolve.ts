import type { Attribution } from './attribution.ts'
import { type KnownActor, KnownActors } from './known-actors.ts'
import { bracketedAcronyms, mentions } from './names-in-text.ts'
import { saidAt } from './said-at.ts'
import { type Speaker, SpeakerReader } from './speaker-reader.ts'
import { metonyms } from './states.ts'

export interface KnownEntity {
  slug: string
  names: string[]
}

export interface Report {
  text: string
  /** An ISO date; what the report dates by weekday can only be told from it. */
  published?: string | undefined
  attributions: Attribution[]
  actors: KnownActor[]
  /** Whatever a statement can be about: places and events, and the actors once more if they shall count. */
  entities?: KnownEntity[]
}

export interface Proposal {
  /** Index into the report's attributions; "both groups said" makes two proposals of one attribution. */
  attribution: number
  /** undefined where the text names nobody at all. */
  speaker: Speaker | undefined
  onBehalfOf?: string
  about: string[]
  saidAt?: string
}

/** Who each attribution's words mean, for whom they speak, whom they speak about, and when, as far as the report says. */
export function resolveReport({ text, published, attributions, actors, entities = [] }: Report): Proposal[] {
  const known = new KnownActors(actors)
  for (const { acronym, name } of bracketedAcronyms(text)) {
    const slug = known.named(name)
    if (slug && !known.named(acronym)) known.alias(acronym, slug)
  }
  const reader = new SpeakerReader(text, known)
  const entitiesIn = mentions(text, entityNames(actors, entities, known))
  return attributions.flatMap((attribution, index) => {
    const at = saidAt(text, attribution, published)
    return reader.read(attribution).map((speaker) => {
      const slug = speaker && 'slug' in speaker ? speaker.slug : undefined
      const behind = slug ? known.behind(slug) : undefined
      const about = new Set<string>()
      for (const [begin, end] of attribution.content) {
        for (const m of entitiesIn) if (m.begin >= begin && m.end <= end && m.of !== slug) about.add(m.of)
      }
      return {
        attribution: index,
        speaker,
        ...(behind ? { onBehalfOf: behind } : {}),
        about: [...about],
        ...(at ? { saidAt: at } : {}),
      }
    })
  })
}

function entityNames(actors: KnownActor[], entities: KnownEntity[], known: KnownActors): [string, string][] {
  const names: [string, string][] = []
  for (const { slug, names: own } of [...actors, ...entities])
    for (const name of own) names.push([name, slug])
  for (const seat of metonyms.keys()) {
    const state = known.state(seat)
    if (state && !seat.startsWith('the '))
      names.push([seat.replace(/(^|\s)\p{Ll}/gu, (c) => c.toUpperCase()), state])
  }
  return names
}
