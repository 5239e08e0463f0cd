import { textProblem } from '../text/text-problem.ts'
import type { FieldPath, Problem } from '../values/errors.ts'
import type { DossierDraft, DossierPart } from './draft.ts'

/** More than the format has anywhere; whatever walks through the data may go down by calling itself. */
export const DEEPEST_DATA = 20

/** Something in the data, and the way to it from the inside out: most ways are never needed. */
interface DataPlace {
  readonly value: unknown
  readonly key: string | number
  readonly outer: DataPlace | null
  readonly depth: number
}

/**
 * Problems with what no dossier may hold, whatever field it stands in: texts that cannot be kept as they are, keys that
 * would be lost, and lists within lists without end. Escapes can write them in JSON and YAML, where the file itself is
 * plain text.
 */
export const unsoundIn = (draft: DossierDraft): readonly Problem[] => unsoundAt(draft, [], draft.data)

/** The same in what stands at a path. */
export function unsoundAt(part: DossierPart, path: FieldPath, data: unknown): readonly Problem[] {
  const problems: Problem[] = []
  const open: DataPlace[] = [{ value: data, key: '', outer: null, depth: path.length }]
  for (let place = open.pop(); place; place = open.pop()) {
    const message = dataFault(place)
    if (message !== null) problems.push(part.problem([...path, ...dataPath(place)], message))
    else if (typeof place.value === 'object' && place.value !== null)
      for (const [key, value] of entriesIn(place.value))
        open.push({ value, key, outer: place, depth: place.depth + 1 })
  }
  return problems
}

const entriesIn = (value: object): Iterable<[string | number, unknown]> =>
  Array.isArray(value) ? value.entries() : Object.entries(value)

function dataFault({ value, key, depth }: DataPlace): string | null {
  if (depth > DEEPEST_DATA) return 'is nested too deeply to be read'
  if (key === '__proto__') return 'can be no key: choose another'
  const wrongKey = typeof key === 'string' ? textProblem(key) : null
  if (wrongKey !== null) return `${wrongKey}: it is a key here`
  return typeof value === 'string' ? textProblem(value) : null
}

function dataPath(place: DataPlace): FieldPath {
  const path: (string | number)[] = []
  for (let at = place; at.outer; at = at.outer) path.push(at.key)
  return path.reverse()
}
