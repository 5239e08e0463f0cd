import { useEffect, useState } from 'preact/hooks'
import { askBeside } from '../kit/client.ts'
import { type FragmentOf, graphql } from '../kit/graphql.ts'
import { Problem } from '../kit/problem.ts'

export const userFields = graphql(`
  fragment UserFields on User { id name role }
`)
export type DeskUser = FragmentOf<typeof userFields>

const meQuery = graphql(
  `
  query Me { me { ...UserFields } }
`,
  [userFields],
)

/** Who has signed in; undefined while that is not known. */
export interface Me {
  readonly user: DeskUser | null | undefined
  /** Whether what changes the graph is shown at all. */
  readonly mayWrite: boolean
}

let known: DeskUser | null | undefined
let asking: Promise<void> | undefined

/** Asked once for as long as the page is open: whoever signs in or out comes to a new page. */
const askMe = (): Promise<void> =>
  (asking ??= askBeside(meQuery, {}).then(
    ({ me }) => {
      known = me
    },
    (error: unknown) => {
      asking = undefined
      // A private server tells nobody anything before they sign in.
      if (error instanceof Problem && error.kind === 'not-allowed') known = null
    },
  ))

export function useMe(): Me {
  const [user, setUser] = useState(known)
  useEffect(() => {
    if (user === undefined) askMe().then(() => setUser(known))
  }, [])
  return { user, mayWrite: user?.role === 'EDITOR' || user?.role === 'ADMIN' }
}
