import { useId } from 'preact/hooks'
import { type SourceKind, sourceKinds } from '../../../src/values/vocabulary.ts'
import { DraftNotice } from '../desk/draft-notice.tsx'
import { type ChosenNode, NodeField } from '../desk/node-field.tsx'
import { useDraft } from '../desk/use-draft.ts'
import { useWrite } from '../desk/use-write.ts'
import { WordField } from '../desk/word-field.tsx'
import type { WriteProblem } from '../desk/write-problem.ts'
import { FieldProblems, WriteProblems } from '../desk/write-problems.tsx'
import { change } from '../kit/client.ts'
import { go } from '../kit/location.ts'
import { Section } from '../page/section.tsx'
import { reviewPath } from '../reviewing/review-path.ts'
import { keepMutation } from './keep-query.ts'

interface KeepAsSourceProps {
  readonly text: string
  readonly published: string | null
}

/** What is known of a report beside its text; its day of publication stands in the form above. */
interface ReportFacts {
  readonly title: string
  readonly publisher: readonly ChosenNode[]
  readonly kind: SourceKind | null
  readonly url: string
}

const nothingKnown: ReportFacts = { title: '', publisher: [], kind: 'ARTICLE', url: '' }
const FIELDS = ['title', 'publisher', 'kind', 'url'] as const

/** Stores the report with what is proposed in it, and leads to its review. */
export function KeepAsSource({ text, published }: KeepAsSourceProps) {
  const writing = useWrite()
  const draft = useDraft(`report.${text.length}`, nothingKnown)
  const { value, type } = draft
  const keep = async (event?: Event) => {
    event?.preventDefault()
    const kept = await writing.write(async () => {
      const input = { text, ...factsGiven(value), ...(published && { publishedAt: published }) }
      return (await change(keepMutation, { input })).readReport
    })
    if (!kept?.source) return
    draft.forget()
    go(reviewPath(kept.source.slug))
  }
  const problemsOf = (field: (typeof FIELDS)[number]) => ({
    ...{ problems: writing.problems, path: ['input', field] },
  })
  return (
    <Section title="Keep as a source" class="keep-as-source">
      <p class="faint">
        The text is stored, and what is read in it is proposed: it counts only once somebody accepts it, on
        the page that comes next.
      </p>
      <WriteProblems
        writing={writing}
        shown={FIELDS.map((field) => ['input', field])}
        takeTheirs={writing.clear}
        keepMine={() => keep()}
      />
      <DraftNotice draft={draft} />
      <form onSubmit={keep}>
        <div class="filters">
          <TextField
            label="Title"
            placeholder="its first line"
            value={value.title}
            choose={(title) => type({ title })}
            {...problemsOf('title')}
          />
          <NodeField
            label="Publisher"
            types={['ACTOR']}
            chosen={value.publisher}
            choose={(publisher) => type({ publisher })}
            {...problemsOf('publisher')}
          />
          <WordField
            label="Kind"
            value={value.kind}
            words={sourceKinds}
            choose={(kind) => type({ kind })}
            {...problemsOf('kind')}
          />
          <TextField
            label="Address"
            placeholder="https://…"
            isAddress
            value={value.url}
            choose={(url) => type({ url })}
            {...problemsOf('url')}
          />
          <button type="submit" class="button main" disabled={writing.isWriting}>
            Keep as a source
          </button>
        </div>
      </form>
    </Section>
  )
}

/** What is left empty is looked for in the text. */
const factsGiven = ({ title, publisher, kind, url }: ReportFacts) => ({
  ...(title && { title }),
  ...(publisher[0] && { publisher: publisher[0].key }),
  ...(kind && { kind }),
  ...(url && { url }),
})

interface TextFieldProps {
  readonly label: string
  readonly placeholder: string
  /** Whether the browser is to look whether it is a web address. */
  readonly isAddress?: boolean
  readonly value: string
  readonly choose: (text: string) => void
  readonly problems: readonly WriteProblem[]
  readonly path: readonly string[]
}

function TextField({ label, placeholder, isAddress = false, value, choose, problems, path }: TextFieldProps) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...(isAddress ? { type: 'url' } : { type: 'text' })}
        dir="auto"
        placeholder={placeholder}
        value={value}
        onInput={({ currentTarget }) => choose(currentTarget.value)}
      />
      <FieldProblems problems={problems} path={path} />
    </div>
  )
}
