/** The pages that show what was known by a day, where the address names one. */
const KNOW_OF_THEN = /^\/(claims|claim\/[^/]+|event\/[^/]+|actor\/[^/]+|graph|matrix|timeline)$/

export const asOfIn = (params: URLSearchParams): string | null => params.get('asOf')?.trim() || null

/** As a query's variable, or a filter's field. */
export const asOfAsked = (asOf: string | null) => (asOf ? { asOf } : {})

/** Where a link leads from a page that is as of a day: to the same day, if the other page knows of it and names no other. */
export function keptThen(href: string): string {
  const asOf = asOfIn(new URLSearchParams(location.search))
  if (!asOf) return href
  const to = new URL(href, location.href)
  if (to.origin !== location.origin || !KNOW_OF_THEN.test(to.pathname) || to.searchParams.has('asOf'))
    return href
  const [before = '', hash] = href.split('#')
  const search = `${before.includes('?') ? '&' : '?'}${new URLSearchParams({ asOf })}`
  return `${before}${search}${hash === undefined ? '' : `#${hash}`}`
}

/** A file's name, which says of when it is. */
export const namedThen = (name: string, asOf: string | null): string =>
  asOf ? `${name}-as-of-${asOf.replaceAll(/[^\w.-]/g, '_')}` : name
