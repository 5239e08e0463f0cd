import { dateText } from '../date.ts'
import { Link } from '../link.tsx'
import { ExportLinks } from '../list/export-links.tsx'
import { sourcePath } from '../node-path.ts'
import { Section } from '../page/section.tsx'
import { plain } from '../words.ts'
import type { ClaimAnswer } from './claim-type.ts'
import { VerdictLine } from './verdict-line.tsx'

type Assessment = ClaimAnswer['assessments'][number]

interface Props {
  readonly claim: ClaimAnswer
  readonly asOf: string | null
}

/** What those who looked into it found, as far as it was known. */
export function Assessments({ claim: { assessments: all, slug }, asOf }: Props) {
  const assessments = all.filter(({ date }) => !asOf || wasBy(date, asOf))
  if (all.length === 0) return null
  return (
    <Section
      title="Assessments"
      count={assessments.length}
      tools={<ExportLinks name={`assessments-of-${slug}`} rows={() => assessments.map(rowOf)} />}
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
            {assessment.method && <p>{assessment.method}</p>}
            {assessment.evidence && (
              <p class="faint">
                Evidence: <Link href={sourcePath(assessment.evidence.slug)}>{assessment.evidence.title}</Link>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** EDTF sorts by its letters, and of a coarser date as much counts as is given. */
const wasBy = (date: string | null, asOf: string): boolean =>
  date !== null && date.slice(0, asOf.length) <= asOf

const rowOf = ({ assessor, verdict, credibility, method, date, evidence }: Assessment) => ({
  assessor: assessor.slug,
  verdict,
  credibility,
  method,
  date,
  evidence: evidence?.slug,
})
