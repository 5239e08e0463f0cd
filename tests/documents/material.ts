import type { Answer } from '../graph-fixture.ts'

/** What arguments of random documents are made of: names that a graph knows, by what they name, and some that it does not. */
export interface Material {
  readonly slugs: Readonly<Record<Noun, readonly string[]>>
  readonly words: readonly string[]
  readonly dates: readonly string[]
}

const nouns = ['actor', 'event', 'place', 'claim', 'source', 'statement'] as const
export type Noun = (typeof nouns)[number]

/** The noun that an argument or an input's field names, where it names one. */
const namedBy: Readonly<Record<string, Noun>> = {
  affiliatedWith: 'actor',
  assessor: 'actor',
  by: 'actor',
  onBehalfOf: 'actor',
  participant: 'actor',
  publisher: 'actor',
  claim: 'claim',
  event: 'event',
  place: 'place',
  partOf: 'place',
  source: 'source',
}

/** @param where The name of the argument, or, where that is `id`, of its field. */
export const nounOf = (where: string): Noun | undefined =>
  nouns.find((noun) => noun === where) ?? namedBy[where]

/** Whatever answers questions about a graph. */
export interface Answering {
  ask(document: string): Answer
}

export function materialOf(world: Answering): Material {
  const slugs = Object.fromEntries(nouns.map((noun) => [noun, namesOf(world, noun)])) as Record<
    Noun,
    string[]
  >
  return {
    slugs,
    words: ['raid', 'Belgorod', 'the', 'Ukraine', 'denied', '"of the"', 'wea*', 'no-such-word', '', 'é'],
    dates: ['2023-05-22', '2023-05', '2023', '2023-05-22~', '2022-02-24/..', '2023-05-23T10:00:00Z'],
  }
}

/** All ids and slugs. */
function namesOf(world: Answering, noun: Noun): string[] {
  const nodes: { id: string; slug: string | null }[] = world.ask(
    `{ ${noun}s(first: 100) { nodes { id slug } } }`,
  )[`${noun}s`].nodes
  return nodes.flatMap(({ id, slug }) => (slug ? [slug, id] : [id]))
}
