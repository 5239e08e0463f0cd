import type { ComponentChildren } from 'preact'

interface Props {
  readonly title: ComponentChildren
  readonly count?: number | undefined
  readonly tools?: ComponentChildren
  readonly class?: string
  readonly id?: string
  readonly children: ComponentChildren
}

/** A part of a page under a heading, with what can be done with it at the heading's right. */
export const Section = ({ title, count, tools, class: name = '', id, children }: Props) => (
  <section class={`section ${name}`} {...(id && { id })}>
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

export const Empty = ({ children }: { readonly children: ComponentChildren }) => (
  <p class="empty">{children}</p>
)
