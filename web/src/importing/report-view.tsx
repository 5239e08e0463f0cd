import { isolated } from '../kit/isolated.ts'
import { Link } from '../kit/link.tsx'
import { pathOf } from '../kit/node-path.ts'
import { counted } from '../kit/words.ts'
import type { FileProblem, ImportReport } from './import-report.ts'
import type { Mapping } from './mapping.ts'
import { itemName } from './mapping-items.ts'
import { kindOfSection, sectionKinds } from './section-kind.ts'

/** How many nodes of each kind: what would come, or what has become of them. */
export function SectionCounts({
  report,
  isImport,
}: {
  readonly report: ImportReport
  readonly isImport: boolean
}) {
  const shown = sectionKinds.filter(({ many }) => report.items[many] > 0)
  if (shown.length === 0) return null
  return (
    <table class="counts-table">
      <thead>
        <tr>
          <th scope="col">Kind</th>
          <th scope="col">In the file</th>
          {isImport && (
            <>
              <th scope="col">New</th>
              <th scope="col">Changed</th>
              <th scope="col">As before</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ many }) => {
          const { created, updated, unchanged } = report.counts[many]
          return (
            <tr key={many}>
              <th scope="row">
                <Link href={`/${many}`}>{many}</Link>
              </th>
              {[report.items[many], ...(isImport ? [created, updated, unchanged] : [])].map(
                (count, index) => (
                  <td key={index}>{count.toLocaleString('en')}</td>
                ),
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface FileProblemsProps {
  readonly report: ImportReport
  readonly mapping: Mapping | null
}

/** What is wrong, each with its line; of a mapping, with the item. */
export function FileProblems({ report, mapping }: FileProblemsProps) {
  const { problems, problemCount } = report
  if (problemCount === 0) return null
  return (
    <section class="file-problems" aria-labelledby="file-problems">
      <h3 id="file-problems" tabIndex={-1}>
        {counted(problemCount, 'problem')}: nothing is imported until there is none
      </h3>
      {problemCount > problems.length && <p class="faint">The first {problems.length} of them:</p>}
      <ol class="plain">
        {problems.map((problem, index) => (
          <li key={index}>
            <ProblemLine problem={problem} mapping={mapping} />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface ProblemLineProps {
  readonly problem: FileProblem
  readonly mapping: Mapping | null
}

const ProblemLine = ({ problem, mapping }: ProblemLineProps) => (
  <>
    <span class="problem-place">{placeOf(problem, mapping)}</span>{' '}
    {[problem.path, problem.value].filter(Boolean).map((text) => (
      <code key={text} dir="auto">
        {text}
      </code>
    ))}
    <span dir="auto">{problem.message}</span>
  </>
)

function placeOf({ file, line, column, path = '' }: FileProblem, mapping: Mapping | null): string {
  if (line !== undefined) return `line ${line}${column === undefined ? '' : `:${column}`}`
  const [, item] = /^items\.(\d+)/.exec(path) ?? []
  return mapping && item !== undefined ? `mapping, ${itemName(mapping, Number(item))}` : isolated(file)
}

/** What the graph has no place for, or nothing is made of by a mapping. */
export const LeftOutList = ({ report: { left }, mapping }: FileProblemsProps) =>
  left.length === 0 ? null : (
    <section>
      <h3>
        {mapping
          ? 'Left out, as the mapping makes nothing of it'
          : 'Left out, as the graph has no place for it'}
      </h3>
      <ul class="plain left-out">
        {left.map(({ what, count }) => (
          <li key={what}>
            <span dir="auto">{what}</span> <span class="faint">{count.toLocaleString('en')}</span>
          </li>
        ))}
      </ul>
    </section>
  )

/** The first nodes as they would be, each a table of its fields. */
export function FirstItems({
  report,
  isImport,
}: {
  readonly report: ImportReport
  readonly isImport: boolean
}) {
  if (report.first.length === 0) return null
  return (
    <section>
      <h3>The first {report.first.length === 1 ? 'one' : report.first.length}</h3>
      <ul class="plain first-items">
        {report.first.map(({ section, fields }, index) => (
          <li key={index} class="card">
            <p class="eyebrow">
              {kindOfSection(section).one}
              {isImport && <FirstLink section={section} fields={fields} />}
            </p>
            <FieldTable fields={fields} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A statement has its page under its id, which a file does not know. */
function FirstLink({ section, fields }: ImportReport['first'][number]) {
  const { typeName, hasPage } = kindOfSection(section)
  const { slug } = fields
  if (!hasPage || section === 'statements' || typeof slug !== 'string') return null
  return (
    <>
      : <Link href={pathOf({ __typename: typeName, slug })}>{slug}</Link>
    </>
  )
}

const FieldTable = ({ fields }: { readonly fields: Readonly<Record<string, unknown>> }) => (
  <dl class="field-table">
    {Object.entries(fields)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{shortText(value)}</dd>
        </div>
      ))}
  </dl>
)

const LONGEST_SHOWN = 300

function shortText(value: unknown): string {
  const text = plainText(value)
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text
}

/** A value as a person reads it: lists with semicolons, and what stands under names with colons. */
function plainText(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainText).join('; ')
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .map(([name, each]) => `${name}: ${plainText(each)}`)
    .join(', ')
}
