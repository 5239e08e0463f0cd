import type { ComponentChildren } from 'preact'

interface ListHeadProps {
  readonly title: string
  readonly lead: string
  readonly children?: ComponentChildren
}

/** What a list holds, above its filters. */
export const ListHead = ({ title, lead, children }: ListHeadProps) => (
  <header class="head">
    <h1 dir="auto">{title}</h1>
    <p class="lead">{lead}</p>
    {children}
  </header>
)
