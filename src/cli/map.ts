import { writeFileSync } from 'node:fs'
import { openInput } from '../dossier/inputs.ts'
import { TextFile } from '../dossier/text-file.ts'
import { unpacked } from '../dossier/unpack.ts'
import { draftMapping } from '../formats/in/mapping/draft/draft-mapping.ts'
import { errorCode, errorMessage, formatProblem } from '../values/errors.ts'
import { statsOrNull } from '../values/stats.ts'
import { writingError } from './export-file.ts'
import type { Out } from './out.ts'

export interface MapOptions {
  /** The file that the draft is written to; it is printed where none is given. */
  readonly out?: string | undefined
  /** Replaces a file that is there. */
  readonly force?: boolean | undefined
}

/** So many bytes of a table are looked at. */
const HEAD = 65_536

/** `hearsay map FILE`: a first draft of a mapping, by what the table begins with. */
export async function mapCommand(path: string, { out: to, force }: MapOptions, out: Out): Promise<number> {
  const opened = openInput(path)
  const file = opened instanceof TextFile ? await unpacked(opened) : opened
  if (!(file instanceof TextFile)) {
    out.error(formatProblem(file))
    return 1
  }
  const bytes = file.read(0, HEAD)
  file.close()
  const draft = draftMapping({ name: path, bytes, text: new TextDecoder().decode(bytes) })
  if ('fault' in draft) {
    out.error(`${path} ${draft.fault}`)
    return 1
  }
  if (to === undefined) {
    out.info(draft.text.trimEnd())
    return 0
  }
  return writeDraft(to, draft.text, force ?? false, out)
}

function writeDraft(path: string, text: string, force: boolean, out: Out): number {
  try {
    writeFileSync(path, text, { flag: force ? 'w' : 'wx' })
    out.info(
      `Wrote a first draft to ${path}: look at it, then try hearsay import --dry-run --mapping ${path} …`,
    )
    return 0
  } catch (error) {
    out.error(draftRefusal(path, error))
    return 1
  }
}

function draftRefusal(path: string, error: unknown): string {
  if (statsOrNull(path)?.isDirectory()) return `${path} is a folder: name a file to write.`
  if (errorCode(error) === 'EEXIST') return `${path} is there already: --force replaces it.`
  return errorMessage(writingError(path, error))
}
