import { dateText } from '../date.ts'
import { graphql } from '../graphql.ts'
import { Link } from '../link.tsx'
import { actorPath, claimPath, pathOf, sourcePath } from '../node-path.ts'
import { Page } from '../page/page.tsx'
import { useAnswer } from '../use-answer.ts'
import { plain } from '../words.ts'
import { Chain } from './chain.tsx'
import { SpeakerLine } from './speaker-line.tsx'
import { StanceMark } from './stance-mark.tsx'

const statementQuery = graphql(`
  query Statement($id: ID!) {
    statement(id: $id) {
      id
      text
      language
      quoteType
      cue
      act
      stance
      certainty
      factuality
      saidAt
      review
      speaker { slug name }
      onBehalfOf { slug name }
      addressee { slug name }
      claim { slug text }
      about { __typename slug name }
      source { slug title publishedAt }
      span { exact prefix suffix }
      chain { id text saidAt speaker { slug name } }
    }
  }
`)

export function StatementPage({ id }: { readonly id: string }) {
  const variables = { id }
  const answer = useAnswer(statementQuery, variables)
  const speaker = answer.data?.statement?.speaker.name
  return (
    <Page
      title={speaker ? `${speaker}: ${answer.data?.statement?.text.slice(0, 60)}` : id}
      document={statementQuery}
      variables={variables}
      answer={answer}
      missing={({ statement }) => !statement && `There is no statement “${id}”.`}
    >
      {({ statement }) =>
        statement && (
          <article class="one-statement">
            <p class="eyebrow">
              Statement {statement.review === 'ACCEPTED' ? '' : `· ${plain(statement.review)}`}
            </p>
            <h1 class="quote" {...(statement.language && { lang: statement.language })}>
              {statement.text}
            </h1>
            <p class="lead">
              <SpeakerLine
                speaker={statement.speaker}
                onBehalfOf={statement.onBehalfOf}
                act={statement.act}
              />
              {statement.addressee && (
                <>
                  {' '}
                  to <Link href={actorPath(statement.addressee.slug)}>{statement.addressee.name}</Link>
                </>
              )}
            </p>
            {statement.span?.exact && (
              <blockquote class="in-source">
                <span class="faint">{statement.span.prefix}</span>
                <mark>{statement.span.exact}</mark>
                <span class="faint">{statement.span.suffix}</span>
              </blockquote>
            )}
            <dl class="facts">
              {statement.claim && (
                <div>
                  <dt>Claim</dt>
                  <dd>
                    <StanceMark stance={statement.stance} certainty={statement.certainty} />{' '}
                    <Link href={claimPath(statement.claim.slug)}>{statement.claim.text}</Link>
                    {statement.factuality && <span class="faint"> {statement.factuality}</span>}
                  </dd>
                </div>
              )}
              <div>
                <dt>About</dt>
                <dd>
                  {statement.about.map((entity, index) => (
                    <span key={entity.slug}>
                      {index > 0 && ', '}
                      <Link href={pathOf(entity)}>{entity.name}</Link>
                    </span>
                  ))}
                </dd>
              </div>
              <div>
                <dt>Said</dt>
                <dd>
                  {dateText(statement.saidAt) ?? 'on a day not known'} · {plain(statement.quoteType)}
                  {statement.cue && (
                    <>
                      {' '}
                      · introduced by “<i>{statement.cue}</i>”
                    </>
                  )}
                </dd>
              </div>
              <div>
                <dt>Source</dt>
                <dd>
                  <Link href={`${sourcePath(statement.source.slug)}?statement=${statement.id}`}>
                    {statement.source.title}
                  </Link>
                  {statement.source.publishedAt && `, ${dateText(statement.source.publishedAt)}`}
                </dd>
              </div>
            </dl>
            <Chain chain={statement.chain} source={statement.source} />
          </article>
        )
      }
    </Page>
  )
}
