import { Buffer } from 'node:buffer'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reportsIn } from '../../src/read/document.ts'
import type { Report } from '../../src/read/report.ts'
import { desk } from './reading.ts'

const { path, file, read, rows } = desk()

/** The one report of a file, or what is wrong with it. */
function reportOf(content: string | Buffer, ending = 'txt'): Report | string {
  const [found] = [...reportsIn(file(content, ending))]
  if (!found) throw new Error('There was nothing.')
  return 'report' in found ? found.report : found.message
}
const textOf = (content: string | Buffer, ending?: string): string => {
  const report = reportOf(content, ending)
  return typeof report === 'string' ? report : report.text
}

describe('plain text', () => {
  it('is stored with one kind of line end, and without what is not to be seen', () => {
    expect(textOf('\ufeffOne.\r\nTwo.\rThree\u00ad fold.')).toBe('One.\nTwo.\nThree fold.')
  })

  it.each([
    ['invalid bytes', Buffer.from([0x4f, 0x6b, 0x20, 0xc3, 0x28, 0x20]), 'is not UTF-8: byte 4 '],
    ['a character cut off', Buffer.from([0x4f, 0x6b, 0xe2, 0x82]), 'is not UTF-8: byte 3 '],
    ['zeros', Buffer.from('Some\0thing'), 'is no text: there is a zero at byte 4.'],
    ['UTF-16', Buffer.from('\ufeffText', 'utf16le'), 'is UTF-16 from byte 0 on'],
    ['nothing', '', 'is empty'],
    ['spaces', ' \n\t\r\n', 'is empty'],
    ['a book of books', 'x '.repeat(2_000_000), 'has 4,000,000 characters'],
    ['more than that', Buffer.alloc(9_000_000, 'x'), 'is larger than 8 MiB'],
  ])('that is %s is refused, with the reason', (_, content, message) => {
    expect(reportOf(content)).toContain(message)
  })
})

describe('Markdown', () => {
  it('is read without its marks', () => {
    const report = reportOf(
      `---
title: "The nets"
date: 2024-03-05
author: Ole Dahl
url: https://example.org/nets
---
# Nets *cut*

> The mayor **said** that [the boats](https://example.org/boats "Boats") were \`lost\`.

- one_two_three
- ![a picture](x.png)two

| a | b |
|---|---|
<script>alert("no")</script><b>Bold</b> words.

\`\`\`
code
\`\`\`
`,
      'md',
    )
    expect(report).toMatchObject({
      title: 'The nets',
      published: '2024-03-05',
      author: 'Ole Dahl',
      url: 'https://example.org/nets',
      text: 'Nets cut\n\nThe mayor said that the boats were lost.\n\none_two_three\ntwo\n\n| a | b |\nBold words.\n\ncode',
    })
  })

  it('takes its title from its first heading', () => {
    expect(reportOf('# The *nets* #\n\nWords.', 'md')).toMatchObject({ title: 'The nets' })
  })

  it.each(['[', '![', '`', '*', '_', '<a', '> ', '<script>', '**a', '[a]('])(
    'of nothing but %j ends soon',
    (mark) => {
      const begin = performance.now()
      textOf(mark.repeat(200_000), 'md')
      expect(performance.now() - begin).toBeLessThan(5_000)
    },
  )
})

