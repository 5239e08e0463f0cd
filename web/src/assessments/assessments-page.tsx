import { VerdictLine } from '../claim/verdict-line.tsx'
import { ask } from '../kit/client.ts'
import { dateText } from '../kit/date.ts'
import { Link } from '../kit/link.tsx'
import { usePlace } from '../kit/location.ts'
import { claimPath, sourcePath } from '../kit/node-path.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { plain } from '../kit/words.ts'
import { askedFor, namesOf } from '../list/asked.ts'
import { exportAddress } from '../list/export-address.ts'
import { ListHead } from '../list/list-head.tsx'
import { Listing } from '../list/listing.tsx'
import { Page } from '../page/page.tsx'
import { StandingMark } from '../statement/standing-mark.tsx'
import { AssessmentsFilters } from './assessments-filters.tsx'
import {
  assessmentsQuery,
  everyAssessmentRow,
  type ListedAssessment,
  moreAssessmentsQuery,
} from './assessments-query.ts'
import { assessmentsStateIn } from './assessments-state.ts'

export function AssessmentsPage() {
  const { params } = usePlace()
  const state = assessmentsStateIn(params)
  const { assessor = [], claim = [], event = [] } = state.filter
  const asked = askedFor(state.filter, state.order)
  const variables = { ...asked, named: [...assessor, ...event, ...claim] }
  const answer = useAnswer(assessmentsQuery, variables)
  return (
    <>
      <ListHead
        title="Assessments"
        lead="What those who looked into a claim found, and how. Claims that nobody looked into are not here."
      >
        <p>
          <Link href="/claims?assessed=false">Claims that were never assessed</Link>
        </p>
      </ListHead>
      <AssessmentsFilters state={state} params={params} names={namesOf(answer.data?.named)} />
      <Page title="Assessments" document={assessmentsQuery} variables={variables} answer={answer}>
        {({ assessments }) => (
          <Listing
            title={asked.filter ? 'Assessments that fit' : 'All assessments'}
            name="assessments"
            page={assessments}
            ask={async (after) =>
              (await ask(moreAssessmentsQuery, { ...asked, first: 60, after })).assessments
            }
            rows={() => everyAssessmentRow(asked)}
            csvAddress={exportAddress('assessments', asked)}
            class="records-list"
            keyOf={({ id }) => id}
            empty={
              asked.filter
                ? 'No assessment is left by these filters.'
                : 'No claim in this graph was assessed yet.'
            }
          >
            {(assessment) => <AssessmentLine assessment={assessment} />}
          </Listing>
        )}
      </Page>
    </>
  )
}

const AssessmentLine = ({ assessment }: { readonly assessment: ListedAssessment }) => {
  const { verdict, assessor, claim, method, date, credibility, evidence } = assessment
  return (
    <div class="record">
      <p>
        <Link class="speaker" href={claimPath(claim.slug)}>
          {claim.text}
        </Link>{' '}
        <StandingMark standing={claim.standing} />
      </p>
      <p>
        <VerdictLine verdict={verdict} by={assessor} />
        {method && (
          <>
            : <bdi>{method}</bdi>
          </>
        )}
      </p>
      <p class="faint">
        {dateText(date) ?? 'on a day not known'}
        {credibility && ` · credibility ${plain(credibility)} of six (one is best)`}
        {evidence && (
          <>
            {' · in '}
            <Link href={sourcePath(evidence.slug)}>{evidence.title}</Link>
          </>
        )}
      </p>
    </div>
  )
}
