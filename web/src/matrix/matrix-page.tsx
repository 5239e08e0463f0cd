import { ExportLinks } from '../list/export-links.tsx'
import { usePlace } from '../location.ts'
import { Page } from '../page/page.tsx'
import { Empty, Section } from '../page/section.tsx'
import { useAnswer } from '../use-answer.ts'
import { CellStatements } from './cell-statements.tsx'
import { gridOf } from './grid.ts'
import { MatrixFilters } from './matrix-filters.tsx'
import { matrixQuery } from './matrix-query.ts'
import { stateIn } from './matrix-state.ts'
import { MatrixTable } from './matrix-table.tsx'

export function MatrixPage() {
  const { params } = usePlace()
  const state = stateIn(params)
  const { filter, min } = state
  const variables = { ...(Object.keys(filter).length > 0 && { filter }), minStatements: min }
  const answer = useAnswer(matrixQuery, variables)
  return (
    <>
      <header class="head">
        <h1>Who speaks about whom</h1>
        <p class="lead">
          Speakers down, subjects across; the stronger the shade, the more statements. Open a cell to read
          them.
        </p>
      </header>
      <Page title="Who about whom" document={matrixQuery} variables={variables} answer={answer}>
        {({ matrix, facets }) => {
          const grid = gridOf(matrix, state.order, state.kind)
          return (
            <>
              <MatrixFilters state={state} params={params} facets={facets} />
              <Section
                title={`${grid.speakers.length} speakers by ${grid.subjects.length} subjects`}
                tools={
                  <ExportLinks
                    name="who-about-whom"
                    rows={() =>
                      matrix.map(({ actor, entity, statements }) => ({
                        speaker: actor.slug,
                        subject: entity.slug,
                        statements,
                      }))
                    }
                  />
                }
              >
                {grid.speakers.length === 0 ? (
                  <Empty>No statements are left by these filters.</Empty>
                ) : (
                  <MatrixTable grid={grid} cell={state.cell} />
                )}
                {(grid.leftOut > 0 || matrix.length >= 500) && (
                  <p class="faint">
                    The busiest pairs are shown{grid.leftOut > 0 && `; for ${grid.leftOut} there is no room`}.
                    Filters bring others to light.
                  </p>
                )}
              </Section>
              {state.cell && <CellStatements cell={state.cell} filter={filter} matrix={matrix} />}
            </>
          )
        }}
      </Page>
    </>
  )
}
