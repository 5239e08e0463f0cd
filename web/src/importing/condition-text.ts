import { isPlainObject } from './mapping.ts'

const either = (texts: unknown): string =>
  (Array.isArray(texts) ? texts : [texts]).map((text) => `“${text}”`).join(' or ')

/** What a row has to be like, in words: “outlet” is not empty. */
export function conditionText(condition: unknown): string {
  if (!isPlainObject(condition)) return String(condition)
  const { column, is, not, empty, matches } = condition
  const said = [
    ...(is === undefined ? [] : [`is ${either(is)}`]),
    ...(not === undefined ? [] : [`is not ${either(not)}`]),
    ...(empty === undefined ? [] : [empty ? 'is empty' : 'is not empty']),
    ...(matches === undefined ? [] : [`matches ${matches}`]),
  ]
  return `“${column}” ${said.join(' and ')}`
}
