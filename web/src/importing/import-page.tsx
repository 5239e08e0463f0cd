import './importing.css'
import { useMe } from '../desk/me.ts'
import { SignInNotice } from '../desk/sign-in-notice.tsx'
import { Section } from '../page/section.tsx'
import { useTitle } from '../page/use-title.ts'
import { Importing } from './importing.tsx'
import { TakeOut } from './take-out.tsx'

/** Where files come into the graph, and go out of it. */
export function ImportPage() {
  const me = useMe()
  useTitle('In and out')
  return (
    <div class="page in-and-out">
      <header class="head">
        <h1>In and out</h1>
        <p class="lead">
          Bring a file into the graph, or take the graph out for other tools. An import is one revision, which
          can be undone.
        </p>
      </header>
      <Section title="Bring a file in" id="in">
        <SignInNotice me={me} purpose="To import a file" />
        {me.mayWrite && <Importing />}
      </Section>
      <TakeOut />
    </div>
  )
}
