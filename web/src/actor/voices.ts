import { proposedCountIn } from '../page/proposed-count.tsx'
import type { ActorAnswer, ProposedOfActor } from './actor-type.ts'

type Counts = ActorAnswer['statementCounts']

export const saidInAll = ({ itself, forOthers, byOthers }: Counts): number => itself + forOthers + byOthers

/** 3 in its own voice, 1 of them on others' behalf; 2 by others on its behalf. Nothing where nothing was said. */
export function voicesText({ itself, forOthers, byOthers }: Counts, typename: string): string {
  const own = possessiveOf(typename)
  const spoken = itself + forOthers
  return [
    spoken > 0 && `${spoken.toLocaleString('en')} in ${own} own voice${forOthersText(forOthers, spoken)}`,
    byOthers > 0 && `${byOthers.toLocaleString('en')} by others on ${own} behalf`,
  ]
    .filter(Boolean)
    .join('; ')
}

/** How one speaks of what is an actor's: a person is no thing. */
export const possessiveOf = (typename: string): string => (typename === 'Person' ? 'their' : 'its')

export const selfOf = (typename: string): string => (typename === 'Person' ? 'themselves' : 'itself')

function forOthersText(forOthers: number, spoken: number): string {
  if (forOthers === 0) return ''
  return forOthers === spoken
    ? ', on others’ behalf'
    : `, ${forOthers.toLocaleString('en')} of them on others’ behalf`
}

/** What is proposed in either voice: one count where they are the same statements. */
export function proposedVoices({ slug, __typename }: ActorAnswer, proposed: ProposedOfActor) {
  const { proposedBy, proposedFor, proposedForItself } = proposed
  const own = proposedCountIn('/statements', { by: slug }, proposedBy)
  const counts = [proposedBy, proposedFor, proposedForItself].map(({ totalCount }) => totalCount)
  if (new Set(counts).size === 1) return [own]
  return [
    { ...own, words: `in ${possessiveOf(__typename)} own voice` },
    {
      ...proposedCountIn('/statements', { onBehalfOf: slug }, proposedFor),
      words: `for ${selfOf(__typename)}, by anyone`,
    },
  ]
}
