/** The element that an event happened on. */
export const elementOf = ({ target }: Pick<Event, 'target'>): Element | null =>
  target instanceof Element ? target : null
