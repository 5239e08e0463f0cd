import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { compress, type Encoding, encodingFor } from './compression.ts'
import { hashOf } from './etag.ts'
import type { Question } from './question.ts'
import { replyStored } from './reply.ts'

interface Page {
  readonly html: Buffer
  readonly hash: string
  readonly policy: string
  readonly encoded: Map<Encoding, Promise<Buffer>>
}

/**
 * GraphiQL, all of it in one page of 9 MB: nothing is fetched from anywhere. The page is made on first sight and then
 * kept, as are its compressed forms.
 */
export class GraphiQL {
  readonly #questions: readonly Question[]
  #page: Promise<Page> | null = null

  constructor(questions: readonly Question[]) {
    this.#questions = questions
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#page ??= makePage(this.#questions)
    const page = await this.#page
    const encoding = encodingFor(request.headers['accept-encoding'])
    replyStored(request, response, {
      type: 'text/html; charset=utf-8',
      body: encoding ? await encodedPage(page, encoding) : page.html,
      hash: page.hash,
      encoding,
      headers: { vary: 'accept, accept-encoding', 'content-security-policy': page.policy },
    })
  }
}

function encodedPage({ html, encoded }: Page, encoding: Encoding): Promise<Buffer> {
  const known = encoded.get(encoding)
  if (known) return known
  const body = compress(html, encoding)
  encoded.set(encoding, body)
  return body
}

async function makePage(questions: readonly Question[]): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
  const tabs = questions.map(({ query }) => ({ query }))
  const html = withPermalinks(renderGraphiQL({ title: 'Hearsay', endpoint: '/graphql', defaultTabs: tabs }))
  return { html: Buffer.from(html), hash: hashOf(html), policy: policyFor(html), encoded: new Map() }
}

/** Where the bundle is started: the options that follow are JSON, up to the end of the call. */
const START = "YogaGraphiQL.renderYogaGraphiQL(\n          window.document.querySelector('#root'),"

/**
 * The bundle reads the query from a link but not the variables, and prefers the tabs of an earlier visit to it. Here a
 * link's query comes with its variables and is alone in front; without one the questions are, or the tab left in front.
 * A link may have both behind its `#` too, from where they are taken out of the address: they are not to be sent.
 */
function withPermalinks(html: string): string {
  const start = html.lastIndexOf(START)
  if (start < 0)
    throw new Error('GraphiQL is not the version that this was written for: its start was not found.')
  const head = html.slice(0, start + START.length)
  return `${head}opened(${html.slice(start + START.length).replace(/,\s*\);(?=\s*<\/script>)/, `));\n${opened}`)}`
}

/**
 * Of a later visit, the bundle looks for a kept tab that holds the kept query, variables and headers; where none does,
 * it adds one. But what it keeps of these three is the last that was typed, whichever tab is in front, and nothing at
 * all as long as nobody types: so they are made to be those of the tab that was left in front.
 */
const opened = `function opened(options) {
  const { searchParams, hash, pathname } = new URL(location.href)
  const behind = new URLSearchParams(hash.slice(1))
  const isBehind = behind.has('query')
  const params = isBehind ? behind : searchParams
  if (isBehind) history.replaceState(null, '', pathname)
  const query = params.get('query')
  const variables = params.get('variables')
  const front = frontTab()
  const isFront = front && query === front.query && (variables ?? front.variables) === front.variables
  if (front && (!query || isFront)) {
    for (const name of ['query', 'variables', 'headers']) {
      if (front[name]) localStorage.setItem('graphiql:' + name, front[name])
      else localStorage.removeItem('graphiql:' + name)
    }
    return options
  }
  if (!query) return options
  const linked = { query, variables: variables ?? '' }
  return { ...options, ...linked, defaultTabs: [linked, ...options.defaultTabs] }
}
function frontTab() {
  try {
    const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState'))
    return tabs[activeTabIndex]
  } catch {
    return undefined
  }
}
`

/** Lets exactly this page work: its one script by its hash, Monaco's workers from blobs, and queries to this server. */
function policyFor(html: string): string {
  const start = html.indexOf('<script>') + '<script>'.length
  const hash = createHash('sha256')
    .update(html.slice(start, html.indexOf('</script', start)))
    .digest('base64')
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    // Monaco and React write styles into the page as they go.
    "style-src 'unsafe-inline'",
    'worker-src blob:',
    'font-src data:',
    'img-src data:',
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
