import { ask, askOnce } from '../kit/client.ts'
import { Link } from '../kit/link.tsx'
import { kindName, pathOf } from '../kit/node-path.ts'
import { nodeCells } from '../list/cells.ts'
import { ExportLinks } from '../list/export-links.tsx'
import type { Row } from '../list/file.ts'
import { More } from '../list/more.tsx'
import { everyRow } from '../list/page-of.ts'
import { usePages } from '../list/use-pages.ts'
import { Windowed } from '../list/windowed.tsx'
import type { ProposedCount } from '../page/proposed-count.tsx'
import { Empty, Section } from '../page/section.tsx'
import { ReviewTag } from '../review/review-tag.tsx'
import { type Hit, type HitPage, type HitsAsked, hitName, hitsQuery, unmarked } from './hit.ts'
import { HitWords } from './hit-words.tsx'
import { NearestNotice, NothingFound } from './nothing-found.tsx'

interface HitListProps {
  readonly page: HitPage
  readonly proposed: ProposedCount | undefined
  readonly asked: HitsAsked
}

/** Whatever has the words, best match first. */
export function HitList({ page, proposed, asked }: HitListProps) {
  const pages = usePages(page, async (after) => (await ask(hitsQuery, { ...asked, first: 50, after })).search)
  const rows = () =>
    everyRow(async (after) => (await askOnce(hitsQuery, { ...asked, first: 200, after })).search, hitRow)
  return (
    <Section
      title="Results"
      count={pages.total}
      proposed={proposed ? [proposed] : []}
      tools={<ExportLinks name="search-results" rows={rows} />}
    >
      {pages.nodes.length > 0 && <NearestNotice text={asked.text} nearest={page} />}
      {pages.nodes.length === 0 && (
        <Empty>
          <NothingFound text={asked.text} nearest={page} />
        </Empty>
      )}
      <Windowed items={pages.nodes} class="hits" keyOf={({ node }) => node.id}>
        {(hit) => (
          <p class="hit-row">
            <span class="kind">{kindName(hit.node.__typename)}</span>
            <span>
              <Link href={pathOf(hit.node)}>
                <HitWords hit={hit} />
              </Link>{' '}
              {'review' in hit.node && <ReviewTag review={hit.node.review} />}
            </span>
          </p>
        )}
      </Windowed>
      <More of={pages} />
    </Section>
  )
}

const hitRow = (hit: Hit): Row => ({
  nodeType: kindName(hit.node.__typename),
  ...nodeCells('node', {
    ...('slug' in hit.node ? { slug: hit.node.slug } : { id: hit.node.id }),
    name: hitName(hit),
  }),
  found: unmarked(hit.snippet),
  review: 'review' in hit.node ? hit.node.review : null,
})
