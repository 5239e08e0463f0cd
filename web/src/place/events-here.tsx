import { ask, askOnce } from '../kit/client.ts'
import { dateText } from '../kit/date.ts'
import type { ResultOf } from '../kit/graphql.ts'
import { Link } from '../kit/link.tsx'
import { dateCells, nodeCells } from '../list/cells.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { More } from '../list/more.tsx'
import { everyRow, noPage } from '../list/page-of.ts'
import { usePages } from '../list/use-pages.ts'
import { Windowed } from '../list/windowed.tsx'
import { proposedCountIn } from '../page/proposed-count.tsx'
import { Empty, Section } from '../page/section.tsx'
import { eventsHereQuery, type placeQuery } from './place-query.ts'

type Events = NonNullable<ResultOf<typeof placeQuery>['place']>['events']

interface EventsHereProps {
  readonly slug: string
  readonly events: Events
  readonly proposed: { readonly totalCount: number }
}

/** What happened at a place, as far as it is placed just there. */
export function EventsHere({ slug: id, events, proposed }: EventsHereProps) {
  const pages = usePages(events, async (after) => eventsIn(await ask(eventsHereQuery, { id, after })))
  return (
    <Section
      title="What happened here"
      count={events.totalCount}
      proposed={[proposedCountIn('/events', { place: id }, proposed)]}
      tools={
        <ExportLinks
          name={`events-at-${id}`}
          rows={() =>
            everyRow(
              async (after) => eventsIn(await askOnce(eventsHereQuery, { id, after })),
              ({ when, ...event }) => ({ ...nodeCells('event', event), ...dateCells('when', when) }),
            )
          }
        />
      }
    >
      {pages.nodes.length === 0 && <Empty>No event is placed exactly here.</Empty>}
      <Windowed items={pages.nodes} class="lines" keyOf={({ slug }) => slug}>
        {({ slug, name, when }) => (
          <>
            <Link href={`/event/${slug}`}>{name}</Link>{' '}
            <span class="faint">{dateText(when) ?? 'undated'}</span>
          </>
        )}
      </Windowed>
      <More of={pages} />
    </Section>
  )
}

const eventsIn = ({ place }: ResultOf<typeof eventsHereQuery>): Events => place?.events ?? noPage
