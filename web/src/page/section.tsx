import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { arriveAt } from '../location.ts'

interface Props {
  readonly title: ComponentChildren
  readonly count?: number | undefined
  readonly tools?: ComponentChildren
  readonly class?: string
  /** By this an address leads to it. */
  readonly id?: string
  readonly children: ComponentChildren
}

/** A part of a page under a heading, with what can be done with it at the heading's right. */
export function Section({ title, count, tools, class: name = '', id, children }: Props) {
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    if (section.current) arriveAt(section.current)
  }, [])
  return (
    <section class={`section ${name}`} ref={section} {...(id && { id, tabIndex: -1 })}>
      <header class="section-head">
        <h2>
          {title}
          {count !== undefined && <span class="count">{count.toLocaleString('en')}</span>}
        </h2>
        {tools}
      </header>
      {children}
    </section>
  )
}

export const Empty = ({ children }: { readonly children: ComponentChildren }) => (
  <p class="empty">{children}</p>
)
