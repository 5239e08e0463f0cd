import { elementOf } from '../../kit/event-element.ts'

type At = Pick<Event, 'target'>

const attributeAt = (event: At, name: string): string | null =>
  elementOf(event)?.closest(`[${name}]`)?.getAttribute(name) ?? null

/** The node under the pointer, as the drawing's elements tell it. */
export const nodeAt = (event: At): string | null => attributeAt(event, 'data-node')

/** Whether the pointer, or any of the fingers, is on a node. */
export const isOnNode = (event: Event | TouchEvent): boolean =>
  ('touches' in event ? [...event.touches] : [event]).some((at) => nodeAt(at) !== null)

export const linkAt = (event: At): string | null => attributeAt(event, 'data-link')
