import { useState } from 'preact/hooks'
import { Link } from '../link.tsx'
import { searchOf } from '../location.ts'
import { Loading } from '../page/loading.tsx'
import { ProblemView } from '../page/problem-view.tsx'
import type { Problem } from '../problem.ts'
import { useAnswer } from '../use-answer.ts'
import { counted } from '../words.ts'
import { EvidenceList } from './evidence-list.tsx'
import { type Evidence, saidQuery, tiedQuery } from './evidence-query.ts'
import type { GraphLink } from './graph-data.ts'

interface Props {
  readonly link: GraphLink
}

/** What a link rests on. A graph has hundreds of links: it is asked of those that somebody opens. */
export function LinkEvidence({ link }: Props) {
  const [isOpen, setOpen] = useState(false)
  const Answered = link.type === 'SPEAKS_ABOUT' ? Said : Tied
  return (
    <details class="evidence" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What this rests on</summary>
      {isOpen && <Answered link={link} />}
    </details>
  )
}

function Said({ link: { from, to } }: Props) {
  const { data, problem, retry } = useAnswer(saidQuery, { from, to })
  const { totalCount = 0, nodes } = data?.statements ?? {}
  return (
    <>
      {totalCount > 0 && <p class="faint">{counted(totalCount, 'statement')}</p>}
      <Found evidence={nodes} problem={problem} retry={retry} />
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

function Tied({ link: { from, to, type } }: Props) {
  const { data, problem, retry } = useAnswer(tiedQuery, { from, to, type })
  const evidence = data?.paths.flatMap(({ links }) => links.flatMap((link) => link.evidence))
  return <Found evidence={evidence} problem={problem} retry={retry} />
}

interface FoundProps {
  readonly evidence: readonly Evidence[] | undefined
  readonly problem: Problem | undefined
  readonly retry: () => void
}

const Found = ({ evidence, problem, retry }: FoundProps) => {
  if (problem) return <ProblemView problem={problem} retry={retry} />
  return evidence ? <EvidenceList evidence={evidence} /> : <Loading />
}
