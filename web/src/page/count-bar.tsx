import './count-bar.css'

interface CountBarProps {
  readonly count: number
  /** The count whose bar is as long as there is room. */
  readonly most: number
}

/** A bar that is as much of its track as a count is of the largest; the count itself stands beside it. */
export const CountBar = ({ count, most }: CountBarProps) => (
  <span class="count-bar" aria-hidden="true">
    <span class="fill" style={{ width: `${(100 * count) / most}%` }} />
  </span>
)
