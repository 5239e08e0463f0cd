import { everyClaimRow } from '../claims/claims-query.ts'
import { asOfAsked, namedThen } from '../kit/as-of.ts'
import { isolated } from '../kit/isolated.ts'
import { Link } from '../kit/link.tsx'
import { claimPath } from '../kit/node-path.ts'
import { capital, counted, verdictWord } from '../kit/words.ts'
import { dateCells, figureCells, nodeCells } from '../list/cells.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { Section } from '../page/section.tsx'
import type { ActorAnswer, AssessedClaims } from './actor-type.ts'

interface AssessedProps {
  readonly actor: ActorAnswer
  readonly claims: AssessedClaims
  readonly asOf: string | null
}

/** What it found of what others claim, and how. */
export function Assessed({ actor: { slug, name }, claims: { nodes, totalCount }, asOf }: AssessedProps) {
  if (totalCount === 0) return null
  return (
    <Section
      title={`Assessments by ${isolated(name)}`}
      tools={
        <ExportLinks
          name={namedThen(`assessments-by-${slug}`, asOf)}
          rows={() => assessmentRows(slug, asOf)}
        />
      }
    >
      <ul class="plain rows">
        {nodes.flatMap((claim) =>
          assessedItself(claim.assessments, slug).map(({ id, verdict, method }) => (
            <li key={id} class="row">
              <b>{capital(verdictWord(verdict))}</b>
              <span>
                <Link href={claimPath(claim.slug)}>{claim.text}</Link>
                {method && (
                  <span class="method" dir="auto">
                    {method}
                  </span>
                )}
              </span>
            </li>
          )),
        )}
      </ul>
      <p class="more">
        <Link href={`/claims?assessor=${encodeURIComponent(slug)}`}>
          {counted(totalCount, 'claim')} that it assessed, and who stands where
        </Link>
      </p>
    </Section>
  )
}

/** Others may have assessed the same claim. */
const assessedItself = <One extends { readonly assessor: { readonly slug: string } }>(
  assessments: readonly One[],
  slug: string,
) => assessments.filter(({ assessor }) => assessor.slug === slug)

const assessmentRows = (slug: string, asOf: string | null) =>
  everyClaimRow({ filter: { assessor: [slug], ...asOfAsked(asOf) }, ...asOfAsked(asOf) }, (claim) =>
    assessedItself(claim.assessments, slug).map(({ verdict, method, date }) => ({
      ...nodeCells('claim', claim),
      ...figureCells(claim.figure),
      verdict,
      method,
      ...dateCells('date', date),
    })),
  )
