import type { TargetedInputEvent } from 'preact'
import { useId } from 'preact/hooks'
import { dateText, placeOf } from '../kit/date.ts'
import { setParams } from '../kit/location.ts'
import type { ClaimAnswer } from './claim-type.ts'
import { dayBefore } from './stops.ts'

interface TimeSliderProps {
  readonly claim: ClaimAnswer
  readonly asOf: string | null
}

/** Moves over the days on which something became known, or over some of them; its right end is now. */
export function TimeSlider({ claim, asOf }: TimeSliderProps) {
  const id = useId()
  const known = claim.knownOn
  const [first] = known
  if (!first) return null
  const stops = [dayBefore(first), ...known]
  const at = asOf ? indexAt(stops, asOf) : stops.length
  const move = ({ currentTarget }: TargetedInputEvent<HTMLInputElement>) => {
    setParams({ asOf: stops[Number(currentTarget.value)] ?? null }, { replace: true })
  }
  const text = asOf ? dateText(asOf) : 'now'
  return (
    <div class="time-slider">
      <label for={id}>How it stood</label>
      <output for={id}>{asOf ? `as of ${text}` : 'now'}</output>
      {asOf && (
        <button type="button" class="text-button" onClick={() => setParams({ asOf: null })}>
          back to now
        </button>
      )}
      <div class="days">
        <span class="faint">{dateText(stops[0])}</span>
        <input
          id={id}
          type="range"
          min={0}
          max={stops.length}
          step={1}
          value={at}
          aria-valuetext={text ?? undefined}
          list={`${id}-days`}
          onInput={move}
        />
        <datalist id={`${id}-days`}>
          {stops.map((stop, index) => (
            <option key={stop} value={index} />
          ))}
        </datalist>
        <span class="faint">now</span>
      </div>
    </div>
  )
}

/** The last stop that is no later than a day. */
const indexAt = (stops: readonly string[], day: string): number =>
  Math.max(
    0,
    stops.findLastIndex((stop) => (placeOf(stop) ?? 0) <= (placeOf(day) ?? 0)),
  )
