import { useEffect, useRef } from 'preact/hooks'
import { useMe } from '../desk/me.ts'
import { SignInNotice } from '../desk/sign-in-notice.tsx'
import { graphiqlLink } from '../kit/client.ts'
import { usePlace } from '../kit/location.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { Loading } from '../page/loading.tsx'
import { ProblemView } from '../page/problem-view.tsx'
import { stancesIn } from '../statement/stance-filter.tsx'
import { KeepAsSource } from './keep-as-source.tsx'
import { Proposals } from './proposals.tsx'
import { proposedInText, readQuery } from './read-query.ts'

interface ReadingProps {
  readonly text: string
  readonly published: string | null
  /** Whether it was asked for just now, and not come back to. */
  readonly isNew: boolean
}

/** What is found in a text, beneath the box. */
export function Reading({ text, published, isNew }: ReadingProps) {
  const { params } = usePlace()
  const me = useMe()
  const variables = { text, ...(published && { published }) }
  const { data, problem, isLoading, retry } = useAnswer(readQuery, variables)
  const place = useRef<HTMLElement>(null)
  const isThere = data !== undefined
  useEffect(() => {
    if (isNew && isThere) place.current?.focus()
  }, [isNew, isThere])
  return (
    <div class="page" aria-busy={isLoading}>
      {problem && <ProblemView problem={problem} retry={retry} isStale={isThere} refusal={REFUSAL} />}
      {!data && !problem && <Loading />}
      {data && (
        <section class="found" ref={place} tabIndex={-1} aria-label="What Hearsay reads in it">
          {me.mayWrite && <KeepAsSource text={text} published={published} />}
          <Proposals
            text={data.storedText}
            language={data.textLanguage}
            proposed={proposedInText(data)}
            stance={stancesIn(params)}
            chosen={params.get('statement')}
          />
          <SignInNotice me={me} purpose="To keep this as a source, and to accept what it proposes" />
        </section>
      )}
      <AskedWith link={graphiqlLink(readQuery, variables, '#')} />
    </div>
  )
}

const REFUSAL = 'Mend the text or its date above, or paste a shorter text, and read again.'

/** No browser is sure to open a longer address than this. */
const LONGEST_REPORT = 1_000_000

const AskedWith = ({ link }: { readonly link: string }) => (
  <p class="page-foot">
    {link.length > LONGEST_REPORT ? (
      <span class="faint">The text is too long for a link to GraphiQL.</span>
    ) : (
      <>
        <a class="button quiet" href={link}>
          Open in GraphiQL
        </a>{' '}
        <span class="faint">
          the query that made this, with the text: GraphiQL keeps both in this browser
        </span>
      </>
    )}
  </p>
)
