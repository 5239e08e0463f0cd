import { ask, graphiqlLink } from '../kit/client.ts'
import type { VariablesOf } from '../kit/graphql.ts'
import { isolated } from '../kit/isolated.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { More } from '../list/more.tsx'
import { usePages } from '../list/use-pages.ts'
import { Section } from '../page/section.tsx'
import { figuresQuery } from './claim-query.ts'
import { claimRows } from './claim-rows.ts'
import type { ClaimAnswer, FigureClaim, FiguresAnswer } from './claim-type.ts'
import { FigureAxis } from './figure-axis.tsx'

interface FiguresProps {
  readonly claim: ClaimAnswer
  readonly asOf: string | null
}

/** The figures that compete with a claim's: of the same event, kind and unit. They are kept apart, never averaged. */
export function Figures({ claim, asOf }: FiguresProps) {
  const variables = { filter: sameFigureFilter(claim), ...(asOf && { asOf }) }
  const { data, problem } = useAnswer(figuresQuery, variables)
  return (
    <Section
      title={`Figures: ${isolated(claim.figure?.unit ?? '')}`}
      count={data?.claims.totalCount}
      tools={
        <span>
          <a class="text-button" href={graphiqlLink(figuresQuery, variables)}>
            GraphiQL
          </a>{' '}
          <ExportLinks name={`figures-${claim.slug}`} rows={() => claimRows(variables)} />
        </span>
      }
    >
      {problem && <p role="alert">{problem.message}</p>}
      {data && <FigureList claim={claim} page={data.claims} asked={variables} />}
    </Section>
  )
}

const sameFigureFilter = ({ event, kind, figure }: ClaimAnswer) => ({
  ...(event && { event: [event.slug] }),
  ...(figure && { unit: [figure.unit] }),
  kind: [kind],
})
type FiguresAsked = Pick<VariablesOf<typeof figuresQuery>, 'filter' | 'asOf'>

interface ListProps {
  readonly claim: ClaimAnswer
  readonly page: FiguresAnswer
  readonly asked: FiguresAsked
}

/** The claim of the page is among them, however few have spoken to it. */
function FigureList({ claim, page, asked }: ListProps) {
  const pages = usePages(page, async (after) => (await ask(figuresQuery, { ...asked, after })).claims)
  const isListed = pages.nodes.some(({ slug }) => slug === claim.slug)
  return (
    <>
      <FigureAxis claims={isListed ? pages.nodes : [ownFigure(claim), ...pages.nodes]} current={claim.slug} />
      <More of={pages} />
    </>
  )
}

function ownFigure({ slug, text, figure, affirms, doubts, denies }: ClaimAnswer): FigureClaim {
  const all = [affirms, doubts, denies]
  const totalCount = all.reduce((sum, side) => sum + side.totalCount, 0)
  return {
    slug,
    text,
    figure,
    positionPage: { totalCount, nodes: all.flatMap(({ nodes }) => nodes).slice(0, 6) },
  }
}
