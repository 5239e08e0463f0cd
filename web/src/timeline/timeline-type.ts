export const TYPES = ['EVENT', 'STATEMENT'] as const
export type TimelineType = (typeof TYPES)[number]
