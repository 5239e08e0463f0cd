/** One thing that is wrong in a dossier, with where it stands and what would be right. */
export interface Problem {
  readonly file: string
  /** Both from 1. */
  readonly line: number
  readonly column: number
  /** The field, such as `statements[3].speaker`; empty where it is about the file. */
  readonly path: string
  /** The value that stands there, as JSON; empty where none does. */
  readonly value: string
  readonly message: string
}

/** A dossier, or several, with problems: nothing of them was written. */
export class DossierError extends Error {
  override readonly name = 'DossierError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.problems = problems
  }
}

/** `belgorod.yaml:12:5 statements[3].speaker "rusia": …`, which editors and terminals make a link of. */
export function formatProblem({ file, line, column, path, value, message }: Problem): string {
  const what = [path, value].filter((part) => part !== '').join(' ')
  return `${file}:${line}:${column} ${what === '' ? '' : `${what}: `}${message}`
}

export const inOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.path, b.path),
  )

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export type FieldPath = readonly (string | number)[]

export const formatPath = (path: FieldPath): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${clip(part)}`))
    .join('')

export function formatValue(value: unknown): string {
  if (value === undefined) return ''
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}'
  return clip(typeof value === 'string' ? JSON.stringify(value.slice(0, LONGEST)) : String(value))
}

const LONGEST = 80

const clip = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)
