import type { MakerKit } from './made-value.ts'
import type { MappedRow } from './mapped-row.ts'
import { PatternFault } from './pattern-program.ts'
import { textPattern } from './safe-pattern.ts'
import type { Condition } from './value-schema.ts'

/** Whether something is made of a row. */
export type RowTest = (row: MappedRow) => boolean

/** Compiles conditions, all of which have to hold. */
export function compileConditions(conditions: readonly Condition[], kit: MakerKit): RowTest {
  const tests = conditions.map((condition) => compileCondition(condition, kit))
  return (row) => tests.every((test) => test(row))
}

function compileCondition({ column, is, not, empty, longest, matches }: Condition, kit: MakerKit): RowTest {
  const at = kit.columnAt(column)
  const allowed = is === undefined ? null : textsOf(is)
  const forbidden = not === undefined ? null : textsOf(not)
  const pattern = matches === undefined ? null : textPattern(matches)
  return (row) => {
    const text = at === undefined ? '' : row.textAt(at)
    if (empty !== undefined && (text === '') !== empty) return false
    if (longest !== undefined && text.length > longest) return false
    if (allowed && !allowed.has(text)) return false
    if (forbidden?.has(text)) return false
    return pattern === null || pattern instanceof PatternFault || pattern(text)
  }
}

const textsOf = (texts: string | readonly string[]): ReadonlySet<string> =>
  new Set(typeof texts === 'string' ? [texts] : texts)
