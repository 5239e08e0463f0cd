import './start.css'
import { useAnswer } from '../kit/use-answer.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { Page } from '../page/page.tsx'
import { Section } from '../page/section.tsx'
import { SearchBox } from '../search/search-box.tsx'
import { StatementList } from '../statement/statement-list.tsx'
import { type StatementsAsked, statementRows } from '../statement/statements-query.ts'
import { Contested } from './contested.tsx'
import { EmptyGraph } from './empty-graph.tsx'
import { LatestEvents, LatestSources } from './latest.tsx'
import { Sizes } from './sizes.tsx'
import { startQuery } from './start-query.ts'
import { Waiting } from './waiting.tsx'

const asked: StatementsAsked = { orderBy: 'SAID_DESC' }

export function StartPage() {
  const answer = useAnswer(startQuery, {})
  return (
    <>
      <div class="hero">
        <h1>Who said what about whom?</h1>
        <SearchBox isLarge />
      </div>
      <Page title="" document={startQuery} variables={{}} answer={answer}>
        {({ stats, waiting, withProposals, contested, latest, events, sources }) => (
          <>
            <Sizes stats={stats} />
            <Waiting statements={waiting.proposals} sources={withProposals.totalCount} />
            {Object.values(stats).every((size) => size === 0) && <EmptyGraph />}
            <div class="split wide-left">
              <Contested claims={contested} />
              <div>
                <Section
                  title="Latest statements"
                  tools={<ExportLinks name="latest-statements" rows={() => statementRows(asked)} />}
                >
                  <StatementList page={latest} asked={asked} empty="Nobody has said anything yet." />
                </Section>
                <LatestEvents events={events} />
                <LatestSources sources={sources} />
              </div>
            </div>
          </>
        )}
      </Page>
    </>
  )
}
