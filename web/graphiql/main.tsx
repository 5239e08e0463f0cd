import './workers.ts'
import 'graphiql/style.css'
import '@graphiql/plugin-explorer/style.css'
import './style.css'
import { explorerPlugin } from '@graphiql/plugin-explorer'
import { HISTORY_PLUGIN } from '@graphiql/plugin-history'
import { GraphiQL } from 'graphiql'
import { createRoot } from 'react-dom/client'
import { CopyLink } from './copy-link.tsx'
import { ask } from './fetcher.ts'
import { opened, type Tab } from './tabs.ts'
import { welcome } from './welcome.ts'
import { WrappedLines } from './wrapped-lines.tsx'

const plugins = [HISTORY_PLUGIN, explorerPlugin({ showAttribution: false })]
const questions = JSON.parse(document.getElementById('questions')?.textContent ?? '[]') as Tab[]

/** GraphiQL with what it is made to hold for its guests, and a way back to the explorer. */
const App = () => (
  <GraphiQL
    fetcher={ask}
    plugins={plugins}
    schemaDescription
    inputValueDeprecation
    shouldPersistHeaders
    {...opened([{ query: welcome(location.origin) }, ...questions])}
  >
    <GraphiQL.Logo>
      <a className="back" href="/">
        ← Explorer
      </a>
    </GraphiQL.Logo>
    <GraphiQL.Toolbar>
      {({ prettify, copy, merge }) => (
        <>
          {prettify}
          {merge}
          {copy}
          <CopyLink />
        </>
      )}
    </GraphiQL.Toolbar>
    <WrappedLines />
  </GraphiQL>
)

createRoot(document.getElementById('root') as HTMLElement).render(<App />)
