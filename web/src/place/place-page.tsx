import { dateText } from '../date.ts'
import { Where } from '../event/where.tsx'
import { statementPage } from '../fragments.ts'
import { graphql } from '../graphql.ts'
import { Link } from '../link.tsx'
import { ExportLinks } from '../list/export-links.tsx'
import { ExternalLinks } from '../page/external-links.tsx'
import { OtherNames } from '../page/other-names.tsx'
import { Page } from '../page/page.tsx'
import { Empty, Section } from '../page/section.tsx'
import { StatementList } from '../statement/statement-list.tsx'
import { statementRow } from '../statement/statement-row.ts'
import { allStatements, type StatementsAsked } from '../statement/statements-query.ts'
import { useAnswer } from '../use-answer.ts'

const placeQuery = graphql(
  `
  query Place($id: ID!) {
    place(id: $id) {
      slug
      name
      description
      labels { text }
      links { scheme value url }
      latitude
      longitude
      precision
      partOf { slug name }
      events(first: 50) { totalCount nodes { slug name when } }
      statementsAbout(first: 20, orderBy: SAID_DESC) { ...StatementPage }
    }
  }
`,
  [statementPage],
)

export function PlacePage({ slug }: { readonly slug: string }) {
  const variables = { id: slug }
  const answer = useAnswer(placeQuery, variables)
  const asked: StatementsAsked = { filter: { about: [slug] }, orderBy: 'SAID_DESC' }
  return (
    <Page
      title={answer.data?.place?.name ?? slug}
      document={placeQuery}
      variables={variables}
      answer={answer}
      missing={({ place }) => !place && `There is no place “${slug}”.`}
    >
      {({ place }) =>
        place && (
          <>
            <div class="split wide-left">
              <header class="head">
                <p class="eyebrow">Place</p>
                <h1>{place.name}</h1>
                {place.description && <p class="lead">{place.description}</p>}
                <OtherNames of={place} />
                <ExternalLinks links={place.links} />
              </header>
              <Where place={place} />
            </div>
            <div class="split">
              <Section
                title="What happened here"
                count={place.events.totalCount}
                tools={<ExportLinks name={`events-at-${slug}`} rows={() => place.events.nodes} />}
              >
                {place.events.nodes.length === 0 && <Empty>No event is placed exactly here.</Empty>}
                <ul class="plain lines">
                  {place.events.nodes.map((event) => (
                    <li key={event.slug}>
                      <Link href={`/event/${event.slug}`}>{event.name}</Link>{' '}
                      <span class="faint">{dateText(event.when) ?? 'undated'}</span>
                    </li>
                  ))}
                </ul>
              </Section>
              <Section
                title="Said about it"
                count={place.statementsAbout.totalCount}
                tools={
                  <ExportLinks
                    name={`said-about-${slug}`}
                    rows={async () => (await allStatements(asked)).map(statementRow)}
                  />
                }
              >
                <StatementList page={place.statementsAbout} asked={asked} empty="Nobody speaks about it." />
              </Section>
            </div>
          </>
        )
      }
    </Page>
  )
}
