import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { readFeed } from '../../src/reports/formats/feed.ts'
import { readMail } from '../../src/reports/formats/mail.ts'
import { hearsay } from '../server/hearsay.ts'
import { desk } from './reading.ts'

const said = 'The mayor said that the harbour was closed.'

describe('e-mail', () => {
  const mail = (body: string, ...heads: string[]) =>
    Buffer.from(
      [
        'From: Ada Vega <ada@example.org>',
        'Subject: =?utf-8?Q?N=C3=A6ts?=',
        'Date: Tue, 05 Mar 2024 10:00:00 +0100',
        ...heads,
        'MIME-Version: 1.0',
        '',
        body,
      ].join('\r\n'),
    )

  test('is read as its text, with who sent it when, and of what', async () => {
    const read = await readMail(
      mail(
        `The mayor of Troms=F8 said no.=\r\n She left.`,
        'Content-Type: text/plain; charset=iso-8859-1',
        'Content-Transfer-Encoding: quoted-printable',
      ),
    )
    expect(read).toMatchObject({
      title: 'Næts',
      author: 'Ada Vega',
      published: '2024-03-05T10:00:00+01:00',
      text: 'The mayor of Tromsø said no. She left.',
    })
  })

  test.each([
    ['a signature', `${said}\n-- \nAda Vega\nHarbour Post`, said, ['-- ', 'Ada Vega', 'Harbour Post']],
    ['what it quotes', `${said}\n> Did she?\n> Really?`, said, ['> Did she?', '> Really?']],
  ])('leaves %s out, and tells of it', async (_, body, text, leftOut) => {
    expect(await readMail(mail(body))).toMatchObject({ text, leftOut })
  })

  test('that is all quoted was sent on for it', async () => {
    expect((await readMail(mail(`> ${said}\n> She left.`))).text).toBe(`${said}\nShe left.`)
  })

  test('in HTML alone is read as a page', async () => {
    const html = mail(`<p>${said}</p><p>She left.</p>`, 'Content-Type: text/html; charset=utf-8')
    expect((await readMail(html)).text).toBe(`${said}\n\nShe left.`)
  })

  test('without text names what is attached to it', async () => {
    const body =
      '--x\r\nContent-Type: application/pdf; name="note.pdf"\r\nContent-Disposition: attachment; filename="note.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--x--'
    await expect(readMail(mail(body, 'Content-Type: multipart/mixed; boundary=x'))).rejects.toThrow(
      'is an e-mail without text; save what is attached to it (note.pdf), and read that.',
    )
  })

  test('is known by its heads, whatever it is called', async () => {
    const { file, read, rows } = desk()
    expect((await read(file(mail(said), 'txt'))).code).toBe(0)
    expect(rows('select title, published_edtf as at, text from source')).toEqual([
      { title: 'Næts', at: '2024-03-05T10:00:00+01:00', text: said },
    ])
  })
})

describe('feeds', () => {
  const rss = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Post</title><language>en-gb</language>
<item><title>Nets &amp;amp; boats</title><link>https://example.org/1</link><guid>n1</guid><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate>
<dc:creator>Ole Dahl</dc:creator><description>Short</description><content:encoded><![CDATA[<p>${said}</p><p>She left.</p>]]></content:encoded></item>
<item><title>Rain</title><link>https://example.org/2</link><pubDate>5 Mar 2024</pubDate><author>kari@example.org (Kari Holm)</author><description>Rain is expected &lt;b&gt;again&lt;/b&gt;.</description></item>
<item><title>Nothing</title></item></channel></rss>`
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Fjord Radio</title><entry><title type="html">Nets</title>
<link rel="self" href="https://example.org/x"/><link rel="alternate" href="https://example.org/3"/><id>urn:3</id><published>2024-03-05T10:00:00Z</published>
<updated>2024-03-06T10:00:00Z</updated><author><name>Ole Dahl</name></author><content type="html">&lt;p&gt;${said}&lt;/p&gt;</content></entry></feed>`
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>Old News</title></channel>
<item rdf:about="y"><title>Nets</title><link>https://example.org/4</link><description>${said}</description></item></rdf:RDF>`
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Modern',
    items: [
      { id: '5', url: 'https://example.org/5', date_published: '2024-03-05T10:00:00Z', content_text: said },
    ],
  })

  test('RSS is a report for each entry that has text', () => {
    const reports = readFeed(rss)
    expect(reports).toMatchObject([
      {
        id: 'n1',
        title: 'Nets & boats',
        publisher: 'Harbour Post',
        author: 'Ole Dahl',
        published: '2024-03-05T10:00:00Z',
        url: 'https://example.org/1',
        language: 'en-gb',
        text: `${said}\n\nShe left.`,
      },
      { title: 'Rain', author: 'Kari Holm', published: '2024-03-05', text: 'Rain is expected again.' },
    ])
    expect(reports).toHaveLength(2)
  })

  test.each([
    [
      'Atom',
      atom,
      {
        id: 'urn:3',
        title: 'Nets',
        publisher: 'Fjord Radio',
        author: 'Ole Dahl',
        published: '2024-03-05T10:00:00Z',
        url: 'https://example.org/3',
        text: said,
      },
    ],
    ['RSS 1.0', rdf, { title: 'Nets', publisher: 'Old News', url: 'https://example.org/4', text: said }],
    ['JSON Feed', json, { id: '5', publisher: 'Modern', published: '2024-03-05T10:00:00Z', text: said }],
  ])('%s as well', (_, text, report) => {
    expect(readFeed(text)).toMatchObject([report])
  })

  test.each(['rss', 'xml', 'txt', ''])('is known by how it begins, in a file called .%s', async (ending) => {
    const { file, read, rows } = desk()
    expect((await read(file(atom, ending))).code).toBe(0)
    expect(rows('select url from source')).toEqual([{ url: 'https://example.org/3' }])
  })

  test('without an entry is refused', async () => {
    const { file, read } = desk()
    const { code, errors } = await read(
      file('<rss version="2.0"><channel><title>Empty</title></channel></rss>', 'rss'),
    )
    expect([code, errors[0]]).toEqual([
      1,
      expect.stringContaining('is a feed without an entry that has text.'),
    ])
  })
})

