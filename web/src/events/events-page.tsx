import { eventTypes } from '../../../src/values/vocabulary.ts'
import { ask } from '../kit/client.ts'
import { dateText } from '../kit/date.ts'
import { Link } from '../kit/link.tsx'
import { usePlace } from '../kit/location.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { capital, counted, plain } from '../kit/words.ts'
import { askedFor, namesOf, proposedOf } from '../list/asked.ts'
import { exportAddress } from '../list/export-address.ts'
import { OrderField, TimeFields, WordField, WordsField } from '../list/fields.tsx'
import { ListHead } from '../list/list-head.tsx'
import { Listing } from '../list/listing.tsx'
import { FilterForm } from '../page/filter-form.tsx'
import { NodeLinks } from '../page/node-links.tsx'
import { Page } from '../page/page.tsx'
import { proposedBeside } from '../page/proposed-count.tsx'
import { ReviewField } from '../review/review-field.tsx'
import { ReviewTag } from '../review/review-tag.tsx'
import { NodeChoices } from '../search/node-choice.tsx'
import { eventsQuery, everyEventRow, type ListedEvent, moreEventsQuery } from './events-query.ts'
import { EVENT_ORDERS, type EventsState, eventsStateIn } from './events-state.ts'

export function EventsPage() {
  const { params } = usePlace()
  const state = eventsStateIn(params)
  const { participant = [], place = [] } = state.filter
  const asked = askedFor(state.filter, state.order)
  const variables = { ...asked, proposed: proposedOf(state.filter), named: [...participant, ...place] }
  const answer = useAnswer(eventsQuery, variables)
  return (
    <>
      <ListHead title="Events" lead="What happened, when and where, as far as nobody disputes it.">
        <p>
          <Link href="/timeline?types=EVENT">On the timeline</Link>
        </p>
      </ListHead>
      <EventsFilters state={state} params={params} names={namesOf(answer.data?.named)} />
      <Page title="Events" document={eventsQuery} variables={variables} answer={answer}>
        {({ events, proposed }) => (
          <Listing
            title={asked.filter ? 'Events that fit' : 'All events'}
            name="events"
            page={events}
            proposed={proposedBeside('/events', params, proposed)}
            ask={async (after) => (await ask(moreEventsQuery, { ...asked, first: 60, after })).events}
            rows={() => everyEventRow(asked)}
            csvAddress={exportAddress('events', asked)}
            class="records-list"
            keyOf={({ slug }) => slug}
            empty={asked.filter ? 'No event is left by these filters.' : 'No event is in this graph yet.'}
          >
            {(event) => <EventLine event={event} />}
          </Listing>
        )}
      </Page>
    </>
  )
}

interface EventsFiltersProps {
  readonly state: EventsState
  readonly params: URLSearchParams
  readonly names: ReadonlyMap<string, string>
}

const EVENT_ORDER_WORDS = { WHEN_DESC: 'latest first', WHEN: 'earliest first' } as const
const EVENT_CHOICES = [
  ['participant', 'with', 'In which an actor took part', 'ACTOR'],
  ['place', 'at', 'At a place', 'PLACE'],
] as const

const EventsFilters = ({ state: { filter, order }, params, names }: EventsFiltersProps) => (
  <FilterForm>
    <OrderField value={order} orders={EVENT_ORDERS} words={EVENT_ORDER_WORDS} />
    <WordsField label="Name" name="name" value={filter.name} />
    <WordField
      label="Type"
      name="types"
      chosen={filter.types ?? []}
      words={eventTypes.map((each) => [each, plain(each)])}
    />
    <TimeFields params={params} what="Happened" />
    <ReviewField chosen={filter.review} />
    <NodeChoices choices={EVENT_CHOICES} filter={filter} names={names} />
  </FilterForm>
)

const EventLine = ({ event }: { readonly event: ListedEvent }) => {
  const { slug, name, review, type, mode, when, place, participants, claims, statementsAbout } = event
  const actors = new Map(participants.map(({ actor }) => [actor.slug, actor]))
  return (
    <div class="record">
      <p>
        <Link class="speaker" href={`/event/${encodeURIComponent(slug)}`}>
          {name}
        </Link>{' '}
        <span class="faint">{dateText(when) ?? 'undated'}</span> <ReviewTag review={review} />
      </p>
      <p class="faint">
        {capital(mode ?? plain(type))}
        {place && (
          <>
            {' in '}
            <Link href={`/place/${encodeURIComponent(place.slug)}`}>{place.name}</Link>
          </>
        )}
        {actors.size > 0 && (
          <>
            {' · with '}
            <NodeLinks nodes={[...actors.values()]} />
          </>
        )}
      </p>
      <p class="faint">
        {counted(claims.totalCount, 'claim')} about it · {counted(statementsAbout.totalCount, 'statement')}{' '}
        about it as a whole
      </p>
    </div>
  )
}
