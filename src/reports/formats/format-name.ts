import { extname } from 'node:path'

/** The format of a file that is read at once. */
export type DocumentFormat = 'text' | 'markdown' | 'html' | 'feed' | 'mail' | 'pdf' | 'docx'
/** JSON lines are read line by line, whatever their length. */
export type Format = DocumentFormat | 'lines'

/** The formats that are read, for people. */
export const formatsRead = 'text, Markdown, HTML, PDF, DOCX, e-mail (EML), RSS and Atom feeds, and JSON lines'

const formatByEnding: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.xhtm': 'html',
  '.jsonl': 'lines',
  '.ndjson': 'lines',
  '.rss': 'feed',
  '.atom': 'feed',
  '.eml': 'mail',
  '.pdf': 'pdf',
  '.docx': 'docx',
}

/** The format that a file's name tells; undefined where its ending is no report's. */
export const formatByName = (file: string): Format | undefined => formatByEnding[extname(file).toLowerCase()]
