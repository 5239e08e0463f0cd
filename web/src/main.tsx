import { render } from 'preact'
import { App } from './app.tsx'
import './style/base.css'
import './style/page.css'
import './style/statement.css'
import './style/part.css'

const root = document.getElementById('app')
if (!root) throw new Error('The page has no #app.')
render(<App />, root)
