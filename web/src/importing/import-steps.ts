import { asProblem, Problem } from '../kit/problem.ts'
import { keepImport, keptImport, nothingKept } from './import-memory.ts'
import type { ImportReport } from './import-report.ts'
import {
  type AskedImport,
  askDraft,
  type ImportDraft,
  importNow,
  LARGEST_FILE,
  lookAtImport,
  TOO_LARGE,
} from './import-request.ts'
import type { Mapping } from './mapping.ts'

/** Takes a file in and finds out what it is. A mapping stays for a file with the same columns, such as the mended one. */
export async function takeFile(file: File): Promise<void> {
  if (file.size > LARGEST_FILE)
    return keepImport({ ...nothingKept, file, failure: new Problem('refused', TOO_LARGE) })
  const { draft: before, mapping } = keptImport()
  keepImport({ ...nothingKept, file, busy: 'reading' })
  try {
    const draft = await askDraft(file)
    if (keptImport().file !== file) return
    const isAlike = columnNames(draft) !== '' && columnNames(draft) === columnNames(before)
    keepImport({ draft, mapping: isAlike ? mapping : draft.mapping, busy: null })
    if (!draft.columns) await look()
  } catch (error) {
    if (keptImport().file === file) keepImport({ busy: null, failure: asProblem(error) })
  }
}

const columnNames = (draft: ImportDraft | null): string =>
  (draft?.columns ?? []).map(({ name }) => name).join('\n')

export const dropFile = (): void => keepImport(nothingKept)

/** What would come of it was told of another mapping. */
export const setMapping = (mapping: Mapping | null): void =>
  keepImport({ mapping, report: null, failure: null, isImport: false })

export const look = (): Promise<void> => run('looking', lookAtImport, false)

export const importFile = (): Promise<void> => run('importing', importNow, true)

/** Only the last answer counts, and only of the file that is still there; where another mapping came meanwhile, it looks again. */
async function run(
  busy: 'looking' | 'importing',
  send: (asked: AskedImport) => Promise<ImportReport>,
  isImport: boolean,
): Promise<void> {
  const { file, mapping, note, busy: before } = keptImport()
  if (!file || before === 'importing') return
  keepImport({ busy, failure: null, report: null, isImport: false })
  const isStill = () => keptImport().file === file && keptImport().busy === busy
  try {
    const report = await send({ file, mapping, note })
    if (!isStill()) return
    if (!isImport && keptImport().mapping !== mapping) return await run(busy, send, isImport)
    keepImport({ busy: null, report, isImport })
  } catch (error) {
    if (isStill()) keepImport({ busy: null, failure: asProblem(error) })
  }
}
