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
  const variables = { id: slug, ...(side.length > 0 && { side }) }
  const answer = useAnswer(actorQuery, variables)
  const aboutIt: StatementsAsked = { filter: { about: [slug] }, orderBy: 'SAID_DESC' }
  const title = answer.data?.actor?.name ?? slug
  return (
    <Page
      title={title}
      document={actorQuery}
      variables={variables}
      answer={answer}
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
              <SaidBy actor={actor} said={said} spoken={spoken} proposed={proposed} />
              <Section
                title={`Said about ${isolated(actor.name)}`}
                count={actor.statementsAbout.totalCount}
                proposed={[proposedIn('/statements', { about: slug }, proposed.proposedAbout)]}
                tools={<ExportLinks name={`said-about-${slug}`} rows={() => statementRows(aboutIt)} />}
              >
                <StatementList
                  page={actor.statementsAbout}
                  asked={aboutIt}
                  empty={`Nobody speaks about ${actor.name}.`}
                />
              </Section>
            </div>
            <ToldTo actor={actor} told={told} proposed={proposed.proposedTold} />
            <Positions actor={actor} side={side} />
            <Assessed actor={actor} claims={assessed} />
            <Published slug={slug} sources={published} />
            <Tallies actor={actor} />
            <Around slug={actor.slug} />
          </>
        )
      }
    </Page>
  )
}
