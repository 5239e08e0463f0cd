import { extract } from '../../src/extraction/rules/extract.ts'
import type { KnownActor } from '../../src/extraction/speakers/known-actors.ts'
import { resolveReport } from '../../src/extraction/speakers/resolve.ts'

/** Whom each statement of a text is by: slugs as they are, new names as they are proposed, and ? for who cannot be told. */
export const speakersIn = (text: string, actors: KnownActor[] = []): string[] =>
  resolveReport({ text, attributions: extract(text), actors }).map(({ speaker }) =>
    speaker === undefined ? '?' : 'slug' in speaker ? speaker.slug : speaker.proposed,
  )
