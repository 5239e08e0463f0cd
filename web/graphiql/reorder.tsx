import { type ComponentProps, createContext, type ReactNode, useContext, useRef } from 'react'

/**
 * Tabs that are put in another order by dragging, as the browser has it. It stands in for framer-motion's `Reorder`, which
 * GraphiQL uses: on a first visit that one moves a tab far aside as soon as it is pressed, so that the click does not land
 * on it and the tab stays behind.
 */
interface Order {
  readonly start: (value: unknown) => void
  /** Puts what is dragged where another stands. */
  readonly dropOn: (value: unknown) => void
}

const Dragging = createContext<Order>({ start() {}, dropOn() {} })

interface GroupProps extends ComponentProps<'ul'> {
  readonly values: unknown[]
  readonly onReorder: (values: unknown[]) => void
  readonly axis: string
  readonly children: ReactNode
}

function Group({ values, onReorder, axis: _, ...props }: GroupProps) {
  const dragged = useRef<unknown>(undefined)
  const order: Order = {
    start: (value) => {
      dragged.current = value
    },
    dropOn: (value) => {
      const [from, to] = [values.indexOf(dragged.current), values.indexOf(value)]
      if (from >= 0 && from !== to) onReorder(values.toSpliced(from, 1).toSpliced(to, 0, dragged.current))
      dragged.current = undefined
    },
  }
  return (
    <Dragging.Provider value={order}>
      <ul {...props} />
    </Dragging.Provider>
  )
}

interface ItemProps extends ComponentProps<'li'> {
  readonly value: never
  readonly dragElastic: boolean
}

function Item({ value, dragElastic: _, ...props }: ItemProps) {
  const { start, dropOn } = useContext(Dragging)
  return (
    <li
      {...props}
      draggable
      onDragStart={() => start(value)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        dropOn(value)
      }}
    />
  )
}

export const Reorder = { Group, Item }
