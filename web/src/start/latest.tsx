import { dateText } from '../date.ts'
import { everyEventRow } from '../events/events-query.ts'
import type { ResultOf } from '../graphql.ts'
import { Link } from '../link.tsx'
import { ExportLinks } from '../list/export-links.tsx'
import { sourcePath } from '../node-path.ts'
import { Section } from '../page/section.tsx'
import { everySourceRow } from '../sources/sources-query.ts'
import type { startQuery } from './start-query.ts'

type Answer = ResultOf<typeof startQuery>

export const LatestEvents = ({ events }: Pick<Answer, 'events'>) => (
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

export const LatestSources = ({ sources }: Pick<Answer, 'sources'>) => (
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
