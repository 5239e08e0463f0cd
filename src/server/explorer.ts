import type { IncomingMessage, ServerResponse } from 'node:http'
import { StaticFiles } from './static-files.ts'

/** The addresses that the explorer gives a page; what is not among them is answered with 404, by the explorer too. */
const ROUTES =
  /^\/((actor|claim|event|place|source|statement|review)\/[^/]+|new\/(actor|place|event|claim|source|statement|assessment)|actors|assessments|claims|events|places|sources|statements|matrix|timeline|graph|read|review|search|history|duplicates|import)?$/

/** Scripts and styles come from here alone, and nothing is inline; pictures are drawn in the page before they are saved. */
const EXPLORER_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const PAGE_HEADERS = {
  'content-security-policy': EXPLORER_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

const PAGE = '/index.html'

/** The explorer's files: all of them together are less than 1 MB. */
export class Explorer {
  readonly #files: StaticFiles

  private constructor(files: StaticFiles) {
    this.#files = files
  }

  /** Null where it has not been built. */
  static open(folder: URL): Explorer | null {
    const files = StaticFiles.open(folder)
    return files && new Explorer(files)
  }

  /**
   * Answers if the path is one of the explorer's, or if a browser wants to see a page of which nothing is known.
   *
   * @param isMissing Whether the path is of a node that is not in the graph: the page is the same, and says so.
   */
  serve(path: string, isMissing: boolean, request: IncomingMessage, response: ServerResponse): boolean {
    if (path !== PAGE && this.#files.has(path)) {
      this.#files.serve(path, request, response)
      return true
    }
    const isRoute = ROUTES.test(path)
    if (!isRoute && !request.headers.accept?.includes('text/html')) return false
    const status = isRoute && !isMissing ? 200 : 404
    this.#files.serve(PAGE, request, response, { status, headers: PAGE_HEADERS })
    return true
  }
}
