import type { IncomingMessage, ServerResponse } from 'node:http'
import { CompressedText } from './compressed-text.ts'
import type { Question } from './question.ts'
import { replyText } from './reply.ts'
import { StaticFiles } from './static-files.ts'

/** The address of its scripts and styles. */
const GRAPHIQL_FOLDER = '/graphiql'

/** Scripts and workers come from here alone; Monaco and React write styles into the page as they go. */
const GRAPHIQL_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** GraphiQL, as `npm run build` made it of web/graphiql: nothing is fetched from anywhere else. */
export class GraphiQL {
  readonly #files: StaticFiles
  readonly #page: CompressedText

  private constructor(files: StaticFiles, questions: readonly Question[]) {
    this.#files = files
    this.#page = new CompressedText(withQuestions(files.text('/index.html'), questions))
  }

  /** Null where it has not been built. */
  static open(folder: URL, questions: readonly Question[]): GraphiQL | null {
    const files = StaticFiles.open(folder)
    return files && new GraphiQL(files, questions)
  }

  servePage(request: IncomingMessage, response: ServerResponse): Promise<void> {
    return this.#page.serve(request, response, {
      type: 'text/html; charset=utf-8',
      headers: { vary: 'accept, accept-encoding', 'content-security-policy': GRAPHIQL_POLICY },
    })
  }

  /** Answers if the path is that of one of its files. */
  serveFile(path: string, request: IncomingMessage, response: ServerResponse): boolean {
    const name = path.startsWith(`${GRAPHIQL_FOLDER}/assets/`) ? path.slice(GRAPHIQL_FOLDER.length) : ''
    if (!this.#files.has(name)) return false
    this.#files.serve(name, request, response)
    return true
  }
}

/** Puts the questions where the page looks for its tabs. In JSON, a `<` may stand as an escape, and then ends no script. */
function withQuestions(html: string, questions: readonly Question[]): string {
  const tabs = JSON.stringify(questions.map(({ query }) => ({ query }))).replaceAll('<', '\\u003c')
  const [before, after, ...rest] = html.split('>[]</script>')
  if (before === undefined || after === undefined || rest.length > 0)
    throw new Error('The page of GraphiQL has no place for its tabs.')
  return `${before}>${tabs}</script>${after}`
}

export const graphiqlIsMissing = (request: IncomingMessage, response: ServerResponse): void =>
  replyText(
    request,
    response,
    503,
    'GraphiQL has not been built: npm run build builds it. Programs may ask here.',
  )
