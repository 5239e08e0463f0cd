import { ProblemView } from '../page/problem-view.tsx'
import { FileChoice, FileLine } from './file-choice.tsx'
import { type KeptImport, useKeptImport } from './import-memory.ts'
import { ImportReportView } from './import-report-view.tsx'
import { dropFile, look, takeFile } from './import-steps.ts'
import { MappingPart } from './mapping-part.tsx'

const busyWords = {
  reading: 'Reading the file…',
  looking: 'Looking at what would come…',
  importing: 'Importing…',
} as const

/** A file, what it is, what would come of it, and what came. */
export function Importing() {
  const kept = useKeptImport()
  const { file, draft, busy, failure, report } = kept
  return (
    <div class="importing">
      {file && <FileLine file={file} kind={fileKind(kept)} drop={dropFile} />}
      <FileChoice hasFile={file !== null} take={takeFile} />
      <MappingPart kept={kept} />
      {draft && (
        <p>
          <button
            type="button"
            class="button"
            aria-disabled={busy !== null}
            onClick={() => busy === null && look()}
          >
            {report ? 'Look again' : 'Look at what would come'}
          </button>
        </p>
      )}
      <p class="busy" role="status">
        {busy && busyWords[busy]}
      </p>
      {failure && (
        <ProblemView problem={failure} retry={() => (draft ? look() : file && takeFile(file))} refusal="" />
      )}
      {report && <ImportReportView kept={kept} report={report} />}
    </div>
  )
}

/** A table is one whatever its mapping makes of it. */
function fileKind({ draft, report }: KeptImport): string | null {
  const told = draft?.format ?? report?.format ?? null
  return draft?.columns ? (draft.format ?? 'table') : told
}
