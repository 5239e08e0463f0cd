import { useLayoutEffect, useRef } from 'preact/hooks'
import { NodeField } from '../desk/node-field.tsx'
import { NearestList } from './nearest-list.tsx'
import type { ReviewedActor } from './review-query.ts'
import { useNearActors } from './use-near-actors.ts'

interface NewActorProps {
  readonly actor: ReviewedActor
  readonly merge: (into: string, name: string) => void
  readonly makeUnnamed: () => void
  readonly keep: () => void
}

/** An actor that a report brought: somebody who is known already, somebody new, or nobody in particular. */
export function NewActor({ actor, merge, makeUnnamed, keep }: NewActorProps) {
  const panel = useRef<HTMLElement>(null)
  const near = useNearActors(actor)
  // The focus goes along, so that Tab leads to the first who may be meant.
  useLayoutEffect(() => panel.current?.focus(), [])
  return (
    <section class="new-actor" aria-label={`Who is ${actor.name}?`} tabIndex={-1} ref={panel}>
      <p>
        <b dir="auto">{actor.name}</b> is new here. Is it somebody who is known already?
      </p>
      <NearestList
        label={`Who ${actor.name} may be`}
        near={near}
        wordsOf={({ name }) => `This is ${name}`}
        choose={({ key, name }) => merge(key, name)}
      />
      <NodeField
        label={`Somebody else who is known, instead of ${actor.name}`}
        types={['ACTOR']}
        chosen={[]}
        choose={([node]) => node && merge(node.key, node.name)}
      />
      <p class="form-buttons">
        <button type="button" class="button" onClick={keep}>
          Keep as a new actor
        </button>
        <button type="button" class="button" onClick={makeUnnamed}>
          Only words, not a name
        </button>
      </p>
      <p class="faint">
        “This is …” makes one actor of both, wherever the new one was named. “Only words” is for such as
        officials or a witness: they have no page in lists, and count for this source alone.
      </p>
    </section>
  )
}

/** The actors of a statement that came in with a proposal, and that somebody named, each once. */
export const newActorsOf = (statement: {
  readonly speaker: ReviewedActor
  readonly onBehalfOf: ReviewedActor | null
  readonly addressee: ReviewedActor | null
}): ReviewedActor[] => {
  const actors = [statement.speaker, statement.onBehalfOf, statement.addressee]
  const isNew = (actor: ReviewedActor | null): actor is ReviewedActor =>
    actor !== null && actor.review === 'PROPOSED' && !actor.unnamed
  return [...new Map(actors.filter(isNew).map((actor) => [actor.id, actor])).values()]
}
