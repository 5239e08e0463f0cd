import { parseEdtf } from '../../../src/values/date.ts'
import { NodeDesk } from '../editing/opened/node-desk.tsx'
import { NodeTools } from '../editing/opened/node-tools.tsx'
import { dateText } from '../kit/date.ts'
import { Link } from '../kit/link.tsx'
import { sourcePath } from '../kit/node-path.ts'
import { plain } from '../kit/words.ts'
import { dateCells, nodeCells } from '../list/cells.ts'
import { ExportLinks } from '../list/export-links.tsx'
import type { Row } from '../list/file.ts'
import { Section } from '../page/section.tsx'
import type { ClaimAnswer } from './claim-type.ts'
import { VerdictLine } from './verdict-line.tsx'

type ClaimAssessment = ClaimAnswer['assessments'][number]

interface AssessmentsProps {
  readonly claim: ClaimAnswer
  readonly asOf: string | null
}

/** What those who looked into it found, as far as it was known. */
export function Assessments({ claim: { assessments: all, slug }, asOf }: AssessmentsProps) {
  const assessments = all.filter(({ date }) => !asOf || wasBy(date, asOf))
  if (all.length === 0) return null
  return (
    <Section
      title="Assessments"
      count={assessments.length}
      tools={<ExportLinks name={`assessments-of-${slug}`} rows={() => assessments.map(claimAssessmentRow)} />}
    >
      {assessments.length < all.length && (
        <p class="faint">{all.length - assessments.length} came later, or on a day not known.</p>
      )}
      <ul class="plain cards">
        {assessments.map((assessment) => (
          <li key={assessment.id} class="card">
            <p>
              <VerdictLine verdict={assessment.verdict} by={assessment.assessor} />
              {assessment.date && `, ${dateText(assessment.date)}`}
              {assessment.credibility && (
                <span class="faint"> · credibility {plain(assessment.credibility)} of six (one is best)</span>
              )}
            </p>
            {assessment.method && <p dir="auto">{assessment.method}</p>}
            {assessment.evidence && (
              <p class="faint">
                Evidence: <Link href={sourcePath(assessment.evidence.slug)}>{assessment.evidence.title}</Link>
              </p>
            )}
            <NodeTools id={assessment.id} />
            <NodeDesk id={assessment.id} tellsDone={false} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** By the end of its date, as the API counts it: of a coarse one its last instant, and an open one has none. */
function wasBy(date: string | null, asOf: string): boolean {
  const [its, limit] = [parseEdtf(date ?? ''), parseEdtf(asOf)?.latest ?? Number.POSITIVE_INFINITY]
  return (its?.latest ?? Number.POSITIVE_INFINITY) <= limit
}

const claimAssessmentRow = ({
  assessor,
  verdict,
  credibility,
  method,
  date,
  evidence,
}: ClaimAssessment): Row => ({
  ...nodeCells('assessor', assessor),
  verdict,
  credibility,
  method,
  ...dateCells('date', date),
  ...nodeCells('evidence', evidence),
})
