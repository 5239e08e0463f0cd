import './claim.css'
import { NodeDesk } from '../editing/opened/node-desk.tsx'
import { usePlace } from '../kit/location.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { LiveNotice } from '../live/live-notice.tsx'
import { Page } from '../page/page.tsx'
import { proposedCountIn } from '../page/proposed-count.tsx'
import { ReviewNotice } from '../review/review-notice.tsx'
import { Assessments } from './assessments.tsx'
import { ClaimHead } from './claim-head.tsx'
import { claimQuery } from './claim-query.ts'
import { Figures } from './figures.tsx'
import { Relations } from './relations.tsx'
import { Sides } from './sides.tsx'
import { TimeSlider } from './time-slider.tsx'

export function ClaimPage({ slug }: { readonly slug: string }) {
  const asOf = usePlace().params.get('asOf')
  const variables = { id: slug, ...(asOf && { asOf }) }
  const answer = useAnswer(claimQuery, variables)
  const claim = answer.data?.claim
  return (
    <Page
      title={claim?.text ?? slug}
      document={claimQuery}
      variables={variables}
      answer={answer}
      missing={(data) => !data.claim && `There is no claim “${slug}”.`}
    >
      {({ claim: found, latest, proposed }) =>
        found && (
          <>
            <ClaimHead claim={found} asOf={asOf} />
            <NodeDesk id={found.id} />
            <ReviewNotice review={found.review} noun="claim" />
            <TimeSlider claim={found} asOf={asOf} />
            <Sides
              claim={found}
              asOf={asOf}
              proposed={proposedCountIn('/statements', { claim: found.slug }, proposed)}
            />
            <Relations claim={found} />
            {found.figure && <Figures claim={found} asOf={asOf} />}
            <Assessments claim={found} asOf={asOf} />
            <LiveNotice
              about={found.id}
              statements={{ claim: [found.id] }}
              latest={latest}
              takeIn={answer.retry}
            />
          </>
        )
      }
    </Page>
  )
}
