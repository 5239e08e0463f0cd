import { useState } from 'preact/hooks'
import { asOfAsked, asOfIn } from '../../kit/as-of.ts'
import { Link } from '../../kit/link.tsx'
import { searchOf, usePlace } from '../../kit/location.ts'
import type { Problem } from '../../kit/problem.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { counted } from '../../kit/words.ts'
import { Loading } from '../../page/loading.tsx'
import { ProblemView } from '../../page/problem-view.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { type Evidence, saidQuery, tiedQuery } from './evidence-query.ts'
import { apiTypes, type DrawnType, type GraphLink, linkKey, linkOf } from './link.ts'

interface LinkEvidenceProps {
  readonly link: GraphLink
}

/** What a link rests on. A graph has hundreds of links: it is asked of those that somebody opens. */
export function LinkEvidence({ link }: LinkEvidenceProps) {
  const [isOpen, setOpen] = useState(false)
  const Answered = link.type === 'SPEAKS_ABOUT' ? SpeaksAboutEvidence : Tied
  return (
    <details class="evidence" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What this rests on</summary>
      {isOpen && <Answered link={link} />}
    </details>
  )
}

/** As of when the graph is that has the link. */
const useAsOf = () => asOfAsked(asOfIn(usePlace().params))

function SpeaksAboutEvidence({ link: { from, to } }: LinkEvidenceProps) {
  const { data, problem, retry } = useAnswer(saidQuery, { from, to, ...useAsOf() })
  const { totalCount = 0, nodes } = data?.statements ?? {}
  return (
    <>
      {totalCount > 0 && <p class="faint">{counted(totalCount, 'statement')}</p>}
      <FoundEvidence evidence={nodes} problem={problem} retry={retry} />
      {nodes && totalCount > nodes.length && (
        <p>
          <Link href={`/matrix${searchOf({ cell: `${from}~${to}` })}#statements`}>
            All {counted(totalCount, 'statement')}
          </Link>
        </p>
      )}
    </>
  )
}

function Tied({ link }: LinkEvidenceProps) {
  const { from, to } = link
  const { data, problem, retry } = useAnswer(tiedQuery, {
    from,
    to,
    types: apiTypes(link.type),
    ...useAsOf(),
  })
  const links = data?.links.filter((each) => linkKey(linkOf(each)) === linkKey(link))
  if (!links) return <FoundEvidence evidence={undefined} problem={problem} retry={retry} />
  return (
    <>
      {links.map(({ type, evidence, evidenceCount }) => (
        <div key={type}>
          {links.length > 1 && <p class="faint">{sideWords(type)}</p>}
          <EvidenceList evidence={evidence} />
          {evidenceCount > evidence.length && (
            <p class="faint">
              The first {evidence.length} of {evidenceCount}
            </p>
          )}
        </div>
      ))}
    </>
  )
}

const sideWords = (type: DrawnType): string =>
  type === 'SAME_SIDE' ? 'On the same side' : 'On opposite sides'

interface FoundEvidenceProps {
  readonly evidence: readonly Evidence[] | undefined
  readonly problem: Problem | undefined
  readonly retry: () => void
}

const FoundEvidence = ({ evidence, problem, retry }: FoundEvidenceProps) => {
  if (problem) return <ProblemView problem={problem} retry={retry} />
  return evidence ? <EvidenceList evidence={evidence} /> : <Loading />
}
