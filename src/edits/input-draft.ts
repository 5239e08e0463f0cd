import type { DossierDraft } from '../dossier/draft.ts'
import { formatPath, formatValue, valueAt } from '../dossier/problem.ts'
import type { FieldPath, Problem } from '../values/errors.ts'
import { formatProblem } from '../values/errors.ts'
import type { Section } from '../values/node-kinds.ts'
import { invalid } from './refusal.ts'
import type { InvalidInput } from './request.ts'

/** An item to be checked as a dossier's, and where in the caller's input it stands. */
export interface DraftedItem {
  readonly section: Section
  readonly fields: Readonly<Record<string, unknown>>
  readonly path: FieldPath
}

/** What a caller gives, as a draft of a dossier: the same checks find the same faults, at the caller's own paths. */
export class InputDraft implements DossierDraft {
  readonly file = 'input'
  readonly whole = 'this input'
  readonly data: Readonly<Record<string, unknown>>
  readonly #paths: ReadonlyMap<string, FieldPath>
  readonly #found = new WeakMap<Problem, InvalidInput>()

  constructor(items: readonly DraftedItem[]) {
    const lists: Record<string, object[]> = {}
    const paths = new Map<string, FieldPath>()
    for (const { section, fields, path } of items) {
      const list = lists[section] ?? []
      lists[section] = list
      paths.set(formatPath([section, list.length]), path)
      list.push(fields)
    }
    this.data = { hearsay: 1, ...lists }
    this.#paths = paths
  }

  // A field of its own: whoever changes the data copies the draft.
  readonly problem = (path: FieldPath, message: string, nearest: readonly string[] = []): Problem => {
    const [item, field] = [path.slice(0, 2), path.slice(2)]
    const value = formatValue(valueAt(this.data, path))
    const given = [...(this.#paths.get(formatPath(item)) ?? []), ...field]
    const problem = { file: this.file, path: formatPath(given), value, message }
    // The caller is told the path beside the sentence: it need only name the field.
    const said = formatProblem({ ...problem, path: formatPath(field) }).slice(this.file.length + 1)
    this.#found.set(problem, invalid(given, said.endsWith('?') ? said : `${said}.`, nearest))
    return problem
  }

  /** A problem that a check found in this draft, as the caller is told. */
  told(problem: Problem): InvalidInput {
    return this.#found.get(problem) ?? invalid([], problem.message)
  }
}
