import './source.css'
import { useState } from 'preact/hooks'
import { NodeDesk } from '../editing/opened/node-desk.tsx'
import { usePlace } from '../kit/location.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { LiveNotice } from '../live/live-notice.tsx'
import { Page } from '../page/page.tsx'
import { stancesIn } from '../statement/stance-filter.tsx'
import { SourceHead } from './source-head.tsx'
import { sourceQuery } from './source-query.ts'
import { SourceReading } from './source-reading.tsx'
import { reviewsIn } from './source-statements.tsx'

export function SourcePage({ slug }: { readonly slug: string }) {
  const { params } = usePlace()
  const stance = stancesIn(params)
  const review = reviewsIn(params)
  const chosen = params.get('statement')
  // What is chosen later is among what has come.
  const [given] = useState(chosen)
  const variables = {
    id: slug,
    ...(stance.length > 0 && { stance }),
    review,
    chosen: given ?? '',
    hasChosen: given !== null,
  }
  const answer = useAnswer(sourceQuery, variables)
  return (
    <Page
      title={answer.data?.source?.title ?? slug}
      document={sourceQuery}
      variables={variables}
      answer={answer}
      missing={({ source }) => !source && `There is no source “${slug}”.`}
    >
      {({ source, latest, chosen: found }) =>
        source && (
          <>
            <SourceHead source={source} />
            <NodeDesk id={source.id} />
            <SourceReading
              source={source}
              asked={{ stance, review }}
              chosen={chosen}
              given={found?.source.slug === slug ? found : null}
            />
            <LiveNotice
              about={source.id}
              statements={{ source: [source.id] }}
              latest={latest}
              takeIn={answer.retry}
            />
          </>
        )
      }
    </Page>
  )
}
