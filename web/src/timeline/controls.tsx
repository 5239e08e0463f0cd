import { type Domain, moved, zoomed } from './domain.ts'

type Act = (domain: Domain) => Domain

const zoomIn: Act = (domain) => zoomed(domain, 0.5)
const zoomOut: Act = (domain) => zoomed(domain, 2)
const earlier: Act = (domain) => moved(domain, -0.25)
const later: Act = (domain) => moved(domain, 0.25)

export const keyActs: Readonly<Record<string, Act>> = {
  '+': zoomIn,
  '=': zoomIn,
  '-': zoomOut,
  ArrowLeft: earlier,
  ArrowRight: later,
}

interface Props {
  readonly domain: Domain
  readonly show: (domain: Domain) => void
  readonly whole: Domain
  readonly fit: () => void
}

export const Controls = ({ domain, show, whole, fit }: Props) => {
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
      <Button word="All" act={() => whole} />
      <button type="button" class="chip" onClick={fit}>
        Reset
      </button>
      <span class="faint">Drag to move, Ctrl and wheel or two fingers to zoom. Times are UTC.</span>
    </fieldset>
  )
}
