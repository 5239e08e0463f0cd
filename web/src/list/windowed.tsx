import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { usePrinting } from './use-printing.ts'

const BLOCK = 30
/** So many blocks stay in the page, for whoever searches in it or prints it. */
const KEPT_BLOCKS = 3
/** What the next page adds is there at once, lest the list grow under the hand that asked for it. */
const ADDED = 2
/** Until the first is there. */
const GUESS = 90

// Between a ul and its li nothing else may stand, and blocks do.
const listRole = { role: 'list' } as const
const itemRole = { role: 'listitem' } as const

interface WindowedProps<Item extends object> {
  readonly items: readonly Item[]
  readonly class?: string
  readonly keyOf: (item: Item) => string
  readonly children: (item: Item) => ComponentChildren
}

/** How high the block that begins with an item was, for whoever comes back to its list. */
const heights = new WeakMap<object, number>()

/** A list of which, where it is long, only the beginning and what is near the window is in the page. */
export function Windowed<Item extends object>({
  items,
  class: name = '',
  keyOf,
  children,
}: WindowedProps<Item>) {
  const list = useRef<HTMLDivElement>(null)
  const shown = useRef(KEPT_BLOCKS)
  const [guess, setGuess] = useState(GUESS)
  // What has not been shown yet is taken to be as high as the first of them.
  useLayoutEffect(() => {
    const height = list.current?.querySelector<HTMLElement>('.block')?.offsetHeight
    if (height) setGuess(height / Math.min(items.length, BLOCK))
  }, [items])
  const blocks = Array.from({ length: Math.ceil(items.length / BLOCK) }, (_, index) =>
    items.slice(index * BLOCK, (index + 1) * BLOCK),
  )
  useEffect(() => {
    shown.current = blocks.length + ADDED
  }, [blocks.length])
  return (
    <div class={name} ref={list} {...listRole}>
      {blocks.map(
        (block, index) =>
          block[0] && (
            <Block
              key={index}
              isKept={index < KEPT_BLOCKS}
              isShown={index < shown.current}
              first={block[0]}
              size={block.length}
              guess={guess}
            >
              {() =>
                block.map((item) => (
                  <div {...itemRole} key={keyOf(item)}>
                    {children(item)}
                  </div>
                ))
              }
            </Block>
          ),
      )}
    </div>
  )
}

interface BlockProps {
  /** Near the window or not. */
  readonly isKept: boolean
  /** Before it is known whether it is near. */
  readonly isShown: boolean
  /** By which the block is known again. */
  readonly first: object
  readonly size: number
  /** How high an item is in the middle, before any of these has been shown. */
  readonly guess: number
  readonly children: () => ComponentChildren
}

function Block({ isKept, isShown, first, size, guess, children }: BlockProps) {
  const element = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(isShown)
  const isPrinting = usePrinting()
  useEffect(() => {
    const block = element.current
    if (!block || isKept) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return
        // Remembered before it goes, so that the page does not jump.
        if (!entry.isIntersecting && block.childElementCount > 0)
          heights.set(first, entry.boundingClientRect.height)
        setNear(entry.isIntersecting)
      },
      { rootMargin: '1200px' },
    )
    observer.observe(block)
    return () => observer.disconnect()
  }, [])
  const isThere = isNear || isPrinting
  return (
    <div
      class="block"
      role="presentation"
      ref={element}
      style={isThere ? {} : { height: `${heights.get(first) ?? size * guess}px` }}
    >
      {isThere && children()}
    </div>
  )
}
