type At = Pick<Event, 'target'>

const attributeAt = ({ target }: At, name: string): string | null =>
  (target as Element).closest(`[${name}]`)?.getAttribute(name) ?? null

/** The node under the pointer, as the drawing's elements tell it. */
export const nodeAt = (event: At): string | null => attributeAt(event, 'data-node')

/** Whether the pointer, or any of the fingers, is on a node. */
export const isOnNode = (event: Event): boolean =>
  ('touches' in event ? [...(event as TouchEvent).touches] : [event]).some((at) => nodeAt(at) !== null)

export const linkAt = (event: At): string | null => attributeAt(event, 'data-link')
