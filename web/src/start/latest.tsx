import { askOnce } from '../client.ts'
import { dateText } from '../date.ts'
import { graphql, type ResultOf } from '../graphql.ts'
import { Link } from '../link.tsx'
import { ExportLinks } from '../list/export-links.tsx'
import type { Row } from '../list/file.ts'
import { everyRow } from '../list/page-of.ts'
import { sourcePath } from '../node-path.ts'
import { Section } from '../page/section.tsx'
import type { startQuery } from './start-query.ts'

const everyEvent = graphql(`
  query EveryEvent($after: String) {
    events(orderBy: WHEN_DESC, first: 200, after: $after) {
      totalCount
      nodes { slug name when type }
      pageInfo { hasNextPage endCursor }
    }
  }
`)
const everySource = graphql(`
  query EverySource($after: String) {
    sources(orderBy: PUBLISHED_DESC, first: 200, after: $after) {
      totalCount
      nodes { slug title kind publishedAt }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

type Answer = ResultOf<typeof startQuery>

export const LatestEvents = ({ events }: Pick<Answer, 'events'>) => (
  <Section
    title="Latest events"
    tools={
      <ExportLinks
        name="events"
        rows={() => everyRow(async (after) => (await askOnce(everyEvent, { after })).events, itself)}
      />
    }
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
  <Section
    title="Latest sources"
    tools={
      <ExportLinks
        name="sources"
        rows={() => everyRow(async (after) => (await askOnce(everySource, { after })).sources, itself)}
      />
    }
  >
    <ul class="plain lines">
      {sources.nodes.map(({ slug, title, publishedAt }) => (
        <li key={slug}>
          <Link href={sourcePath(slug)}>{title}</Link> <span class="faint">{dateText(publishedAt)}</span>
        </li>
      ))}
    </ul>
  </Section>
)

const itself = (row: Row): Row => row
