import type { ComponentChildren } from 'preact'
import { dateText, saidWhen } from '../kit/date.ts'
import { Link } from '../kit/link.tsx'
import { claimPath, sourcePath } from '../kit/node-path.ts'
import { plain } from '../kit/words.ts'
import { NodeLinks } from '../page/node-links.tsx'
import { Factuality } from '../statement/factuality.tsx'
import { TakenMark } from '../statement/stance-mark.tsx'
import type { StatementAnswer } from './statement-query.ts'

/** What it commits its speaker to, whom it is about, when it was said and where it stands. */
export const StatementFacts = ({ statement }: { readonly statement: StatementAnswer }) => {
  const { claim, factuality, about, source } = statement
  return (
    <dl class="facts">
      {claim && (
        <Fact name="Claim">
          <TakenMark of={statement} /> <Link href={claimPath(claim.slug)}>{claim.text}</Link>
          {factuality && (
            <span class="faint">
              {' '}
              FactBank <Factuality value={factuality} />
            </span>
          )}
        </Fact>
      )}
      {about.length > 0 && (
        <Fact name="About">
          <NodeLinks nodes={about} />
        </Fact>
      )}
      {statement.speakerText && (
        <Fact name="Speaker">
          called “<i dir="auto">{statement.speakerText}</i>” there
        </Fact>
      )}
      <Fact name="Said">
        <Saying statement={statement} />
      </Fact>
      <Fact name="Source">
        <Link href={`${sourcePath(source.slug)}?statement=${statement.id}`}>{source.title}</Link>
        {source.publishedAt && `, ${dateText(source.publishedAt)}`}
      </Fact>
    </dl>
  )
}

interface FactProps {
  readonly name: string
  readonly children: ComponentChildren
}

const Fact = ({ name, children }: FactProps) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Saying = ({ statement }: { readonly statement: StatementAnswer }) => (
  <>
    {saidWhen(statement) ?? 'on a day not known'} · {plain(statement.quoteType)}
    {statement.cue && (
      <>
        {' '}
        · introduced by “<i>{statement.cue}</i>”
      </>
    )}
  </>
)
