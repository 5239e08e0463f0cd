import { sourceKinds } from '../../../src/values/vocabulary.ts'
import { ask } from '../kit/client.ts'
import { dateText } from '../kit/date.ts'
import { Link } from '../kit/link.tsx'
import { setParams, usePlace } from '../kit/location.ts'
import { actorPath, sourcePath } from '../kit/node-path.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { capital, counted, plain } from '../kit/words.ts'
import { askedFor, namesOf, orderIn, slugsAsked, textAsked, timeAsked, wordsAsked } from '../list/asked.ts'
import { exportAddress } from '../list/export-address.ts'
import { OrderField, TimeFields, WordsField } from '../list/fields.tsx'
import { ListHead } from '../list/list-head.tsx'
import { Listing } from '../list/listing.tsx'
import { Choice } from '../page/choice.tsx'
import { FilterForm } from '../page/filter-form.tsx'
import { Page } from '../page/page.tsx'
import { ProposedLink, proposedCountIn } from '../page/proposed-count.tsx'
import { Toggles } from '../page/toggles.tsx'
import { NodeChoice } from '../search/node-choice.tsx'
import { everySourceRow, type ListedSource, moreSourcesQuery, sourcesQuery } from './sources-query.ts'

const SOURCE_ORDERS = ['PUBLISHED_DESC', 'PUBLISHED'] as const
const SOURCE_ORDER_WORDS = { PUBLISHED_DESC: 'latest first', PUBLISHED: 'earliest first' } as const

/** All that is shown of the sources is in the address. */
const sourcesStateIn = (params: URLSearchParams) => ({
  filter: {
    ...wordsAsked(params, 'kind', sourceKinds),
    ...slugsAsked(params, 'publisher'),
    ...timeAsked(params, 'published'),
    ...textAsked(params, 'text'),
    ...(params.get('withProposals') === 'true' && { withProposals: true }),
  },
  order: orderIn(params, SOURCE_ORDERS),
})
type State = ReturnType<typeof sourcesStateIn>

export function SourcesPage() {
  const { params } = usePlace()
  const state = sourcesStateIn(params)
  const asked = askedFor(state.filter, state.order)
  const variables = { ...asked, named: state.filter.publisher ?? [] }
  const answer = useAnswer(sourcesQuery, variables)
  return (
    <>
      <ListHead title="Sources" lead="The documents in which statements stand, and who published them." />
      <SourcesFilters state={state} params={params} names={namesOf(answer.data?.named)} />
      <Page title="Sources" document={sourcesQuery} variables={variables} answer={answer}>
        {({ sources }) => (
          <Listing
            title={asked.filter ? 'Sources that fit' : 'All sources'}
            name="sources"
            page={sources}
            ask={async (after) => (await ask(moreSourcesQuery, { ...asked, first: 60, after })).sources}
            rows={() => everySourceRow(asked)}
            csvAddress={exportAddress('sources', asked)}
            class="records-list"
            keyOf={({ slug }) => slug}
            empty={asked.filter ? 'No source is left by these filters.' : 'No source is in this graph yet.'}
          >
            {(source) => <SourceLine source={source} />}
          </Listing>
        )}
      </Page>
    </>
  )
}

interface SourcesFiltersProps {
  readonly state: State
  readonly params: URLSearchParams
  readonly names: ReadonlyMap<string, string>
}

const SourcesFilters = ({ state: { filter, order }, params, names }: SourcesFiltersProps) => (
  <FilterForm>
    <OrderField value={order} orders={SOURCE_ORDERS} words={SOURCE_ORDER_WORDS} />
    <WordsField label="Words" name="text" value={filter.text} />
    <TimeFields params={params} what="Published" />
    <Choice
      label="Statements"
      value={filter.withProposals ? 'true' : ''}
      options={[
        ['', 'any'],
        ['true', 'some are proposed'],
      ]}
      choose={(withProposals) => setParams({ withProposals })}
    />
    <Toggles legend="Kind" showsLegend name="kind" values={sourceKinds} chosen={filter.kind ?? []}>
      {(each) => capital(plain(each))}
    </Toggles>
    <NodeChoice
      words="published by"
      label="Published by an actor"
      name="publisher"
      types={['ACTOR']}
      chosen={filter.publisher ?? []}
      names={names}
    />
  </FilterForm>
)

const SourceLine = ({ source }: { readonly source: ListedSource }) => (
  <div class="record">
    <p>
      <Link class="speaker" href={sourcePath(source.slug)}>
        {source.title}
      </Link>
    </p>
    <p class="faint">
      {capital(plain(source.kind))}
      {source.publisher && (
        <>
          , <Link href={actorPath(source.publisher.slug)}>{source.publisher.name}</Link>
        </>
      )}
      {source.author && (
        <>
          , <bdi>{source.author}</bdi>
        </>
      )}{' '}
      · {source.publishedAt ? `published ${dateText(source.publishedAt)}` : 'published on a day not known'} ·{' '}
      {counted(source.statements.totalCount, 'statement')}{' '}
      <ProposedLink {...proposedCountIn(sourcePath(source.slug), {}, source.proposed)} />
      {source.reliability && ` · reliability ${source.reliability}`}
    </p>
  </div>
)
