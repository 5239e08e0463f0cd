/** What we use of autocannon, which ships no types. */
declare module 'autocannon' {
  interface Request {
    readonly method: 'POST'
    readonly path: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  }
  interface Options {
    /** Of several, the first connections have the first, and so on by turns. */
    readonly url: string | readonly string[]
    readonly connections: number
    /** In seconds; or until `amount` requests are answered. */
    readonly duration?: number
    readonly amount?: number
    readonly requests: readonly Request[]
    /** Called with each connection before it asks anything. */
    readonly setupClient?: (client: { setRequests(requests: readonly Request[]): void }) => void
  }
  interface Result {
    readonly requests: { readonly average: number; readonly total: number }
    readonly latency: { readonly p50: number; readonly p99: number }
    readonly duration: number
    readonly non2xx: number
    readonly errors: number
  }
  interface Run extends Promise<Result> {
    /** Once an answer has come: its status, its bytes, and how many milliseconds it took. */
    on(
      event: 'response',
      heard: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ): void
  }
  export default function autocannon(options: Options): Run
}
