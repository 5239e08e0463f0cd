import { asOfAsked, asOfIn, namedThen } from '../as-of/as-of.ts'
import { AsOfBar } from '../as-of/as-of-bar.tsx'
import { isolated } from '../language/isolated.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { usePlace } from '../location.ts'
import { Page } from '../page/page.tsx'
import { Section } from '../page/section.tsx'
import { proposedIn } from '../review/proposed-count.tsx'
import { ReviewNotice } from '../review/review-notice.tsx'
import { sidesIn } from '../statement/side-filter.tsx'
import { StatementList } from '../statement/statement-list.tsx'
import { type StatementsAsked, statementRows } from '../statement/statements-query.ts'
import { useAnswer } from '../use-answer.ts'
import { ActorHead } from './actor-head.tsx'
import { actorQuery } from './actor-query.ts'
import { Affiliations } from './affiliations.tsx'
import { Around } from './around.tsx'
import { Assessed } from './assessed.tsx'
import { Positions } from './positions.tsx'
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
      {({ actor, said, spoken, told, published, assessed, ...proposed }) =>
        actor && (
          <>
            <ActorHead actor={actor} />
            <ReviewNotice review={actor.review} noun="actor" />
            <Affiliations actor={actor} />
            <TookPart actor={actor} />
            <div class="split">
              <SaidBy actor={actor} said={said} spoken={spoken} proposed={proposed} asOf={asOf} />
              <Section
                title={`Said about ${isolated(actor.name)}`}
                count={actor.statementsAbout.totalCount}
                proposed={[proposedIn('/statements', { about: slug }, proposed.proposedAbout)]}
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
            <Positions actor={actor} side={side} asOf={asOf} />
            <Assessed actor={actor} claims={assessed} asOf={asOf} />
            <Published slug={slug} sources={published} asOf={asOf} />
            <Tallies actor={actor} asOf={asOf} />
            <Around slug={actor.slug} asOf={asOf} />
          </>
        )
      }
    </Page>
  )
}
