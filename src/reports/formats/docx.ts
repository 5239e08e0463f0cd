import JSZip from 'jszip'
import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import { UnreadableError } from '../../values/errors.ts'
import type { Report } from './report.ts'

/** The text of a Word document, a paragraph to each of its own. */
export async function readDocx(bytes: Uint8Array): Promise<Report> {
  const zip = await zipOf(bytes)
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) }).catch((error: Error) => {
    throw new UnreadableError(`cannot be read as a Word document (${error.message}). Save it as plain text.`)
  })
  const text = value
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n\n')
  if (text === '') throw new UnreadableError('is a Word document without text.')
  const properties = (await zip.file('docProps/core.xml')?.async('string')) ?? ''
  return { title: property(properties, 'title'), author: property(properties, 'creator'), text }
}

async function zipOf(bytes: Uint8Array): Promise<JSZip> {
  const zip = await JSZip.loadAsync(bytes).catch(() => null)
  if (zip?.file('word/document.xml')) return zip
  if (!zip)
    throw new UnreadableError('is a ZIP archive that is cut short. Get the whole file, and read it again.')
  const kind = zip.file('mimetype') ? 'an OpenDocument text or an e-book' : 'a ZIP archive'
  throw new UnreadableError(
    `is ${kind}, and no Word document. Save it as plain text, Markdown, HTML, DOCX or PDF.`,
  )
}

/** One of the Dublin Core elements that a Word document has about itself. */
function property(xml: string, name: string): string | undefined {
  const [, value] = new RegExp(`<dc:${name}(?:\\s[^>]{0,200})?>([^<]{0,1000})<`).exec(xml) ?? []
  // The library reads the entities.
  const text = value && parseHTML(`<html><body>${value}</body></html>`).document.body.textContent?.trim()
  return text || undefined
}
