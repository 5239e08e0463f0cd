import './search.css'
import { usePlace } from '../kit/location.ts'
import { useTitle } from '../page/use-title.ts'
import { Results } from './results.tsx'
import { searchStateIn } from './search-state.ts'

/** Everything that has some words, and how many statements have them by whom, how and when. */
export function SearchPage() {
  const state = searchStateIn(usePlace().params)
  return (
    <>
      <header class="head">
        <h1>{state.text ? `“${state.text}”` : 'Search'}</h1>
        <p class="faint">Words that must all occur, "a phrase", prefix*, -without.</p>
      </header>
      {state.text ? <Results state={state} /> : <NotAsked />}
    </>
  )
}

function NotAsked() {
  useTitle('Search')
  return <p class="empty">Write into the box above what to look for.</p>
}
