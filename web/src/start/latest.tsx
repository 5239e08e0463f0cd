import { everyEventRow } from '../events/events-query.ts'
import { dateText } from '../kit/date.ts'
import type { ResultOf } from '../kit/graphql.ts'
import { Link } from '../kit/link.tsx'
import { sourcePath } from '../kit/node-path.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { Section } from '../page/section.tsx'
import { everySourceRow } from '../sources/sources-query.ts'
import type { startQuery } from './start-query.ts'

type StartAnswer = ResultOf<typeof startQuery>

export const LatestEvents = ({ events }: Pick<StartAnswer, 'events'>) => (
  <Section
    title="Latest events"
    tools={<ExportLinks name="events" rows={() => everyEventRow({ orderBy: 'WHEN_DESC' })} />}
  >
    <ul class="plain lines">
      {events.nodes.map(({ slug, name, when }) => (
        <li key={slug}>
          <Link href={`/event/${slug}`}>{name}</Link> <span class="faint">{dateText(when) ?? 'undated'}</span>
        </li>
      ))}
    </ul>
  </Section>
)

export const LatestSources = ({ sources }: Pick<StartAnswer, 'sources'>) => (
  <Section title="Latest sources" tools={<ExportLinks name="sources" rows={() => everySourceRow({})} />}>
    <ul class="plain lines">
      {sources.nodes.map(({ slug, title, publishedAt }) => (
        <li key={slug}>
          <Link href={sourcePath(slug)}>{title}</Link> <span class="faint">{dateText(publishedAt)}</span>
        </li>
      ))}
    </ul>
  </Section>
)
