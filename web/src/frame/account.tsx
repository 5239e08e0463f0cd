import './account.css'
import { useRef, useState } from 'preact/hooks'
import { useMe } from '../desk/me.ts'
import { Link } from '../kit/link.tsx'

const additions = ['actor', 'place', 'event', 'claim', 'source', 'statement'] as const

/** Who has signed in, and what they may add; for everybody else a way to sign in. */
export function Account() {
  const { user, mayWrite } = useMe()
  if (user === undefined) return null
  return (
    <div class="account">
      {mayWrite && <AddMenu />}
      {user ? <SignedIn name={user.name} /> : <a href="/sign-in">Sign in</a>}
    </div>
  )
}

/** What can be added, behind a button. Escape closes it, and so does whatever is chosen elsewhere. */
function AddMenu() {
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => {
    if (menu.current) menu.current.open = false
  }
  return (
    <details
      class="add-menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        close()
        menu.current?.querySelector('summary')?.focus()
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !menu.current?.contains(relatedTarget)) close()
      }}
    >
      <summary class="button quiet">New</summary>
      <ul class="plain">
        {additions.map((kind) => (
          <li key={kind}>
            <Link href={`/new/${kind}`}>{kind}</Link>
          </li>
        ))}
        <li class="apart">
          <Link href="/duplicates">likely the same</Link>
        </li>
        <li>
          <Link href="/import">from a file</Link>
        </li>
      </ul>
    </details>
  )
}

/** A form cannot be sent from these pages: their policy forbids it. */
async function signOut(): Promise<boolean> {
  try {
    return (await fetch('/sign-out', { method: 'POST', headers: { accept: 'application/json' } })).ok
  } catch {
    return false
  }
}

function SignedIn({ name }: { readonly name: string }) {
  const [failed, setFailed] = useState(false)
  const leave = async () => {
    if (await signOut()) location.reload()
    else setFailed(true)
  }
  return (
    <>
      <span class="faint">
        <bdi>{name}</bdi>
      </span>
      <button type="button" class="text-button" onClick={leave}>
        Sign out
      </button>
      {failed && <span role="alert">Signing out failed. Try again.</span>}
    </>
  )
}
