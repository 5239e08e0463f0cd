import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { schema as hearsay } from '../../src/api/schema.ts'
import { GraphiQL } from '../../src/server/graphiql.ts'
import { welcome } from '../../web/graphiql/welcome.ts'
import { startServer } from './fixture.ts'

const questions = [
  { title: 'Hello?', query: '# Hello?\nquery Hello { hello }\n' },
  { title: 'Things?', query: '# Things?\nquery Things { things { totalCount } }\n' },
]
const graphiql = GraphiQL.open(new URL('../../dist/graphiql/', import.meta.url), questions)
const { url } = await startServer({ questions, graphiql })
const page = (headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${url}/graphql`, { method, headers: { accept: 'text/html', ...headers } })

describe('the page', () => {
  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('comes compressed by %s, and is the same', async (encoding, decompress) => {
    const { request } = await import('node:http')
    const { headers, body } = await new Promise<{ headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
      (resolve) =>
        request(
          `${url}/graphql`,
          { headers: { accept: 'text/html', 'accept-encoding': encoding } },
          (response) => {
            const chunks: Buffer[] = []
            response.on('data', (chunk) => chunks.push(chunk))
            response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }))
          },
        ).end(),
    )
    expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'origin, accept, accept-encoding' })
    expect(body.length).toBeLessThan(1_400)
    expect(decompress(body).toString()).toBe(await (await page({ 'accept-encoding': 'identity' })).text())
  })

  test('is not sent again to whoever has it', async () => {
    const first = await page()
    await first.body?.cancel()
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{22}/)
    const again = await page({ 'if-none-match': etag })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect((await page({ 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('answers HEAD without a body', async () => {
    const head = await page({}, 'HEAD')
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
  })

  test('is allowed the scripts, the workers and the answers of this server, and nothing else', async () => {
    const response = await page()
    await response.body?.cancel()
    const policy = response.headers.get('content-security-policy')
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(policy).toContain("connect-src 'self'")
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|blob:/)
  })

  test('has files that are kept for ever, and no others', async () => {
    const html = await (await page()).text()
    const paths = [...html.matchAll(/(?:src|href)="(\/graphiql\/[^"]+)"/g)].map(([, path]) => path)
    expect(paths.length).toBeGreaterThan(1)
    for (const path of paths) {
      const file = await fetch(url + path, { headers: { 'accept-encoding': 'br' } })
      expect(file.status).toBe(200)
      expect(file.headers.get('cache-control')).toContain('immutable')
    }
    for (const path of [
      '/graphiql/index.html',
      '/graphiql/',
      '/graphiql/assets/../index.html',
      '/graphiql/assets/gone.js',
    ])
      expect((await fetch(url + path)).status, path).toBe(404)
  })

  test('takes whatever a question holds for its text', async () => {
    const query = '# </script><script>alert(1)</script> <!-- $& $1\nquery { hello }'
    const folder = new URL('../../dist/graphiql/', import.meta.url)
    const hostile = GraphiQL.open(folder, [{ title: 'x', query }])
    const { url } = await startServer({ graphiql: hostile })
    const html = await (await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } })).text()
    const kept = /<script id="questions" type="application\/json">(.*?)<\/script>/.exec(html)?.[1] ?? ''
    expect(JSON.parse(kept)).toEqual([{ query }])
    expect(html).not.toContain('alert(1)</script>')
  })

  test('says so where it has not been built', async () => {
    const { url } = await startServer()
    const answer = await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } })
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('npm run build')
    expect((await fetch(`${url}/graphql?query={hello}`)).status).toBe(200)
  })

  test('begins with a question that the schema answers', () => {
    expect(validate(hearsay, parse(welcome('http://localhost:4000')))).toEqual([])
  })
})
