import type { ComponentChildren } from 'preact'
import { usePlace } from '../location.ts'
import { useMedia } from './use-media.ts'

interface Props {
  readonly class?: string
  readonly children: ComponentChildren
}

/** What chooses a page's list. On a phone it is folded, so that the list itself is in sight. */
export function FilterForm({ class: name = '', children }: Props) {
  const isNarrow = useMedia('(max-width: 48rem)')
  const chosen = [...new Set(usePlace().params.keys())].length
  const form = (
    <form class={`filters ${name}`} onSubmit={(event) => event.preventDefault()} aria-label="Filters">
      {children}
    </form>
  )
  if (!isNarrow) return form
  return (
    <details class="folded">
      <summary class="button">Filters{chosen > 0 && <span class="count">{chosen} chosen</span>}</summary>
      {form}
    </details>
  )
}
