import { asOfAsked, namedThen } from '../kit/as-of.ts'
import { ask, askOnce } from '../kit/client.ts'
import { setParams, usePlace } from '../kit/location.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { More } from '../list/more.tsx'
import { everyRow } from '../list/page-of.ts'
import { usePages } from '../list/use-pages.ts'
import { Section } from '../page/section.tsx'
import { everyFigureQuery, figuredQuery } from './event-query.ts'
import type { EventAnswer } from './event-type.ts'
import { COLUMNS, type FigureColumn, figureRowsOf, fileRow, sortedFigures } from './figure-rows.ts'
import { FigureTable } from './figure-table.tsx'

interface EventFiguresProps {
  readonly event: EventAnswer
  readonly asOf: string | null
}

/** All figures that are given of an event, whoever gives them and whatever they count. */
export function EventFigures({ event: { figured, slug }, asOf }: EventFiguresProps) {
  const asked = { event: [slug], ...asOfAsked(asOf) }
  const pages = usePages(figured, async (after) => (await ask(figuredQuery, { ...asked, after })).claims)
  const { column, isDown } = figureOrderIn(usePlace().params)
  if (figured.totalCount === 0) return null
  const rows = pages.nodes.flatMap(({ positionPage: { nodes, totalCount }, ...claim }) =>
    figureRowsOf(claim, nodes, totalCount - nodes.length),
  )
  return (
    <Section
      title="Figures, by who gives them"
      count={figured.totalCount}
      tools={
        <ExportLinks
          name={namedThen(`figures-of-${slug}`, asOf)}
          rows={() =>
            everyRow(
              async (after) => (await askOnce(everyFigureQuery, { ...asked, after })).claims,
              ({ positions, ...claim }) => figureRowsOf(claim, positions).map(fileRow),
            )
          }
        />
      }
    >
      <FigureTable
        rows={column ? sortedFigures(rows, column, isDown) : rows}
        column={column}
        isDown={isDown}
        choose={(one) => setParams({ figures: nextOrder(one, column, isDown) }, { replace: true })}
      />
      <p class="note faint">Figures that compete stand side by side: none is added up, none averaged.</p>
      <More of={pages} />
    </Section>
  )
}

/** In the address it is the column, behind a minus where the largest comes first. */
function figureOrderIn(params: URLSearchParams): { column: FigureColumn | null; isDown: boolean } {
  const text = params.get('figures') ?? ''
  const isDown = text.startsWith('-')
  const name = isDown ? text.slice(1) : text
  return { column: COLUMNS.find((column) => column === name) ?? null, isDown }
}

/** Up, then down, then as the claims were written. */
const nextOrder = (one: FigureColumn, current: FigureColumn | null, isDown: boolean): string | null =>
  one !== current ? one : isDown ? null : `-${one}`
