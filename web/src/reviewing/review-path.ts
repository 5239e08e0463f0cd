export const reviewPath = (slug: string): string => `/review/${encodeURIComponent(slug)}`
