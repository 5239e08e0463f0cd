import { useEffect } from 'preact/hooks'
import { setParams } from '../kit/location.ts'
import { markId } from '../statement/marked-text.tsx'
import { ProposedCard } from './proposed-card.tsx'
import type { Proposed } from './read-query.ts'

interface ProposedListProps {
  readonly all: readonly Proposed[]
  readonly shown: readonly Proposed[]
  readonly chosen: string | null
  readonly pointed: readonly string[]
  readonly point: (ids: readonly string[]) => void
}

export const cardId = (id: string): string => `proposed-${id}`

/** In the order of the text; each leads to its words there, which light up while it is pointed at. */
export function ProposedList({ all, shown, chosen, pointed, point }: ProposedListProps) {
  useEffect(() => {
    if (chosen) document.getElementById(cardId(chosen))?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <ol class="plain statements">
      {shown.map((one) => (
        <li
          key={one.id}
          id={cardId(one.id)}
          class={one.id === chosen ? 'chosen' : pointed.includes(one.id) ? 'pointed' : undefined}
          onMouseEnter={() => point([one.id])}
          onMouseLeave={() => point([])}
          onFocusIn={() => point([one.id])}
          onFocusOut={() => point([])}
        >
          <ProposedCard
            proposed={one}
            outer={one.via ? all[one.via.index] : undefined}
            showInText={() => showInText(one)}
          />
        </li>
      ))}
    </ol>
  )
}

/** The focus goes along, so that who reads by keyboard is there as well. */
function showInText({ id, span }: Proposed): void {
  setParams({ statement: id }, { replace: true })
  const mark = document.getElementById(markId(span.start))
  mark?.focus({ preventScroll: true })
  mark?.scrollIntoView({ block: 'center' })
}
