import type { AnchorHTMLAttributes, ComponentChildren } from 'preact'
import { go } from './location.ts'

type Props = Omit<AnchorHTMLAttributes, 'href'> & {
  readonly href: string
  readonly class?: string | undefined
  readonly children?: ComponentChildren
}

/** A link within the explorer. A click with a modifier, or for another window, is the browser's. */
export function Link({ href, children, ...rest }: Props) {
  const follow = (event: MouseEvent) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    event.preventDefault()
    go(href)
  }
  return (
    <a {...(rest as object)} href={href} onClick={follow}>
      {children}
    </a>
  )
}
