import { noteChange } from '../kit/client.ts'
import { Problem, type ProblemKind } from '../kit/problem.ts'
import type { ImportReport } from './import-report.ts'
import type { Mapping } from './mapping.ts'

/** The largest form that the server takes; some bytes of it are not the file's. */
export const LARGEST_FILE = 64 * 1024 * 1024 - 64 * 1024
/** So much of a file tells what it is, and what its columns hold. */
const BEGINNING = 256 * 1024

/** A column of a table, and what its first cells hold. */
export interface DraftColumn {
  readonly name: string
  readonly samples: readonly string[]
}

/** What `POST /import/draft` makes of a file's beginning. */
export interface ImportDraft {
  /** What the file is; null where it may be a dossier, or nothing that is known. */
  readonly format: string | null
  /** The columns of a table; null where it is none. */
  readonly columns: readonly DraftColumn[] | null
  /** What the columns may be, to be mended. */
  readonly mapping: Mapping | null
}

export interface AskedImport {
  readonly file: File
  readonly mapping: Mapping | null
  readonly note: string
}

export const askDraft = (file: File): Promise<ImportDraft> =>
  sendForm('/import/draft', { file: file.slice(0, BEGINNING) }, file.name)

/** Tells what would come of an import, and writes nothing. */
export const lookAtImport = (asked: AskedImport): Promise<ImportReport> => send(asked, true)

/** Imports; whatever is shown elsewhere is asked for anew then. */
export async function importNow(asked: AskedImport): Promise<ImportReport> {
  const report = await send(asked, false)
  if (report.revision !== null) noteChange()
  return report
}

const send = ({ file, mapping, note }: AskedImport, dryRun: boolean): Promise<ImportReport> =>
  sendForm(
    '/import',
    {
      file,
      dryRun: String(dryRun),
      ...(mapping && { mapping: JSON.stringify(mapping) }),
      ...(note.trim() && { note: note.trim() }),
    },
    file.name,
  )

async function sendForm<Answer>(
  address: string,
  fields: { readonly file: Blob; readonly [name: string]: string | Blob },
  name: string,
): Promise<Answer> {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields))
    if (typeof value === 'string') form.append(field, value)
    else form.append(field, value, name)
  const response = await posted(address, form)
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok || answer === null) throw refusalOf(response.status, answer)
  return answer as Answer
}

async function posted(address: string, body: FormData): Promise<Response> {
  try {
    return await fetch(address, { method: 'POST', body, headers: { accept: 'application/json' } })
  } catch {
    throw new Problem('offline', 'Hearsay cannot be reached, or the file has changed since it was chosen.')
  }
}

const kindByStatus: Readonly<Record<number, ProblemKind>> = {
  400: 'refused',
  401: 'not-allowed',
  403: 'not-allowed',
  413: 'refused',
  415: 'refused',
  429: 'refused',
}

function refusalOf(status: number, answer: unknown): Problem {
  const told = (answer as { readonly error?: { readonly message?: unknown } } | null)?.error?.message
  const message = typeof told === 'string' ? told : `The server answered with status ${status}.`
  return new Problem(kindByStatus[status] ?? 'broken', status === 413 ? TOO_LARGE : message)
}

export const TOO_LARGE =
  'The file is larger than the 64 MiB that a browser may send. On the server’s machine there is no such limit: hearsay import FILE --db GRAPH.db'
