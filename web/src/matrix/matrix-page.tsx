import './matrix.css'
import { usePlace } from '../kit/location.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { AsOfBar } from '../page/as-of-bar.tsx'
import { Page } from '../page/page.tsx'
import { CellStatements } from './cell-statements.tsx'
import { MatrixFilters } from './matrix-filters.tsx'
import { matrixQuery } from './matrix-query.ts'
import { matrixStateIn, nodeTypes } from './matrix-state.ts'
import { MatrixView } from './matrix-view.tsx'

export function MatrixPage() {
  const { params } = usePlace()
  const state = matrixStateIn(params)
  const { filter, kind, cell } = state
  const variables = {
    ...(Object.keys(filter).length > 0 && { filter }),
    ...(kind !== 'all' && { subjects: [nodeTypes[kind]] }),
  }
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
      <AsOfBar />
      <Page title="Who about whom" document={matrixQuery} variables={variables} answer={answer}>
        {({ grid, facets }) => (
          <>
            <MatrixFilters state={state} params={params} facets={facets} />
            <MatrixView answer={grid} state={state} />
            {cell && <CellStatements cell={cell} filter={filter} grid={grid} />}
          </>
        )}
      </Page>
    </>
  )
}
