import { useMemo } from 'preact/hooks'
import { useAnswer } from '../kit/use-answer.ts'
import { settingQuery, timelineQuery } from './timeline-query.ts'
import { choiceOf, settingVariablesOf, type TimelineState, timelineVariables } from './timeline-state.ts'

/**
 * What lies in the window, and what no window changes. Both come in one question on arrival; whoever moves on asks for
 * the window alone.
 */
export function useWindow(state: TimelineState) {
  const arrival = useMemo(() => settingVariablesOf(state), [JSON.stringify(choiceOf(state))])
  const variables = timelineVariables(state)
  const isArrival = arrival.from === variables.from && arrival.until === variables.until
  const setting = useAnswer(settingQuery, arrival)
  const moved = useAnswer(timelineQuery, isArrival ? null : variables)
  const last = isArrival ? setting : moved
  return {
    setting: setting.data,
    document: isArrival ? settingQuery : timelineQuery,
    variables: isArrival ? arrival : variables,
    answer: { ...last, data: setting.data && (isArrival ? setting.data : (moved.data ?? setting.data)) },
  }
}
