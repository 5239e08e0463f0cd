import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

const BLOCK = 30

// Between a ul and its li nothing else may stand, and blocks do.
const list = { role: 'list' } as const
const listItem = { role: 'listitem' } as const

interface Props<Item> {
  readonly items: readonly Item[]
  readonly class?: string
  readonly keyOf: (item: Item) => string
  readonly children: (item: Item) => ComponentChildren
}

/** A long list of which only what is near the window is in the page. */
export function Windowed<Item>({ items, class: name = '', keyOf, children }: Props<Item>) {
  const blocks = Array.from({ length: Math.ceil(items.length / BLOCK) }, (_, index) =>
    items.slice(index * BLOCK, (index + 1) * BLOCK),
  )
  return (
    <div class={name} {...list}>
      {blocks.map((block, index) => (
        <Block key={index} isFirst={index === 0} size={block.length}>
          {() =>
            block.map((item) => (
              <div {...listItem} key={keyOf(item)}>
                {children(item)}
              </div>
            ))
          }
        </Block>
      ))}
    </div>
  )
}

interface BlockProps {
  readonly isFirst: boolean
  readonly size: number
  readonly children: () => ComponentChildren
}

const GUESS = 90

function Block({ isFirst, size, children }: BlockProps) {
  const element = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(isFirst)
  const height = useRef(size * GUESS)
  useEffect(() => {
    const block = element.current
    if (!block) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return
        // Remembered before it goes, so that the page does not jump.
        if (!entry.isIntersecting && block.childElementCount > 0) height.current = block.offsetHeight
        setNear(entry.isIntersecting)
      },
      { rootMargin: '1200px' },
    )
    observer.observe(block)
    return () => observer.disconnect()
  }, [])
  return (
    <div
      class="block"
      role="presentation"
      ref={element}
      style={isNear ? {} : { height: `${height.current}px` }}
    >
      {isNear && children()}
    </div>
  )
}
