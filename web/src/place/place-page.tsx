import { NodeDesk } from '../editing/opened/node-desk.tsx'
import { NodeTools } from '../editing/opened/node-tools.tsx'
import { Where } from '../event/where.tsx'
import { useAnswer } from '../kit/use-answer.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { LiveNotice } from '../live/live-notice.tsx'
import { ExternalLinks } from '../page/external-links.tsx'
import { OtherNames } from '../page/other-names.tsx'
import { Page } from '../page/page.tsx'
import { proposedCountIn } from '../page/proposed-count.tsx'
import { Section } from '../page/section.tsx'
import { ReviewNotice } from '../review/review-notice.tsx'
import { StatementList } from '../statement/statement-list.tsx'
import { type StatementsAsked, statementRows } from '../statement/statements-query.ts'
import { EventsHere } from './events-here.tsx'
import { placeQuery } from './place-query.ts'

export function PlacePage({ slug }: { readonly slug: string }) {
  const variables = { id: slug }
  const answer = useAnswer(placeQuery, variables)
  const asked: StatementsAsked = { filter: { about: [slug] }, orderBy: 'SAID_DESC' }
  return (
    <Page
      title={answer.data?.place?.name ?? slug}
      document={placeQuery}
      variables={variables}
      answer={answer}
      missing={({ place }) => !place && `There is no place “${slug}”.`}
    >
      {({ place, latest, proposedAbout }) =>
        place && (
          <>
            <div class="split wide-left">
              <header class="head">
                <p class="eyebrow">Place</p>
                <h1 dir="auto">{place.name}</h1>
                {place.description && (
                  <p class="lead" dir="auto">
                    {place.description}
                  </p>
                )}
                <OtherNames of={place} />
                <ExternalLinks links={place.links} />
                <NodeTools id={place.id} />
              </header>
              <Where place={place} />
            </div>
            <NodeDesk id={place.id} />
            <ReviewNotice review={place.review} noun="place" />
            <div class="split">
              <EventsHere slug={slug} events={place.events} proposed={place.proposedEvents} />
              <Section
                title="Said about it"
                count={place.statementsAbout.totalCount}
                proposed={[proposedCountIn('/statements', { about: slug }, proposedAbout)]}
                tools={<ExportLinks name={`said-about-${slug}`} rows={() => statementRows(asked)} />}
              >
                <StatementList page={place.statementsAbout} asked={asked} empty="Nobody speaks about it." />
              </Section>
            </div>
            <LiveNotice
              about={place.id}
              statements={{ about: [place.id] }}
              latest={latest}
              takeIn={answer.retry}
            />
          </>
        )
      }
    </Page>
  )
}
