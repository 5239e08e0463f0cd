/** Whether a value has fields that can be asked for: an object or a list, and not null. */
export const isObjectLike = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
