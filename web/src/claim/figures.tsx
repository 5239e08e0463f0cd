import { graphiqlLink } from '../client.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { Section } from '../page/section.tsx'
import { useAnswer } from '../use-answer.ts'
import { figuresQuery } from './claim-query.ts'
import type { ClaimAnswer, FigureClaim } from './claim-type.ts'
import { FigureAxis } from './figure-axis.tsx'

/** The figures that compete with a claim's: of the same event, kind and unit. They are kept apart, never averaged. */
export function Figures({ claim }: { readonly claim: ClaimAnswer }) {
  const variables = { ...(claim.event && { event: [claim.event.slug] }), kind: [claim.kind] }
  const { data, problem } = useAnswer(figuresQuery, variables)
  const competing = data?.claims.nodes.filter(({ figure }) => figure?.unit === claim.figure?.unit) ?? []
  return (
    <Section
      title={`Figures: ${claim.figure?.unit ?? ''}`}
      tools={
        <span>
          <a class="text-button" href={graphiqlLink(figuresQuery, variables)}>
            GraphiQL
          </a>{' '}
          <ExportLinks name={`figures-${claim.slug}`} rows={() => competing.flatMap(rowsOf)} />
        </span>
      }
    >
      {problem && <p role="alert">{problem.message}</p>}
      {data && <FigureAxis claims={competing} current={claim.slug} />}
    </Section>
  )
}

const rowsOf = ({ slug, figure, positions }: FigureClaim) =>
  positions.map(({ actor, stance }) => ({
    claim: slug,
    actor: actor.slug,
    stance,
    low: figure?.low,
    high: figure?.high,
    unit: figure?.unit,
  }))