/** A Word document with these paragraphs, as small as Word takes it. */
async function docx(paragraphs: readonly string[], title = ''): Promise<Buffer> {
  const zip = new JSZip()
  zip.file(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  )
  zip.file(
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  )
  const body = paragraphs
    .map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`)
    .join('')
  zip.file(
    'word/document.xml',
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  )
  zip.file(
    'docProps/core.xml',
    `<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:title>${title}</dc:title><dc:creator>Ada Vega</dc:creator></cp:coreProperties>`,
  )
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

/** A PDF of one page for each list of lines, written by hand: each line is [points from the bottom, letter size, text]. */
function pdf(pages: readonly (readonly (readonly [y: number, size: number, text: string])[])[]): Buffer {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>']
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`)
  objects.push(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`)
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const [i, lines] of pages.entries()) {
    const content = lines
      .map(([y, size, text]) => `BT /F1 ${size} Tf 72 ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`)
      .join('\n')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
    )
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const offset = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const at = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

describe('Word documents and PDFs, as they are shipped', () => {
  async function readFiles(files: Readonly<Record<string, Buffer | string>>, ...options: string[]) {
    const { path, rows } = desk()
    for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
    const run = hearsay(['read', ...Object.keys(files), '--db', 'graph.db', ...options], { cwd: path })
    const code = await run.ended
    return {
      code,
      output: run.output(),
      sources: rows('select slug, title, author, text from source order by id'),
    }
  }

  test('are read as their text', async () => {
    const lines = (page: number) =>
      [
        [800, 9, 'The Harbour Post'],
        [740, 18, `Chapter ${page}`],
        [700, 11, 'The mayor said that the har-'],
        [686, 11, 'bour was closed, and that she'],
        [672, 11, 'knew why.'],
        [640, 11, `The ministry denied it, in part ${page}.`],
        [40, 9, `Page ${page} of 3`],
      ] as const
    const { code, output, sources } = await readFiles(
      {
        'note.docx': await docx([said, 'She left &amp; went home.'], 'A note'),
        'report.pdf': pdf([lines(1), lines(2), lines(3)]),
      },
      '--left-out',
    )
    expect(code, output).toBe(0)
    const chapter = (n: number) =>
      `Chapter ${n}\n\nThe mayor said that the harbour was closed, and that she knew why.\n\nThe ministry denied it, in part ${n}.`
    expect(sources).toEqual([
      { slug: 'note', title: 'A note', author: 'Ada Vega', text: `${said}\n\nShe left & went home.` },
      { slug: 'report', title: 'Chapter 1', author: null, text: [1, 2, 3].map(chapter).join('\n\n') },
    ])
    expect(output).toContain('    Page 2 of 3')
  })

  test('are refused for what they are where they have no text, or are none', async () => {
    const zip = await new JSZip().file('a.txt', 'x').generateAsync({ type: 'nodebuffer' })
    const odt = await new JSZip()
      .file('mimetype', 'application/vnd.oasis.opendocument.text')
      .generateAsync({ type: 'nodebuffer' })
    const { code, output, sources } = await readFiles({
      'scan.pdf': pdf([[]]),
      'broken.pdf': '%PDF-1.7\n1 0 obj\n\0',
      'cut.docx': (await docx([said])).subarray(0, 200),
      'files.zip': zip,
      'letter.odt': odt,
      'empty.docx': await docx([' ']),
      'last.txt': said,
    })
    expect(code).toBe(1)
    expect(output).toContain(
      'scan.pdf is a PDF without text, as a scan is. Have its text recognized (OCR), and save that as .txt.',
    )
    expect(output).toMatch(/broken\.pdf cannot be read as a PDF \(.+\)\. Save its text as \.txt\./)
    expect(output).toContain('cut.docx is a ZIP archive that is cut short.')
    expect(output).toContain('files.zip is a ZIP archive, and no Word document.')
    expect(output).toContain('letter.odt is an OpenDocument text or an e-book, and no Word document.')
    expect(output).toContain('empty.docx is a Word document without text.')
    expect(sources.map(({ slug }) => slug)).toEqual(['last'])
  })
})

describe('folders', () => {
  test('are read with what is in them, in the order of names; other files are counted', async () => {
    const { path, read, rows } = desk()
    const folder = join(path, 'reports')
    mkdirSync(join(folder, 'deep', 'er'), { recursive: true })
    writeFileSync(join(folder, 'b.txt'), 'Rain.')
    writeFileSync(join(folder, 'a.md'), 'Snow.')
    writeFileSync(join(folder, 'deep', 'er', 'c.html'), '<p>Hail.</p>')
    writeFileSync(join(folder, 'picture.png'), 'x')
    writeFileSync(join(folder, '.hidden.txt'), 'Fog.')
    symlinkSync(folder, join(folder, 'deep', 'again'))
    const { code, info } = await read(folder)
    expect(code).toBe(0)
    expect(rows('select text from source order by id')).toEqual([
      { text: 'Snow.' },
      { text: 'Rain.' },
      { text: 'Hail.' },
    ])
    expect(info).toContain(`${folder}: 2 files passed over, as no report by the name's ending.`)
  })
})
