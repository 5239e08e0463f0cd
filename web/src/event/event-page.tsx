import { NodeDesk } from '../editing/opened/node-desk.tsx'
import { asOfAsked, asOfIn } from '../kit/as-of.ts'
import { usePlace } from '../kit/location.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { LiveNotice } from '../live/live-notice.tsx'
import { AsOfBar } from '../page/as-of-bar.tsx'
import { Page } from '../page/page.tsx'
import { ReviewNotice } from '../review/review-notice.tsx'
import { EventClaims } from './event-claims.tsx'
import { EventFigures } from './event-figures.tsx'
import { EventHead } from './event-head.tsx'
import { eventQuery } from './event-query.ts'
import { Parts } from './parts.tsx'
import { Responsibility } from './responsibility.tsx'
import { SaidOfEvent } from './said-of-event.tsx'
import { Where } from './where.tsx'

export function EventPage({ slug }: { readonly slug: string }) {
  const asOf = asOfIn(usePlace().params)
  const variables = { id: slug, ...asOfAsked(asOf) }
  const answer = useAnswer(eventQuery, variables)
  return (
    <Page
      title={answer.data?.event?.name ?? slug}
      document={eventQuery}
      variables={variables}
      answer={answer}
      above={<AsOfBar>What it was, and who took part, is as it is written down now.</AsOfBar>}
      missing={({ event }) => !event && `There is no event “${slug}”.`}
    >
      {({ event, latest, onClaims, both, ...proposed }) =>
        event && (
          <>
            <div class="split wide-left">
              <EventHead event={event} />
              {event.place && <Where place={event.place} />}
            </div>
            <NodeDesk id={event.id} />
            <ReviewNotice review={event.review} noun="event" />
            <Parts event={event} />
            <Responsibility event={event} asOf={asOf} />
            <EventFigures event={event} asOf={asOf} />
            <div class="split">
              <EventClaims event={event} asOf={asOf} />
              <div>
                <SaidOfEvent
                  slug={slug}
                  asOf={asOf}
                  onClaims={onClaims}
                  about={event.statementsAbout}
                  both={both.totalCount}
                  proposed={proposed}
                />
              </div>
            </div>
            <LiveNotice
              about={event.id}
              statements={{ event: [event.id] }}
              latest={latest}
              takeIn={answer.retry}
            />
          </>
        )
      }
    </Page>
  )
}
