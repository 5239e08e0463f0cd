/** What a tab holds. */
export interface Tab {
  readonly query: string
  readonly variables?: string
  readonly headers?: string
}

interface Opened {
  readonly defaultTabs: Tab[]
  readonly initialQuery?: string
  readonly initialVariables?: string
}

/**
 * What GraphiQL opens with. A link's query comes with its variables and is in front; without one, the tab is that was
 * left in front, or the first of those that a first visit finds.
 */
export function opened(tabs: Tab[]): Opened {
  const linked = linkedTab()
  const front = frontTab()
  const isFront =
    front && linked?.query === front.query && (linked.variables ?? '') === (front.variables ?? '')
  if (front && (!linked || isFront)) rememberFront(front)
  if (!linked || isFront) return { defaultTabs: tabs }
  const { query, variables = '' } = linked
  return { defaultTabs: [{ query, variables }, ...tabs], initialQuery: query, initialVariables: variables }
}

/**
 * The query and the variables that the address has, behind its `?` or its `#`. From behind the `#` they are taken out of
 * the address: they are not to be sent.
 */
function linkedTab(): Tab | null {
  const { searchParams, hash, pathname } = new URL(location.href)
  const behind = new URLSearchParams(hash.slice(1))
  const isBehind = behind.has('query')
  const params = isBehind ? behind : searchParams
  if (isBehind) history.replaceState(null, '', pathname)
  const query = params.get('query')
  const variables = params.get('variables')
  return query ? { query, ...(variables !== null && { variables }) } : null
}

/** The address that opens a tab. What is asked stands behind the `#`, where it is sent to no server. */
export const linkTo = ({ query, variables }: Tab): string =>
  `${location.origin}/graphql#${new URLSearchParams({ query, ...(variables && { variables }) })}`

/**
 * Of a later visit, GraphiQL looks for a kept tab that holds the kept query, variables and headers; where none does, it
 * adds one. But what it keeps of these three is the last that was typed, whichever tab is in front, and nothing at all as
 * long as nobody types: so they are made to be those of the tab that was left in front.
 */
function rememberFront(front: Tab): void {
  for (const name of ['query', 'variables', 'headers'] as const) {
    const value = front[name]
    if (value) localStorage.setItem(`graphiql:${name}`, value)
    else localStorage.removeItem(`graphiql:${name}`)
  }
}

/** The tab that was left in front at an earlier visit. */
function frontTab(): Tab | undefined {
  try {
    const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{}')
    return tabs?.[activeTabIndex]
  } catch {
    return undefined
  }
}
