import { CST, Lexer } from 'yaml'

/** More than anybody writes by hand. */
const DEEPEST_YAML = 100

/**
 * Whether YAML is nested more deeply than it can be read. The library goes down by calling itself, and where the stack ends
 * within a regular expression, V8 ends the process: so the words of the language are looked at first, one by one.
 */
export function isTooDeep(yaml: string): boolean {
  let [flow, block] = [0, 0]
  let [isLineStart, isScalar] = [true, false]
  for (const token of new Lexer().lex(yaml)) {
    const type = isScalar ? 'scalar' : CST.tokenType(token)
    isScalar = token === CST.SCALAR
    if (type === 'newline') block = 0
    else if (type === 'space' && isLineStart) block += token.length
    else if (type === 'seq-item-ind' || type === 'explicit-key-ind') block++
    else if (type === 'flow-seq-start' || type === 'flow-map-start') flow++
    else if (type === 'flow-seq-end' || type === 'flow-map-end') flow--
    isLineStart = type === 'newline'
    if (flow > DEEPEST_YAML || (flow === 0 && block > DEEPEST_YAML && type !== 'space' && type !== 'comment'))
      return true
  }
  return false
}
