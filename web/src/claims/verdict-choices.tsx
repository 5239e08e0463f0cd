import { setParams } from '../kit/location.ts'
import { capital, verdictWord } from '../kit/words.ts'
import { ChosenChip } from '../page/chosen-chip.tsx'
import type { ClaimsAnswer } from './claims-query.ts'
import { type ClaimsState, VERDICTS } from './claims-state.ts'

interface VerdictChoicesProps {
  readonly filter: ClaimsState['filter']
  /** How many there are of each, once that is known. */
  readonly answer: ClaimsAnswer | undefined
}

/** What was found of the claims, or that nobody looked into them: together they are all that the other filters keep. */
export function VerdictChoices({ filter: { verdict = [], assessed }, answer }: VerdictChoicesProps) {
  const toggle = (one: (typeof VERDICTS)[number]) =>
    setParams({
      assessed: null,
      verdict: verdict.includes(one) ? verdict.filter((each) => each !== one) : [...verdict, one],
    })
  return (
    <fieldset class="chips">
      <legend>What was found</legend>
      {VERDICTS.map((one) => (
        <CountedChip
          key={one}
          name={capital(verdictWord(one))}
          count={answer?.[one].totalCount}
          isChosen={verdict.includes(one)}
          toggle={() => toggle(one)}
        />
      ))}
      <CountedChip
        name="Never assessed"
        count={answer?.never.totalCount}
        isChosen={assessed === false}
        toggle={() => setParams({ verdict: null, assessed: assessed === false ? null : 'false' })}
      />
      {assessed === true && <ChosenChip text="assessed" remove={() => setParams({ assessed: null })} />}
      {answer && isMore(answer) && <span class="faint">A claim counts under each verdict that it got.</span>}
    </fieldset>
  )
}

/** Several assessors may have found different things of one claim. */
const isMore = (answer: ClaimsAnswer): boolean =>
  VERDICTS.reduce((sum, one) => sum + answer[one].totalCount, answer.never.totalCount) >
  answer.whole.totalCount

interface ChipProps {
  readonly name: string
  readonly count: number | undefined
  readonly isChosen: boolean
  readonly toggle: () => void
}

const CountedChip = ({ name, count, isChosen, toggle }: ChipProps) => (
  <button type="button" class="chip" aria-pressed={isChosen} onClick={toggle}>
    {name}
    {count !== undefined && (
      <>
        {' '}
        <span class="count">{count.toLocaleString('en')}</span>
      </>
    )}
  </button>
)
