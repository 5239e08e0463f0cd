import { placePrecisions, reviewStates } from '../../../src/values/vocabulary.ts'
import { ask } from '../kit/client.ts'
import { Link } from '../kit/link.tsx'
import { usePlace } from '../kit/location.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { capital, counted, plain } from '../kit/words.ts'
import { namesOf, proposedOf, slugsAsked, textAsked, wordsAsked } from '../list/asked.ts'
import { exportAddress } from '../list/export-address.ts'
import { WordsField } from '../list/fields.tsx'
import { ListHead } from '../list/list-head.tsx'
import { Listing } from '../list/listing.tsx'
import { FilterForm } from '../page/filter-form.tsx'
import { Page } from '../page/page.tsx'
import { proposedBeside } from '../page/proposed-count.tsx'
import { Toggles } from '../page/toggles.tsx'
import { ReviewField } from '../review/review-field.tsx'
import { ReviewTag } from '../review/review-tag.tsx'
import { NodeChoice } from '../search/node-choice.tsx'
import { everyPlaceRow, type ListedPlace, morePlacesQuery, placesQuery } from './places-query.ts'

/** All that is shown of the places is in the address. */
const placeFilterIn = (params: URLSearchParams) => ({
  ...wordsAsked(params, 'precision', placePrecisions),
  ...slugsAsked(params, 'partOf'),
  ...textAsked(params, 'name'),
  ...wordsAsked(params, 'review', reviewStates),
})

export function PlacesPage() {
  const { params } = usePlace()
  const filter = placeFilterIn(params)
  const isFiltered = Object.keys(filter).length > 0
  const asked = { ...(isFiltered && { filter }) }
  const variables = { ...asked, proposed: proposedOf(filter), named: filter.partOf ?? [] }
  const answer = useAnswer(placesQuery, variables)
  return (
    <>
      <ListHead title="Places" lead="Where things happened, and of which something is said." />
      <PlacesFilters filter={filter} names={namesOf(answer.data?.named)} />
      <Page title="Places" document={placesQuery} variables={variables} answer={answer}>
        {({ places, proposed }) => (
          <Listing
            title={isFiltered ? 'Places that fit' : 'All places'}
            name="places"
            page={places}
            proposed={proposedBeside('/places', params, proposed)}
            ask={async (after) => (await ask(morePlacesQuery, { ...asked, first: 60, after })).places}
            rows={() => everyPlaceRow(asked)}
            csvAddress={exportAddress('places', asked)}
            class="records-list"
            keyOf={({ slug }) => slug}
            empty={isFiltered ? 'No place is left by these filters.' : 'No place is in this graph yet.'}
          >
            {(place) => <PlaceLine place={place} />}
          </Listing>
        )}
      </Page>
    </>
  )
}

interface PlacesFiltersProps {
  readonly filter: ReturnType<typeof placeFilterIn>
  readonly names: ReadonlyMap<string, string>
}

const PlacesFilters = ({ filter, names }: PlacesFiltersProps) => (
  <FilterForm>
    <WordsField label="Name" name="name" value={filter.name} />
    <ReviewField chosen={filter.review} />
    <Toggles
      legend="How exactly it is known"
      showsLegend
      name="precision"
      values={placePrecisions}
      chosen={filter.precision ?? []}
    >
      {(each) => capital(plain(each))}
    </Toggles>
    <NodeChoice
      words="directly within"
      label="Directly within a place"
      name="partOf"
      types={['PLACE']}
      chosen={filter.partOf ?? []}
      names={names}
    />
  </FilterForm>
)

const PlaceLine = ({ place }: { readonly place: ListedPlace }) => (
  <div class="record">
    <p>
      <Link class="speaker" href={`/place/${encodeURIComponent(place.slug)}`}>
        {place.name}
      </Link>{' '}
      <span class="faint">
        {plain(place.precision)}
        {place.partOf && (
          <>
            , in <Link href={`/place/${encodeURIComponent(place.partOf.slug)}`}>{place.partOf.name}</Link>
          </>
        )}
      </span>{' '}
      <ReviewTag review={place.review} />
    </p>
    <p class="faint">
      {counted(place.events.totalCount, 'event')} here ·{' '}
      {counted(place.statementsAbout.totalCount, 'statement')} about it
    </p>
  </div>
)
