import { writeFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, join } from 'node:path'
import { requireRole } from '../api/kit/role.ts'
import type { ImportRequest, WriteDesk } from '../edits/request.ts'
import { formatRevisionId } from '../values/id.ts'
import { badRequest, readBody } from './body.ts'
import type { Caller } from './callers.ts'
import { draftOf } from './import-draft.ts'
import type { Operations } from './operations.ts'
import { RateLimit } from './rate-limit.ts'
import { tooOften } from './refusal.ts'
import { replyJson } from './reply.ts'
import { replyError } from './reply-error.ts'
import { type PostForm, type PostGuards, requirePost } from './require-post.ts'
import { inUploadFolder } from './upload-folder.ts'
import { UploadRoom } from './upload-room.ts'
import { type UploadedFile, uploadedFile } from './uploaded-file.ts'
import { NotingDesk } from './written-revisions.ts'

export interface ImportEndpointOptions extends PostGuards {
  readonly operations: Operations
  /** What changes the graph; without it nothing can be imported. */
  readonly desk: WriteDesk | null
}

/** Where it is asked what a file is, by its beginning, and how its columns may be mapped. */
const DRAFT = '/import/draft'
/** The largest file that is taken, with the form around it. What is larger is imported on the server's own machine. */
const LARGEST_UPLOAD = 64 * 1024 * 1024
/** The bytes of all files that are being imported: two of the largest, and some small ones beside them. */
const MOST_HELD = 160 * 1024 * 1024
/** Letters of a file's name that are kept. */
const LONGEST_NAME = 200
/** So many files of one user in a minute: whoever works on a mapping looks at what would come again and again. */
const UPLOADS = { most: 120, within: 60_000 }
const TOO_MANY = 'You have sent more files than a user may in so short a time. Go on'

const FORM: PostForm = {
  allow: 'POST',
  otherMethod: 'Send the file by POST.',
  // A browser sends a form to any site without asking: whose page it comes from is looked at first.
  type: /^multipart\/form-data\s*;/i,
  otherType: 'Send the file as multipart/form-data, in a field called file.',
}

/**
 * Imports files that are sent: `POST /import` with a form of a file and what it is, of EDITORs. With `dryRun=true` it is told
 * what would come, and nothing is written.
 */
export class ImportEndpoint {
  readonly #options: ImportEndpointOptions
  readonly #uploads = new RateLimit(UPLOADS)
  readonly #room = new UploadRoom(MOST_HELD, LARGEST_UPLOAD)

  constructor(options: ImportEndpointOptions) {
    this.#options = options
  }

  /** The addresses that it answers. */
  static answers(path: string): boolean {
    return path === '/import' || path === DRAFT
  }

  async handle(
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
    caller: Caller,
  ): Promise<void> {
    try {
      requirePost(request, caller, this.#options, FORM)
      const { by, desk: plain } = this.#writer(caller)
      const desk = caller.revisions ? new NotingDesk(plain, caller.revisions) : plain
      const answer = await this.#room.during(request, async () =>
        path === DRAFT ? draftOf(await receivedForm(request)) : await importSent(request, by, desk),
      )
      replyJson(request, response, 200, answer)
    } catch (error) {
      replyError(request, response, this.#options.operations.told(error))
    }
  }

  #writer(caller: Caller): { readonly by: number | null; readonly desk: WriteDesk } {
    const user = requireRole(caller, 'EDITOR')
    const { desk } = this.#options
    if (!desk) throw badRequest('Nothing can be changed here.', { status: 403 })
    const wait = this.#uploads.count(user.id ?? user.name)
    if (wait !== null) throw tooOften(TOO_MANY, wait).toGraphQLError()
    return { by: user.id, desk }
  }
}

async function receivedForm(request: IncomingMessage): Promise<UploadedFile> {
  const body = await readBody(request, LARGEST_UPLOAD, (bytes) => new Uint8Array(bytes))
  return uploadedFile(request.headers['content-type'] ?? '', body)
}

const importSent = (request: IncomingMessage, by: number | null, desk: WriteDesk) =>
  inUploadFolder(async (folder) => {
    const path = join(folder, 'file')
    const { revision, imported, problems } = await desk.write(
      importOf(await keptForm(request, path), path, by),
    )
    // What stands in the way of the request as such, such as an unknown format.
    const [refused] = problems
    if (refused) throw badRequest([...refused.path, refused.message].join(': '))
    return { revision: revision === null ? null : formatRevisionId(revision), ...imported }
  })

/** What a form says of its file, which goes to the disk: an import may wait long for its turn. */
async function keptForm(request: IncomingMessage, path: string): Promise<Omit<UploadedFile, 'bytes'>> {
  const { bytes, ...form } = await receivedForm(request)
  await writeFile(path, bytes, { mode: 0o600 })
  return form
}

const importOf = (
  { name, format, mapping, note, dryRun }: Omit<UploadedFile, 'bytes'>,
  path: string,
  by: number | null,
) =>
  ({
    kind: 'import',
    by,
    note,
    file: { path, name: shownName(name) },
    format,
    mapping,
    dryRun,
  }) satisfies ImportRequest

/** A file's name as its problems and the history say it: without folders, and without what cannot be seen. */
const shownName = (name: string): string =>
  basename(name)
    .replace(/[\p{Cc}\u202d\u202e]/gu, '')
    .slice(0, LONGEST_NAME) || 'file'
