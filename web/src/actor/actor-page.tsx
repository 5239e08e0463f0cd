import './actor.css'
import { NodeDesk } from '../editing/opened/node-desk.tsx'
import { asOfAsked, asOfIn, namedThen } from '../kit/as-of.ts'
import { isolated } from '../kit/isolated.ts'
import { usePlace } from '../kit/location.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { LiveNotice } from '../live/live-notice.tsx'
import { AsOfBar } from '../page/as-of-bar.tsx'
import { Page } from '../page/page.tsx'
import { proposedCountIn } from '../page/proposed-count.tsx'
import { Section } from '../page/section.tsx'
import { ReviewNotice } from '../review/review-notice.tsx'
import { sidesIn } from '../statement/side-filter.tsx'
import { StatementList } from '../statement/statement-list.tsx'
import { type StatementsAsked, statementRows } from '../statement/statements-query.ts'
import { ActorHead } from './actor-head.tsx'
import { actorQuery } from './actor-query.ts'
import { Affiliations } from './affiliations.tsx'
import { AroundActor } from './around.tsx'
import { Assessed } from './assessed.tsx'
import { ActorPositions } from './positions.tsx'
import { Published } from './published.tsx'
import { SaidBy } from './said-by.tsx'
import { Tallies } from './tallies.tsx'
import { ToldTo } from './told-to.tsx'
import { TookPart } from './took-part.tsx'

export function ActorPage({ slug }: { readonly slug: string }) {
  const { params } = usePlace()
  const side = sidesIn(params)
  const asOf = asOfIn(params)
  const variables = { id: slug, ...(side.length > 0 && { side }), ...asOfAsked(asOf) }
  const answer = useAnswer(actorQuery, variables)
  const aboutIt: StatementsAsked = {
    filter: { about: [slug], ...asOfAsked(asOf) },
    orderBy: 'SAID_DESC',
  }
  const title = answer.data?.actor?.name ?? slug
  return (
    <Page
      title={title}
      document={actorQuery}
      variables={variables}
      answer={answer}
      above={<AsOfBar>What it belongs to and took part in is as it is written down now.</AsOfBar>}
      missing={({ actor }) => !actor && `There is no actor “${slug}”.`}
    >
      {({ actor, latest, said, spoken, told, published, assessed, ...proposed }) =>
        actor && (
          <>
            <ActorHead actor={actor} />
            <NodeDesk id={actor.id} />
            <ReviewNotice review={actor.review} noun="actor" />
            <Affiliations actor={actor} />
            <TookPart actor={actor} />
            <div class="split">
              <SaidBy actor={actor} said={said} spoken={spoken} proposed={proposed} asOf={asOf} />
              <Section
                title={`Said about ${isolated(actor.name)}`}
                count={actor.statementsAbout.totalCount}
                proposed={[proposedCountIn('/statements', { about: slug }, proposed.proposedAbout)]}
                tools={
                  <ExportLinks
                    name={namedThen(`said-about-${slug}`, asOf)}
                    rows={() => statementRows(aboutIt)}
                  />
                }
              >
                <StatementList
                  page={actor.statementsAbout}
                  asked={aboutIt}
                  empty={`Nobody ${asOf ? 'had spoken' : 'speaks'} about ${isolated(actor.name)}.`}
                />
              </Section>
            </div>
            <ToldTo actor={actor} told={told} proposed={proposed.proposedTold} asOf={asOf} />
            <ActorPositions actor={actor} side={side} asOf={asOf} />
            <Assessed actor={actor} claims={assessed} asOf={asOf} />
            <Published slug={slug} sources={published} asOf={asOf} />
            <Tallies actor={actor} asOf={asOf} />
            <AroundActor slug={actor.slug} asOf={asOf} />
            <LiveNotice
              about={actor.id}
              statements={{ onBehalfOf: [actor.id] }}
              latest={latest}
              takeIn={answer.retry}
            />
          </>
        )
      }
    </Page>
  )
}
