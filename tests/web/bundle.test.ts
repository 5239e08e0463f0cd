import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { dist, startExplorer } from './explorer.ts'

describe('the bundle', async () => {
  const { url } = await startExplorer([])
  const page = readFileSync(new URL('index.html', dist), 'utf8')
  const scripts = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path = '']) => path)

  it('loads at most 150 kB of JavaScript at first, compressed', () => {
    expect(scripts.length).toBeGreaterThan(0)
    const size = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(new URL(path, dist))).length, 0)
    expect(size).toBeLessThan(150_000)
  })

  it('has no script or style in the page itself', () => {
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/)
  })

  it('is kept for ever where names hold hashes, and asked for anew where they do not', async () => {
    const asset = await fetch(`${url}/${scripts[0]}`, { headers: { 'accept-encoding': 'br' } })
    expect(asset.headers.get('cache-control')).toContain('immutable')
    expect(asset.headers.get('content-encoding')).toBe('br')
    expect(asset.headers.get('content-type')).toContain('javascript')
    const start = await fetch(`${url}/actor/anybody`)
    expect(start.headers.get('cache-control')).toBe('no-cache')
    const policy = start.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
  })

  it('answers an unknown address with 404, to browsers as a page', async () => {
    const shown = await fetch(`${url}/nowhere`, { headers: { accept: 'text/html' } })
    expect([shown.status, shown.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    expect((await fetch(`${url}/assets/gone.js`)).status).toBe(404)
  })
})
