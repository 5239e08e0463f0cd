import type { AnchorHTMLAttributes, ComponentChildren } from 'preact'
import { go } from './location.ts'

type Props = Omit<AnchorHTMLAttributes, 'href'> & {
  readonly href: string
  readonly class?: string | undefined
  readonly children?: ComponentChildren
}

/** A click with a modifier, or for another window, is the browser's. */
export const isOurs = (event: MouseEvent): boolean =>
  !event.defaultPrevented &&
  event.button === 0 &&
  !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)

/** A link within the explorer. */
export function Link({ href, children, ...rest }: Props) {
  const follow = (event: MouseEvent) => {
    if (!isOurs(event)) return
    event.preventDefault()
    go(href)
  }
  return (
    <a {...(rest as object)} href={href} onClick={follow}>
      {children}
    </a>
  )
}
