import { isFeed } from './feed.ts'
import { type DocumentFormat, formatByName } from './format-name.ts'

const mail = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version: ?1\./i
const archiveType = /^content-type: ?multipart\/related/im

/** The format of a file, told by what it holds where that is plain, and else by its name; text where neither tells. */
export function formatOf(file: string, bytes: Buffer): DocumentFormat {
  const head = bytes.toString('latin1', 0, 4096)
  if (/^[^%]{0,100}%PDF-\d/.test(head)) return 'pdf'
  if (head.startsWith('PK\u0003\u0004')) return 'docx'
  if (isFeed(head.replace(/^\u00ef\u00bb\u00bf/, ''))) return 'feed'
  const lines = head.replaceAll('\r\n', '\n')
  if (mail.test(lines) && !archiveType.test(lines)) return 'mail'
  const named = formatByName(file)
  if (named === 'html' || named === 'markdown' || named === 'mail' || named === 'feed') return named
  if (named !== undefined) return 'text'
  return /^\s*(<!doctype html|<html)/i.test(head.slice(0, 1000)) ? 'html' : 'text'
}
