import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface SuggestionItemProps {
  readonly id: string
  readonly isActive: boolean
  /** Of what it is; nothing where it stands for all of them. */
  readonly kind?: string
  readonly choose: () => void
  readonly children: ComponentChildren
}

/** The pointer's press is kept from taking the focus, or the list would close before the click. */
export function SuggestionItem({ id, isActive, kind, choose, children }: SuggestionItemProps) {
  const item = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    <div
      id={id}
      ref={item}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      class={`suggestion ${kind ? '' : 'all'}`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={choose}
      onKeyDown={(event) => event.key === 'Enter' && choose()}
    >
      <span class="kind">{kind}</span>
      <span class="hit" dir="auto">
        {children}
      </span>
    </div>
  )
}
