import './frame/layers.css'
import './frame/colors.css'
import './frame/base.css'
import './frame/forced-colors.css'
import './frame/print.css'
import { render } from 'preact'
import { App } from './app.tsx'
import { keepScroll } from './kit/scroll.ts'

const root = document.getElementById('app')
if (!root) throw new Error('The page has no #app.')
keepScroll()
render(<App />, root)
