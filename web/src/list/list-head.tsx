import type { ComponentChildren } from 'preact'

interface Props {
  readonly title: string
  readonly lead: string
  readonly children?: ComponentChildren
}

/** What a list holds, above its filters. */
export const ListHead = ({ title, lead, children }: Props) => (
  <header class="head">
    <h1 dir="auto">{title}</h1>
    <p class="lead">{lead}</p>
    {children}
  </header>
)
