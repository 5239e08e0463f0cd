import { render } from 'preact'
import { App } from './app.tsx'
import { keepScroll } from './kit/scroll.ts'
import './style/base.css'
import './style/page.css'
import './style/statement.css'
import './style/actor.css'
import './style/as-of.css'
import './style/claim.css'
import './style/event.css'
import './style/filters.css'
import './style/graph.css'
import './style/matrix.css'
import './style/read.css'
import './style/records.css'
import './style/search.css'
import './style/source.css'
import './style/timeline.css'
import './style/forced-colors.css'
import './style/print.css'

const root = document.getElementById('app')
if (!root) throw new Error('The page has no #app.')
keepScroll()
render(<App />, root)
