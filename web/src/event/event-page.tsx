import { ExportLinks } from '../list/export-links.tsx'
import { Page } from '../page/page.tsx'
import { Section } from '../page/section.tsx'
import { StatementList } from '../statement/statement-list.tsx'
import { type StatementsAsked, statementRows } from '../statement/statements-query.ts'
import { useAnswer } from '../use-answer.ts'
import { EventClaims } from './event-claims.tsx'
import { EventHead } from './event-head.tsx'
import { eventQuery } from './event-query.ts'
import { Parts } from './parts.tsx'
import { Responsibility } from './responsibility.tsx'
import { Where } from './where.tsx'

export function EventPage({ slug }: { readonly slug: string }) {
  const variables = { id: slug }
  const answer = useAnswer(eventQuery, variables)
  const asked: StatementsAsked = { filter: { about: [slug] }, orderBy: 'SAID' }
  return (
    <Page
      title={answer.data?.event?.name ?? slug}
      document={eventQuery}
      variables={variables}
      answer={answer}
      missing={({ event }) => !event && `There is no event “${slug}”.`}
    >
      {({ event }) =>
        event && (
          <>
            <div class="split wide-left">
              <EventHead event={event} />
              {event.place && <Where place={event.place} />}
            </div>
            <Parts event={event} />
            <Responsibility event={event} />
            <div class="split">
              <EventClaims event={event} />
              <Section
                title="What is said of it, in time"
                count={event.statementsAbout.totalCount}
                tools={<ExportLinks name={`said-of-${slug}`} rows={() => statementRows(asked)} />}
              >
                <StatementList page={event.statementsAbout} asked={asked} empty="Nobody speaks of it." />
              </Section>
            </div>
          </>
        )
      }
    </Page>
  )
}
