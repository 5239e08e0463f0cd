import { type ComponentChildren, createContext } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { type Count, countText } from '../kit/count.ts'
import { arriveAt } from '../kit/location.ts'
import { type ProposedCount, ProposedLink } from './proposed-count.tsx'

interface SectionProps {
  /** In words of ours; data among them is `isolated`. */
  readonly title: ComponentChildren
  readonly count?: Count | undefined
  /** How many more are proposed; several where they are in several lists. */
  readonly proposed?: readonly (ProposedCount & { readonly words?: string })[]
  readonly tools?: ComponentChildren
  readonly class?: string
  /** By this an address leads to it. */
  readonly id?: string
  readonly children: ComponentChildren
}

/** The id of the words above a part of a page, by which what belongs to it can be called. */
export const HeadingId = createContext<string | undefined>(undefined)

/** A part of a page under a heading, with what can be done with it at the heading's right. */
export function Section({
  title,
  count,
  proposed = [],
  tools,
  class: name = '',
  id,
  children,
}: SectionProps) {
  const section = useRef<HTMLElement>(null)
  const heading = useId()
  useEffect(() => {
    if (section.current) arriveAt(section.current)
  }, [])
  return (
    <section class={`section ${name}`} ref={section} {...(id && { id, tabIndex: -1 })}>
      <header class="section-head">
        <h2>
          <span id={heading}>{title}</span>
          {count !== undefined && <span class="count">{countText(count)}</span>}
          {proposed.map((each) => (
            <ProposedLink key={each.href} {...each} />
          ))}
        </h2>
        <HeadingId.Provider value={heading}>{tools}</HeadingId.Provider>
      </header>
      {children}
    </section>
  )
}

export const Empty = ({ children }: { readonly children: ComponentChildren }) => (
  <p class="empty">{children}</p>
)
