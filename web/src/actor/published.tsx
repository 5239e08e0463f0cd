import { namedThen } from '../kit/as-of.ts'
import { dateText } from '../kit/date.ts'
import type { ResultOf } from '../kit/graphql.ts'
import { Link } from '../kit/link.tsx'
import { searchOf } from '../kit/location.ts'
import { sourcePath } from '../kit/node-path.ts'
import { plain } from '../kit/words.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { Section } from '../page/section.tsx'
import { everySourceRow } from '../sources/sources-query.ts'
import type { actorQuery } from './actor-query.ts'

interface PublishedProps {
  readonly slug: string
  readonly sources: ResultOf<typeof actorQuery>['published']
  readonly asOf: string | null
}

/** The latest of what it published: an outlet, but also a ministry or whoever else does. */
export const Published = ({ slug, sources: { nodes, totalCount }, asOf }: PublishedProps) =>
  totalCount === 0 ? null : (
    <Section
      title="Published"
      count={totalCount}
      tools={
        <ExportLinks
          name={namedThen(`published-by-${slug}`, asOf)}
          rows={() =>
            everySourceRow({
              filter: { publisher: [slug], ...(asOf && { published: { until: asOf } }) },
            })
          }
        />
      }
    >
      <ul class="plain lines">
        {nodes.map((source) => (
          <li key={source.slug}>
            <Link href={sourcePath(source.slug)}>{source.title}</Link>{' '}
            <span class="faint">
              {plain(source.kind)} · {dateText(source.publishedAt) ?? 'undated'}
            </span>
          </li>
        ))}
      </ul>
      {totalCount > nodes.length && (
        <p class="more">
          <Link href={`/sources${searchOf({ publisher: slug, until: asOf })}`}>
            All {totalCount.toLocaleString('en')}, to be searched
          </Link>
        </p>
      )}
    </Section>
  )
