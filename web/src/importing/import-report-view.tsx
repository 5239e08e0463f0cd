import { useEffect, useRef } from 'preact/hooks'
import { Link } from '../kit/link.tsx'
import { counted } from '../kit/words.ts'
import { ImportForm } from './import-form.tsx'
import type { KeptImport } from './import-memory.ts'
import type { ImportReport } from './import-report.ts'
import { FileProblems, FirstItems, LeftOutList, SectionCounts } from './report-view.tsx'

interface ImportReportViewProps {
  readonly kept: KeptImport
  readonly report: ImportReport
}

/** What would come of a file, or what came of it. The keyboard is taken to it when it comes. */
export function ImportReportView({ kept, report }: ImportReportViewProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [report])
  const { isImport, mapping, note } = kept
  const isDone = isImport && report.problemCount === 0
  const mayImport = !isDone && report.problemCount === 0 && totalOf(report) > 0
  return (
    <section class="import-report" aria-labelledby="what-came">
      <h3 id="what-came" tabIndex={-1} ref={heading}>
        {reportTitle(report, isDone)}
      </h3>
      {isDone && <DoneLine report={report} />}
      <FileProblems report={report} mapping={mapping} />
      <SectionCounts report={report} isImport={isDone} />
      <LeftOutList report={report} mapping={mapping} />
      {mayImport && <ImportForm note={note} />}
      <FirstItems report={report} isImport={isDone} />
    </section>
  )
}

const totalOf = ({ items }: ImportReport): number =>
  Object.values(items).reduce((sum, count) => sum + count, 0)

function reportTitle(report: ImportReport, isDone: boolean): string {
  const total = totalOf(report)
  if (isDone) return report.revision ? 'Imported' : 'Nothing had to be changed'
  if (report.problemCount > 0) return 'This cannot be imported yet'
  return total === 0 ? 'Nothing would come of this file' : `${counted(total, 'node')} would come`
}

const DoneLine = ({ report: { revision } }: { readonly report: ImportReport }) => (
  <p class="done-line">
    {revision ? (
      <>
        All of it is one revision:{' '}
        <Link href={`/history?revision=${revision}`}>see what it changed, or undo it</Link>.
      </>
    ) : (
      'The graph has all of this file already, as it is.'
    )}
  </p>
)
