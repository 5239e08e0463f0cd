import './filter-form.css'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { usePlace } from '../kit/location.ts'
import { useMedia } from './use-media.ts'

interface FilterFormProps {
  readonly class?: string
  readonly children: ComponentChildren
}

/** What chooses a page's list. On a phone it is folded, so that the list itself is in sight. */
export function FilterForm({ class: name = '', children }: FilterFormProps) {
  const isNarrow = useMedia('(max-width: 48rem)')
  const chosen = [...new Set(usePlace().params.keys())].length
  // What an address has chosen is in sight when the page is opened.
  const [wasChosen] = useState(chosen > 0)
  const form = (
    <form class={`filters ${name}`} onSubmit={(event) => event.preventDefault()} aria-label="Filters">
      {children}
    </form>
  )
  if (!isNarrow) return form
  return (
    <details class="folded" open={wasChosen}>
      <summary class="button">Filters{chosen > 0 && <span class="count">{chosen} chosen</span>}</summary>
      {form}
    </details>
  )
}
