import { dayText } from '../../../src/values/calendar.ts'
import { DateField } from '../page/date-field.tsx'
import { beginOf, type Domain, dateEnd, moved, zoomedDomain } from './domain.ts'

type Act = (domain: Domain) => Domain

const zoomIn: Act = (domain) => zoomedDomain(domain, 0.5)
const zoomOut: Act = (domain) => zoomedDomain(domain, 2)
const earlier: Act = (domain) => moved(domain, -0.25)
const later: Act = (domain) => moved(domain, 0.25)

export const keyActs: Readonly<Record<string, Act>> = {
  '+': zoomIn,
  '=': zoomIn,
  '-': zoomOut,
  ArrowLeft: earlier,
  ArrowRight: later,
}

/** What cannot be a window leaves it as it is. */
const ordered = (from: number, until: number, shown: Domain): Domain => (from < until ? [from, until] : shown)

interface ControlsProps {
  readonly domain: Domain
  readonly show: (domain: Domain) => void
  readonly whole: Domain
  readonly fit: () => void
}

export const Controls = ({ domain, show, whole, fit }: ControlsProps) => {
  const Button = ({
    word,
    label,
    act,
  }: {
    readonly word: string
    readonly label?: string
    readonly act: Act
  }) => (
    <button
      type="button"
      class="chip"
      onClick={() => show(act(domain))}
      {...(label && { 'aria-label': label })}
    >
      {word}
    </button>
  )
  return (
    <fieldset class="chips">
      <legend class="visually-hidden">Move and zoom</legend>
      <Button word="←" label="Earlier" act={earlier} />
      <Button word="→" label="Later" act={later} />
      <Button word="Zoom in" act={zoomIn} />
      <Button word="Zoom out" act={zoomOut} />
      <Button word="All time" act={() => whole} />
      <button type="button" class="chip" onClick={fit}>
        First view
      </button>
      <DateField
        label="From"
        value={dayText(domain[0])}
        choose={(day) => show(ordered(beginOf(day) ?? domain[0], domain[1], domain))}
      />
      <DateField
        label="to"
        value={dayText(domain[1] - 1000)}
        choose={(day) => show(ordered(domain[0], dateEnd(day) ?? domain[1], domain))}
      />
      <span class="faint">Drag to move, Ctrl and wheel or two fingers to zoom. Times are UTC.</span>
    </fieldset>
  )
}
