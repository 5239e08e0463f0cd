import { Link } from '../kit/link.tsx'
import { actorPath } from '../kit/node-path.ts'
import { actWord } from '../kit/words.ts'
import { type Proposed, speakerOf } from './read-query.ts'

/** Who speaks, as an actor of the graph or a new one, and by which words of the report that is told. */
export const ProposedSpeaker = ({ proposed }: { readonly proposed: Proposed }) => {
  const { speaker, onBehalfOf, proposedOnBehalfOf, addressee, proposedAddressee, act, called } = proposed
  const name = speakerOf(proposed)
  return (
    <p class="statement-head">
      {speaker ? (
        <Link class="speaker" href={actorPath(speaker.slug)}>
          {name}
        </Link>
      ) : (
        <span class="speaker" dir="auto">
          {name}
        </span>
      )}{' '}
      {onBehalfOf && (
        <span class="behalf">
          for <Link href={actorPath(onBehalfOf.slug)}>{onBehalfOf.name}</Link>{' '}
        </span>
      )}
      {proposedOnBehalfOf !== null && (
        <span class="behalf" dir="auto">
          for {proposedOnBehalfOf}{' '}
        </span>
      )}
      <span class="act">{actWord(act)}</span>{' '}
      {addressee && (
        <span class="behalf">
          to <Link href={actorPath(addressee.slug)}>{addressee.name}</Link>{' '}
        </span>
      )}
      {proposedAddressee !== null && (
        <span class="behalf" dir="auto">
          to {proposedAddressee}{' '}
        </span>
      )}
      <span class="tag">{kindOf(proposed)}</span>
      {isOtherwise(called, name) && <span class="called">called “{called}” here</span>}
    </p>
  )
}

/** There is no measure of how sure this is: the words beside the name are what it can be judged by. */
function kindOf({ speaker, unnamed }: Proposed): string {
  if (speaker) return 'in the graph'
  return unnamed ? 'not named' : 'new actor'
}

const bare = (words: string): string => words.replace(/^the\s|[“”]/gi, '').toLowerCase()

const isOtherwise = (called: string, name: string): boolean => called !== '' && bare(called) !== bare(name)