const words = 'The mayor said that the boats were lost, and nobody knew where they were. '
const page = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="en-GB"><head><title>Nets | The Post</title>${head}</head><body>${body}</body></html>`

describe('HTML', () => {
  const article = `<nav><a href="/">Home</a></nav><article><h1>Nets cut</h1>${`<p>${words.repeat(4)}</p>`.repeat(3)}
    <p>“No,” she&nbsp;said &amp; left.<br>Then <b>he</b> said so.</p><script>var secret = "said that"</script>
    <style>p { color: red }</style></article><footer>Imprint</footer>`

  it('is read as its article: no script, no style, no menu, no markup', () => {
    const text = textOf(page('', article), 'html')
    expect(text).toContain('“No,” she said & left.\nThen he said so.')
    expect(text).toContain(`${words.repeat(4).trim()}\n\n${words.slice(0, 20)}`)
    expect(text).not.toMatch(/secret|color|Home|Imprint|<|&amp;/)
  })

  it('tells its title, author, date, language and address where the options do not', () => {
    const head = `<link rel="canonical" href="https://example.org/nets">
      <meta property="og:title" content="Nets cut"><meta name="author" content="Ole Dahl">
      <meta property="og:site_name" content="The Post">
      <meta property="article:published_time" content="2024-03-05T10:00:00+01:00">`
    expect(reportOf(page(head, article), 'html')).toMatchObject({
      title: 'Nets cut',
      author: 'Ole Dahl',
      publisher: 'The Post',
      published: '2024-03-05T10:00:00+01:00',
      language: 'en-GB',
      url: 'https://example.org/nets',
    })
    read(file(page(head, article), 'html'), { title: 'Mine', url: 'https://example.org/mine' })
    expect(rows("select title, url, author from source where title = 'Mine'")).toEqual([
      { title: 'Mine', url: 'https://example.org/mine', author: 'Ole Dahl' },
    ])
  })

  it('is known by how it begins, where the name does not tell', () => {
    expect(textOf(page('', '<p>Rain &amp; snow.</p>'), 'page')).toBe('Rain & snow.')
  })

  it('that has no article is read whole', () => {
    expect(textOf('<p>Rain.</p><p>Snow.</p>', 'html')).toBe('Rain.\n\nSnow.')
  })

  it.each([
    ['deep', '<div>'.repeat(100_000) + words],
    ['nearly too deep', '<div>'.repeat(290) + words],
    ['wide', '<b>x</b>'.repeat(40_000)],
    ['broken', '<p <<a <!-- '.repeat(20_000)],
  ])('that is %s ends in its text or in a clear error', (_, html) => {
    const begin = performance.now()
    expect(reportOf(html, 'html')).toBeTruthy()
    expect(performance.now() - begin).toBeLessThan(15_000)
  })
})

describe('JSON lines', () => {
  const line = (fields: object) => JSON.stringify({ text: words, ...fields })

  it('are a report each, with what their fields say', () => {
    const name = file(
      `\ufeff${line({ id: 'nets', title: 'Nets', date: '2024-03-05', publisher: 'Post', author: null, more: 1 })}\r\n\r\n${line({ id: 7 })}`,
      'jsonl',
    )
    const found = [...reportsIn(name)]
    expect(found.map((one) => ('line' in one ? one.line : undefined))).toEqual([1, 3])
    expect(found[0]).toMatchObject({
      report: { id: 'nets', title: 'Nets', published: '2024-03-05', publisher: 'Post', text: words },
    })
  })

  it('are read on behind a line that cannot be, which is named', () => {
    const name = file(
      Buffer.concat([
        Buffer.from(`${line({ id: 1 })}\n{"text": \n[1]\n{"id":2}\n${line({ date: 'Tuesday' })}\n`),
        Buffer.from([0xff, 0x0a]),
        Buffer.from(`${line({ url: 'javascript:alert(1)' })}\n${line({ id: 8, text: `${words}!` })}`),
      ]),
      'jsonl',
    )
    const { code, info, errors } = read(name)
    expect(code).toBe(1)
    expect(info.filter((told) => /proposed/.test(told)).length).toBe(2)
    expect(errors.map((error) => error.replace(name, ''))).toEqual([
      expect.stringMatching(/^:2 is not JSON: /),
      expect.stringMatching(/^:3 is no report: /),
      expect.stringMatching(/^:4 text: /),
      ':5 date: "Tuesday" is no date in EDTF level 1.',
      expect.stringMatching(/^:6 is not UTF-8: byte 0 /),
      ':7 url: "javascript:alert(1)" is no http or https address.',
      '6 reports could not be read; 2 could.',
    ])
  })
})

describe('files', () => {
  it('that are not there, or are folders, are named, and the others are read', () => {
    mkdirSync(join(path, 'folder'))
    writeFileSync(join(path, 'here.txt'), 'Snow and rain.')
    const { code, info, errors } = read(['nowhere.txt', join(path, 'folder'), join(path, 'here.txt')])
    expect(code).toBe(1)
    expect(errors).toEqual([
      'nowhere.txt does not exist.',
      `${join(path, 'folder')} is a folder: name the files in it.`,
      '2 reports could not be read; 1 could.',
    ])
    expect(info[0]).toMatch(/^here: 0 statements proposed/)
  })
})
