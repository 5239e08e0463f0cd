import { useState } from 'preact/hooks'
import { setParams, usePlace } from '../kit/location.ts'
import { useTitle } from '../page/use-title.ts'
import { paste, pasted } from './pasted.ts'
import { ReadForm } from './read-form.tsx'
import { Reading } from './reading.tsx'

/** What is being read; pressing the button again asks again, also for the same text. */
interface ReadingAsked {
  readonly text: string
  readonly turn: number
}

const askedBefore = (): ReadingAsked | null => (pasted().isRead ? { text: pasted().text, turn: 0 } : null)

/** A box for a report, and what Hearsay would propose if it were to read it in earnest. */
export function ReadPage() {
  const published = usePlace().params.get('published')
  const [asked, setAsked] = useState(askedBefore)
  useTitle('Read a report')
  const read = (text: string) => {
    paste({ text, isRead: true })
    setAsked({ text, turn: (asked?.turn ?? 0) + 1 })
    setParams({ statement: null, stance: null }, { replace: true })
  }
  const clear = () => {
    paste({ text: '', isRead: false })
    setAsked(null)
    setParams({ statement: null, stance: null, published: null }, { replace: true })
  }
  return (
    <>
      <header class="head">
        <h1>Read a report</h1>
        <p class="lead">
          Paste a report to see who says what in it, as Hearsay would propose it. Nothing is stored unless you
          keep it, and nothing leaves this server.
        </p>
      </header>
      <ReadForm published={published} isRead={asked !== null} read={read} clear={clear} />
      {asked ? (
        <Reading key={asked.turn} text={asked.text} published={published} isNew={asked.turn > 0} />
      ) : (
        <BeforeReading />
      )}
    </>
  )
}

const BeforeReading = () => (
  <p class="empty before-reading">
    Hearsay finds who speaks by the grammar of each sentence, and shows whom of the graph that might be, what
    is said, which stance it takes and the nearest claim. All of it is proposed and none of it checked. An
    editor may keep it as a source, and accept what is right; for many files there is{' '}
    <code>hearsay read</code>.
  </p>
)
