import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { type WatchOptions, watchCommand } from '../../src/cli/watch.ts'
import { addressOf } from '../engine.ts'
import { desk, harbour } from './reading.ts'

const item = (n: number) =>
  `<item><title>News ${n}</title><link>https://example.org/${n}</link><description>Kari Holm said that boat ${n} was lost.</description></item>`
const rss = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>${items.join('')}</channel></rss>`

/** A feed of this machine, and what it was asked. */
async function feed(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed` }
}

function watcher() {
  const { db, path, rows } = desk(harbour)
  const [info, errors]: [string[], string[]] = [[], []]
  const out = {
    info: (line: string) => void info.push(line),
    error: (line: string) => void errors.push(line),
  }
  const watch = (targets: readonly string[], options: Partial<WatchOptions> = {}, signal?: AbortSignal) =>
    watchCommand(
      targets,
      { db: addressOf(db), every: 10, once: true, offline: true, ...options },
      out as never,
      signal,
    )
  return { path, rows, info, errors, watch }
}

describe('a feed', () => {
  test('is read once an entry, with what it says of it, and an entry that is corrected becomes a version', async () => {
    let entries = [item(1), item(2)]
    const { url } = await feed((_, response) => response.end(rss(...entries)))
    const { watch, rows, info } = watcher()
    expect(await watch([url])).toBe(0)
    expect(rows('select title, url from source order by id')).toEqual([
      { title: 'News 1', url: 'https://example.org/1' },
      { title: 'News 2', url: 'https://example.org/2' },
    ])
    expect(rows('select distinct e.slug from statement s join entity e on e.id = s.speaker_id')).toEqual([
      { slug: 'kari-holm' },
    ])
    expect(info.at(-1)).toMatch(/^2 new reports read into /)
    expect(await watch([url])).toBe(0)
    expect(info.at(-1)).toMatch(/^0 new reports/)
    entries = [item(1), item(2).replace('was lost', 'was found'), item(3)]
    await watch([url])
    expect(info.at(-1)).toMatch(/^2 new reports/)
    expect(
      rows('select version_of_id as earlier from source order by id').map(({ earlier }) => earlier),
    ).toEqual([null, null, 2, null])
  })

  test('is only asked for what is new', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const { url, asked } = await feed((request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end()
      else
        response
          .writeHead(200, { etag: '"v1"', 'last-modified': 'Tue, 05 Mar 2024 10:00:00 GMT' })
          .end(rss(item(1)))
    })
    const { watch, info } = watcher()
    const stop = new AbortController()
    const ended = watch([url], { once: false, every: 1 }, stop.signal)
    await vi.waitFor(() => expect(info).toHaveLength(1))
    vi.setSystemTime(Date.now() + 61_000)
    await vi.waitFor(() => expect(asked).toHaveLength(2), 5_000)
    stop.abort()
    expect(await ended).toBe(0)
    expect(asked[1]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Tue, 05 Mar 2024 10:00:00 GMT',
    })
    expect(info.at(-1)).toMatch(/^1 new report read into /)
  })

  test.each<[string, (request: IncomingMessage, response: ServerResponse) => void, RegExp]>([
    ['is not there', (_, response) => response.writeHead(404).end(), /was answered by 404 Not Found\.$/],
    ['is too large', (_, response) => response.end('x'.repeat(9 * 2 ** 20)), /is larger than 8 MiB\.$/],
    ['is no feed', (_, response) => response.end('<p>Hello</p>'), /cannot be read as a feed/],
    [
      'leads to another host',
      (_, response) => response.writeHead(302, { location: 'https://example.org/feed' }).end(),
      /leads to https:\/\/example\.org\/feed\. Give that address, if you trust it\.$/,
    ],
    [
      'leads to a file',
      (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      /leads to file:/,
    ],
    [
      'leads to itself',
      (_, response) => response.writeHead(302, { location: '/feed' }).end(),
      /leads on more than 5 times\.$/,
    ],
    ['breaks off', (_, response) => response.destroy(), /cannot be fetched \(.+\)\.$/],
  ])('that %s is told of, and what else is watched is read', async (_, answer, message) => {
    const { url } = await feed(answer)
    const { watch, errors, info, path } = watcher()
    mkdirSync(join(path, 'in'))
    writeFileSync(join(path, 'in', 'a.txt'), 'Kari Holm said that the harbour was closed.')
    expect(await watch([url, join(path, 'in')])).toBe(1)
    expect(errors).toEqual([expect.stringMatching(message)])
    expect(info.at(-1)).toMatch(/^1 new report read/)
  })

  test('is not asked of another machine with --offline', async () => {
    const { watch, errors } = watcher()
    expect(await watch(['https://example.org/feed'])).toBe(1)
    expect(errors).toEqual(['https://example.org/feed is not on this machine, and --offline asks no other.'])
  })

  test('follows a redirect on its own host', async () => {
    const { url } = await feed((request, response) =>
      request.url === '/feed'
        ? response.writeHead(301, { location: '/new' }).end()
        : response.end(rss(item(1))),
    )
    const { watch, info } = watcher()
    expect(await watch([url])).toBe(0)
    expect(info.at(-1)).toMatch(/^1 new report/)
  })

  test('is decoded as its server or it itself says', async () => {
    const text = rss(item(1)).replace('boat 1', 'Tromsø').replace('"1.0"', '"1.0" encoding="iso-8859-1"')
    const { url } = await feed((_, response) => response.end(Buffer.from(text, 'latin1')))
    const { watch, rows } = watcher()
    await watch([url])
    expect(rows('select text from source')).toEqual([{ text: 'Kari Holm said that Tromsø was lost.' }])
  })
})

describe('a folder', () => {
  test('is read from the first look on, with what comes into it and what is changed', async () => {
    const { watch, rows, path, info } = watcher()
    const folder = join(path, 'in')
    mkdirSync(folder)
    writeFileSync(join(folder, 'a.txt'), 'Kari Holm said that the harbour was closed.')
    const stop = new AbortController()
    const ended = watch([folder], { once: false }, stop.signal)
    const sources = () => rows('select count(*) as n from source')[0]?.n
    await vi.waitFor(() => expect(sources()).toBe(1), 10_000)
    mkdirSync(join(folder, 'deep'))
    writeFileSync(join(folder, 'deep', 'b.md'), 'Kari Holm said that the harbour was open.')
    await vi.waitFor(() => expect(sources()).toBe(2), 10_000)
    stop.abort()
    expect(await ended).toBe(0)
    expect(info.at(-1)).toMatch(/^2 new reports read into /)
  }, 30_000)

  test('that is none is refused, and so is what is no address', async () => {
    const { watch } = watcher()
    await expect(watch(['nowhere'])).rejects.toThrow(
      'nowhere is neither a folder nor the address of a feed (https://…).',
    )
    await expect(watch(['ftp://example.org/feed'])).rejects.toThrow(
      'neither a folder nor the address of a feed',
    )
  })
})
