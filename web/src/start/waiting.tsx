import { Link } from '../kit/link.tsx'
import { counted } from '../kit/words.ts'

interface WaitingProps {
  readonly statements: number
  readonly sources: number
}

/** What is proposed and waits for somebody to accept or reject it: the sizes leave it out. */
export const Waiting = ({ statements, sources }: WaitingProps) =>
  statements === 0 ? null : (
    <p class="waiting">
      <Link href="/statements?review=PROPOSED">{counted(statements, 'proposed statement')}</Link> in{' '}
      <Link href="/sources?withProposals=true">{counted(sources, 'source')}</Link>.{' '}
      <span class="faint">
        {statements === 1
          ? 'It counts nowhere until it is accepted.'
          : 'They count nowhere until they are accepted.'}
      </span>
    </p>
  )
