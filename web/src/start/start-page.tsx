import { dateText } from '../date.ts'
import { Link } from '../link.tsx'
import { ExportLinks } from '../list/export-links.tsx'
import { sourcePath } from '../node-path.ts'
import { Page } from '../page/page.tsx'
import { Section } from '../page/section.tsx'
import { SearchBox } from '../search/search-box.tsx'
import { StatementList } from '../statement/statement-list.tsx'
import { statementRow } from '../statement/statement-row.ts'
import { allStatements, type StatementsAsked } from '../statement/statements-query.ts'
import { useAnswer } from '../use-answer.ts'
import { Contested } from './contested.tsx'
import { Sizes } from './sizes.tsx'
import { startQuery } from './start-query.ts'

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
        {({ stats, contested, latest, events, sources }) => (
          <>
            <Sizes stats={stats} />
            <div class="split wide-left">
              <Contested claims={contested} />
              <div>
                <Section
                  title="Latest statements"
                  tools={
                    <ExportLinks
                      name="latest-statements"
                      rows={async () => (await allStatements(asked)).map(statementRow)}
                    />
                  }
                >
                  <StatementList page={latest} asked={asked} empty="Nobody has said anything yet." />
                </Section>
                <Section title="Latest events">
                  <ul class="plain lines">
                    {events.nodes.map(({ slug, name, when }) => (
                      <li key={slug}>
                        <Link href={`/event/${slug}`}>{name}</Link>{' '}
                        <span class="faint">{dateText(when) ?? 'undated'}</span>
                      </li>
                    ))}
                  </ul>
                </Section>
                <Section title="Latest sources">
                  <ul class="plain lines">
                    {sources.nodes.map(({ slug, title, publishedAt }) => (
                      <li key={slug}>
                        <Link href={sourcePath(slug)}>{title}</Link>{' '}
                        <span class="faint">{dateText(publishedAt)}</span>
                      </li>
                    ))}
                  </ul>
                </Section>
              </div>
            </div>
          </>
        )}
      </Page>
    </>
  )
}
