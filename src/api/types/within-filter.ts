/** Whether a filter keeps everything, so that what is maintained for the whole graph answers for it. */
export const isEmptyFilter = (filter: object | null | undefined): boolean =>
  !filter || Object.values(filter).every((value) => value == null)
