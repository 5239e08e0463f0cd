import PostalMime, { type Email } from 'postal-mime'
import { UnreadableError } from '../../values/errors.ts'
import { readHtml } from './html.ts'
import { internetDate } from './internet-date.ts'
import type { Report } from './report.ts'

/** Deeper than a mail that was forwarded from hand to hand. */
const DEEPEST_MAIL = 20

/** The text of an e-mail, without what it quotes of others and its signature. What is attached to it is not read. */
export async function readMail(bytes: Uint8Array): Promise<Report> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: DEEPEST_MAIL }).catch((error: Error) => {
    throw new UnreadableError(`cannot be read as an e-mail (${error.message}). Save its text as .txt.`)
  })
  const { text, leftOut } = mailText(mail)
  if (text === '') throw new UnreadableError(`is an e-mail without text${attachmentsText(mail)}.`)
  return {
    title: mail.subject?.trim() || undefined,
    author: mail.from?.name || mail.from?.address || undefined,
    published: internetDate(mail.headers.find(({ key }) => key === 'date')?.value),
    text,
    leftOut,
  }
}

const attachmentsText = ({ attachments }: Email): string => {
  const names = attachments.map(({ filename }) => filename).filter(Boolean)
  return names.length > 0 ? `; save what is attached to it (${names.join(', ')}), and read that` : ''
}

function mailText({ text, html }: Email): { text: string; leftOut: readonly string[] } {
  if (!text?.trim()) {
    const { text = '', leftOut = [] } = html?.trim() ? readHtml(html) : {}
    return { text, leftOut }
  }
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const signature = lines.findIndex((line) => line === '-- ' || line === '--')
  const own = signature < 0 ? lines : lines.slice(0, signature)
  const isQuoted = (line: string) => line.startsWith('>')
  const kept = own.filter((line) => !isQuoted(line))
  // A mail that is nothing but what it quotes was sent on for what it quotes.
  if (kept.join('').trim() === '')
    return { text: tidy(own.map((line) => line.replace(/^[> ]+/, ''))), leftOut: [] }
  const leftOut = [...own.filter(isQuoted), ...lines.slice(own.length)].filter((line) => line.trim() !== '')
  return { text: tidy(kept), leftOut }
}

const tidy = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
