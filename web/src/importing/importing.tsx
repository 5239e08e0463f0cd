import { ProblemView } from '../page/problem-view.tsx'
import { FileChoice, FileLine } from './file-choice.tsx'
import { type KeptImport, keepImport, useKeptImport } from './import-memory.ts'
import { ImportReportView } from './import-report-view.tsx'
import { dropFile, importFile, look, takeFile } from './import-steps.ts'
import { MappingPart } from './mapping-part.tsx'

const busyWords = {
  reading: 'Reading the file…',
  looking: 'Looking at what would come…',
  importing: 'Importing…',
}

/** A file, what it is, what would come of it, and what came. */
export function Importing() {
  const kept = useKeptImport()
  const { file, draft, busy, failure, report } = kept
  return (
    <div class="importing">
      {file && <FileLine file={file} kind={kindText(kept)} drop={dropFile} />}
      <FileChoice file={file} take={takeFile} />
      <p class="busy" role="status">
        {busy && busyWords[busy]}
      </p>
      {failure && (
        <ProblemView problem={failure} retry={draft ? look : () => file && takeFile(file)} refusal="" />
      )}
      <MappingPart kept={kept} />
      {report && <ImportReportView kept={kept} report={report} />}
      {draft && <ImportButtons kept={kept} />}
    </div>
  )
}

function kindText({ draft, report }: KeptImport): string | null {
  if (draft?.columns) return draft.format ?? 'table'
  return report?.format ?? draft?.format ?? null
}

function ImportButtons({ kept: { note, busy, report, isImport } }: { readonly kept: KeptImport }) {
  const mayImport = busy === null && report !== null && !isImport && report.problemCount === 0
  return (
    <form
      class="import-buttons"
      onSubmit={(event) => {
        event.preventDefault()
        if (mayImport) importFile()
      }}
    >
      <button
        type="button"
        class="button"
        aria-disabled={busy !== null}
        onClick={() => busy === null && look()}
      >
        {report ? 'Look again' : 'Look at what would come'}
      </button>
      {mayImport && (
        <>
          <label class="field">
            Note, for the history
            <input value={note} onInput={({ currentTarget }) => keepImport({ note: currentTarget.value })} />
          </label>
          <button type="submit" class="button main">
            Import
          </button>
        </>
      )}
    </form>
  )
}
