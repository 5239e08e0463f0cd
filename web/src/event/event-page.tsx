import { Page } from '../page/page.tsx'
import { ReviewNotice } from '../review/review-notice.tsx'
import { useAnswer } from '../use-answer.ts'
import { EventClaims } from './event-claims.tsx'
import { EventFigures } from './event-figures.tsx'
import { EventHead } from './event-head.tsx'
import { eventQuery } from './event-query.ts'
import { Parts } from './parts.tsx'
import { Responsibility } from './responsibility.tsx'
import { SaidOfEvent } from './said-of-event.tsx'
import { Where } from './where.tsx'

export function EventPage({ slug }: { readonly slug: string }) {
  const variables = { id: slug }
  const answer = useAnswer(eventQuery, variables)
  return (
    <Page
      title={answer.data?.event?.name ?? slug}
      document={eventQuery}
      variables={variables}
      answer={answer}
      missing={({ event }) => !event && `There is no event “${slug}”.`}
    >
      {({ event, onClaims, both, ...proposed }) =>
        event && (
          <>
            <div class="split wide-left">
              <EventHead event={event} />
              {event.place && <Where place={event.place} />}
            </div>
            <ReviewNotice review={event.review} noun="event" />
            <Parts event={event} />
            <Responsibility event={event} />
            <EventFigures event={event} />
            <div class="split">
              <EventClaims event={event} />
              <div>
                <SaidOfEvent
                  slug={slug}
                  onClaims={onClaims}
                  about={event.statementsAbout}
                  both={both.totalCount}
                  proposed={proposed}
                />
              </div>
            </div>
          </>
        )
      }
    </Page>
  )
}
