import type { AnchorHTMLAttributes, ComponentChildren } from 'preact'
import { keptThen } from './as-of.ts'
import { elementOf } from './event-element.ts'
import { go } from './location.ts'

type LinkProps = Omit<AnchorHTMLAttributes, 'href'> & {
  readonly href: string
  readonly class?: string | undefined
  readonly children?: ComponentChildren
}

/** A link within the explorer, which stays with the day that the page is as of. What it says is mostly data: `auto` finds out its direction and keeps it apart. */
export const Link = ({ href, children, ...rest }: LinkProps) => (
  <a dir="auto" {...(rest as object)} href={keptThen(href)} onClick={followed}>
    {children}
  </a>
)

/** A click with a modifier, or for another window, is the browser's. */
export const isOurs = (event: MouseEvent): boolean =>
  !event.defaultPrevented &&
  event.button === 0 &&
  !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)

/** Follows the link that was clicked without leaving the page. */
export function followed(event: MouseEvent): void {
  const link = elementOf(event)?.closest('a')
  if (!link || !isOurs(event)) return
  event.preventDefault()
  go(link.pathname + link.search + link.hash)
}
