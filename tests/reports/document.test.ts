import { Buffer } from 'node:buffer'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reportsIn } from '../../src/reports/formats/document.ts'
import { formatsRead } from '../../src/reports/formats/format-name.ts'
import type { Report } from '../../src/reports/formats/report.ts'
import { desk } from './reading.ts'

const { path, file, read, rows } = desk()

const allIn = async (name: string) => {
  const found = []
  for await (const one of reportsIn(name)) found.push(one)
  return found
}

/** The one report of a file, or what is wrong with it. */
async function reportOf(content: string | Buffer, ending = 'txt'): Promise<Report | string> {
  const [found] = await allIn(file(content, ending))
  if (!found) throw new Error('There was nothing.')
  return 'report' in found ? found.report : found.message
}
const textOf = async (content: string | Buffer, ending?: string): Promise<string> => {
  const report = await reportOf(content, ending)
  return typeof report === 'string' ? report : report.text
}

describe('plain text', () => {
  it('is stored with one kind of line end, and without what is not to be seen', async () => {
    expect(await textOf('\ufeffOne.\r\nTwo.\rThree\u00ad fold.')).toBe('One.\nTwo.\nThree fold.')
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
  ])('that is %s is refused, with the reason', async (_, content, message) => {
    expect(await reportOf(content)).toContain(message)
  })
})

