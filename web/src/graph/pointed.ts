const attributeAt = (event: Event, name: string): string | null =>
  (event.target as Element).closest(`[${name}]`)?.getAttribute(name) ?? null

/** The node under the pointer, as the drawing's elements tell it. */
export const nodeAt = (event: Event): string | null => attributeAt(event, 'data-node')

export const linkAt = (event: Event): string | null => attributeAt(event, 'data-link')
