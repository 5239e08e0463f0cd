import { voicesText } from '../actor/voices.ts'
import { ask } from '../kit/client.ts'
import { Link } from '../kit/link.tsx'
import { usePlace } from '../kit/location.ts'
import { actorPath, kindName } from '../kit/node-path.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { capital, plain } from '../kit/words.ts'
import { askedFor, namesOf, proposedOf } from '../list/asked.ts'
import { exportAddress } from '../list/export-address.ts'
import { ListHead } from '../list/list-head.tsx'
import { Listing } from '../list/listing.tsx'
import { Page } from '../page/page.tsx'
import { proposedBeside } from '../page/proposed-count.tsx'
import { ReviewTag } from '../review/review-tag.tsx'
import { ActorsFilters } from './actors-filters.tsx'
import { actorsQuery, everyActorRow, type ListedActor, moreActorsQuery } from './actors-query.ts'
import { actorsStateIn } from './actors-state.ts'

export function ActorsPage() {
  const { params } = usePlace()
  const state = actorsStateIn(params)
  const asked = askedFor(state.filter, state.order)
  const variables = { ...asked, proposed: proposedOf(state.filter), named: state.filter.affiliatedWith ?? [] }
  const answer = useAnswer(actorsQuery, variables)
  return (
    <>
      <ListHead title="Actors" lead="Whoever acts or speaks, to whom they belong, and how much they said." />
      <ActorsFilters state={state} names={namesOf(answer.data?.named)} />
      <Page title="Actors" document={actorsQuery} variables={variables} answer={answer}>
        {({ actors, proposed }) => (
          <Listing
            title={asked.filter ? 'Actors that fit' : 'All actors'}
            name="actors"
            page={actors}
            proposed={proposedBeside('/actors', params, proposed)}
            ask={async (after) => (await ask(moreActorsQuery, { ...asked, first: 60, after })).actors}
            rows={() => everyActorRow(asked)}
            csvAddress={exportAddress('actors', asked)}
            class="records-list"
            keyOf={({ slug }) => slug}
            empty={asked.filter ? 'No actor is left by these filters.' : 'No actor is in this graph yet.'}
          >
            {(actor) => <ActorLine actor={actor} />}
          </Listing>
        )}
      </Page>
    </>
  )
}

const ROLES: Readonly<Record<string, string>> = {
  MEMBER: 'member of',
  OFFICIAL: 'official of',
  LEADER: 'leader of',
  SPOKESPERSON: 'spokesperson of',
  CITIZEN: 'citizen of',
}

function ActorLine({ actor }: { readonly actor: ListedActor }) {
  const kind = 'kind' in actor && actor.kind !== 'OTHER' ? plain(actor.kind) : kindName(actor.__typename)
  const said = voicesText(actor.statementCounts, actor.__typename)
  return (
    <div class="record">
      <p>
        <Link class="speaker" href={actorPath(actor.slug)}>
          {actor.name}
        </Link>{' '}
        <span class="faint">{capital(kind)}</span> <ReviewTag review={actor.review} />
      </p>
      {actor.affiliations.length > 0 && (
        <p class="faint">
          {actor.affiliations.map(({ role, title, organization }, index) => (
            <span key={organization.slug + role}>
              {index > 0 && '; '}
              {title ? (
                <>
                  <bdi>{title}</bdi>,{' '}
                </>
              ) : (
                `${ROLES[role] ?? plain(role)} `
              )}
              <Link href={actorPath(organization.slug)}>{organization.name}</Link>
            </span>
          ))}
        </p>
      )}
      <p class="faint">{said ? `Said: ${said}` : 'Nothing that they said is in the graph.'}</p>
    </div>
  )
}