describe('Markdown', () => {
  it('is read without its marks', async () => {
    const report = await reportOf(
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

  it('takes its title from its first heading', async () => {
    expect(await reportOf('# The *nets* #\n\nWords.', 'md')).toMatchObject({ title: 'The nets' })
  })

  it.each(['[', '![', '`', '*', '_', '<a', '> ', '<script>', '**a', '[a]('])(
    'of nothing but 200,000 times %j is read to its end',
    async (mark) => {
      expect(typeof (await textOf(mark.repeat(200_000), 'md'))).toBe('string')
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

  it('is read as its article: no script, no style, no menu, no markup', async () => {
    const text = await textOf(page('', article), 'html')
    expect(text).toContain('“No,” she said & left.\nThen he said so.')
    expect(text).toContain(`${words.repeat(4).trim()}\n\n${words.slice(0, 20)}`)
    expect(text).not.toMatch(/secret|color|Home|Imprint|<|&amp;/)
  })

  it('tells its title, author, date, language and address where the options do not', async () => {
    const head = `<link rel="canonical" href="https://example.org/nets">
      <meta property="og:title" content="Nets cut"><meta name="author" content="Ole Dahl">
      <meta property="og:site_name" content="The Post">
      <meta property="article:published_time" content="2024-03-05T10:00:00+01:00">`
    expect(await reportOf(page(head, article), 'html')).toMatchObject({
      title: 'Nets cut',
      author: 'Ole Dahl',
      publisher: 'The Post',
      published: '2024-03-05T10:00:00+01:00',
      language: 'en-GB',
      url: 'https://example.org/nets',
    })
    await read(file(page(head, article), 'html'), { title: 'Mine', url: 'https://example.org/mine' })
    expect(rows("select title, url, author from source where title = 'Mine'")).toEqual([
      { title: 'Mine', url: 'https://example.org/mine', author: 'Ole Dahl' },
    ])
  })

  it('is known by how it begins, where the name does not tell', async () => {
    expect(await textOf(page('', '<p>Rain &amp; snow.</p>'), 'page')).toBe('Rain & snow.')
  })

  it('that has no article is read whole', async () => {
    expect(await textOf('<p>Rain.</p><p>Snow.</p>', 'html')).toBe('Rain.\n\nSnow.')
  })

  it.each([
    ['deep', '<div>'.repeat(100_000) + words],
    ['nearly too deep', '<div>'.repeat(290) + words],
    ['wide', '<b>x</b>'.repeat(40_000)],
    ['broken', '<p <<a <!-- '.repeat(20_000)],
  ])('that is %s ends in its text or in a clear error', async (_, html) => {
    expect(await reportOf(html, 'html')).toBeTruthy()
  })
})

describe('JSON lines', () => {
  const line = (fields: object) => JSON.stringify({ text: words, ...fields })

  it('are a report each, with what their fields say', async () => {
    const name = file(
      `\ufeff${line({ id: 'nets', title: 'Nets', date: '2024-03-05', publisher: 'Post', author: null, more: 1 })}\r\n\r\n${line({ id: 7 })}`,
      'jsonl',
    )
    const found = await allIn(name)
    expect(found.map((one) => ('line' in one ? one.line : undefined))).toEqual([1, 3])
    expect(found[0]).toMatchObject({
      report: { id: 'nets', title: 'Nets', published: '2024-03-05', publisher: 'Post', text: words },
    })
  })

  it('are read on behind a line that cannot be, which is named', async () => {
    const name = file(
      Buffer.concat([
        Buffer.from(`${line({ id: 1 })}\n{"text": \n[1]\n{"id":2}\n${line({ date: 'Tuesday' })}\n`),
        Buffer.from([0xff, 0x0a]),
        Buffer.from(`${line({ url: 'javascript:alert(1)' })}\n${line({ id: 8, text: `${words}!` })}`),
      ]),
      'jsonl',
    )
    const { code, info, errors } = await read(name)
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

describe('what is no report', () => {
  const page = '<p>The mayor said that the bridge was closed.</p>'
  it.each([
    ['rich text', '{\\rtf1\\ansi The mayor said no.}', 'txt', 'is rich text (RTF).'],
    [
      'a web archive',
      'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html"\n\n',
      'txt',
      'is a web archive (MHTML).',
    ],
    ['an old Word document', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'doc', 'is an old Word document.'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'txt', 'is a picture.'],
    ['gzip', Buffer.from('1f8b0800000000000003', 'hex'), 'txt', 'is compressed by gzip.'],
    ['a database', Buffer.from('SQLite format 3\0\x10\0'), 'txt', 'is an SQLite database.'],
    ['a table', 'name,date\nA,2023\n', 'csv', 'is a table (CSV).'],
    ['JSON', '{"text": "The mayor said no."}', 'json', 'is JSON. Give JSON lines'],
    ['a dossier', 'hearsay: 1', 'yaml', 'is YAML. A dossier is taken by hearsay import.'],
    [
      'a table without its ending',
      'name;date;place\nA;2023;Oslo\nB;2024;Bodo\nC;;Bodo\nD;;\nE;;\nF;;\n',
      'txt',
      'is a table.',
    ],
    ['other XML', '<?xml version="1.0"?><opml><body/></opml>', 'txt', 'is XML.'],
    ['PostScript', '%!PS-Adobe-3.0', 'ps', 'is PostScript.'],
  ])('is refused for what it is: %s', async (_, content, ending, message) => {
    expect(await reportOf(content, ending)).toContain(message)
  })

  it.each([
    ['a text that begins like a recording', 'ID3 is a party, the mayor said.', 'txt'],
    ['a text that begins like an archive', 'BZh9 is what the note said.', 'txt'],
    ['a page in XML', `<?xml version="1.0"?>\n<html><body>${page}</body></html>`, 'xhtml'],
    ['a text about MIME', 'The mayor said:\n\nMIME-Version: 1.0 is old.', 'txt'],
    ['a text in braces', '{ The mayor said no. }', 'txt'],
  ])('but %s is read', async (_, content, ending) => {
    expect(await reportOf(content, ending)).toHaveProperty('text')
  })

  it.each([
    ['nothing', ''],
    ['blank lines', '\n \n\t\r\n'],
  ])('is refused as JSON lines with %s', async (_, content) => {
    expect(await reportOf(content, 'jsonl')).toContain('is empty: there is no report in it.')
  })

  it.each([
    ['two million openings', '<'.repeat(2_000_000), 'of the signs < and &'],
    ['as many that lead nowhere', '< '.repeat(1_000_000), 'of the signs < and &'],
    ['entities without an end', '&'.repeat(1_000_000), 'of the signs < and &'],
  ])('is refused as HTML, and the file after it is read: %s', async (_, content, message) => {
    const { code, errors, info } = await read([file(content, 'html'), file(page, 'html')])
    expect(code).toBe(1)
    expect(errors[0]).toContain(message)
    expect(info[0]).toMatch(/1 statement proposed|read before/)
  })
})

it('reads or refuses a page whose markup is more than a library can hold, and reads the file after it', async () => {
  const page = '<p>The mayor said that the bridge was closed.</p>'
  const classes = page.replace('<p', `<p class="${'a '.repeat(120_000)}"`)
  const { errors, info } = await read([file(classes, 'html'), file(page, 'html')])
  expect([...errors, ...info].length).toBeGreaterThanOrEqual(2)
  for (const error of errors) expect(error).toContain('cannot be read as HTML')
})

describe('files', () => {
  it('that are not there, or are folders, are named, and the others are read', async () => {
    mkdirSync(join(path, 'folder'))
    writeFileSync(join(path, 'here.txt'), 'Snow and rain.')
    const { code, info, errors } = await read(['nowhere.txt', join(path, 'folder'), join(path, 'here.txt')])
    expect(code).toBe(1)
    expect(errors).toEqual([
      'nowhere.txt does not exist.',
      `${join(path, 'folder')} is a folder without a report. What is read: ${formatsRead}.`,
      '2 reports could not be read; 1 could.',
    ])
    expect(info[0]).toMatch(/^here: 0 statements proposed/)
  })
})
