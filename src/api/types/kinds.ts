import { UserError } from '../../values/errors.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { wordList } from '../../values/word-list.ts'

/**
 * The kinds of node that an argument asks for, all of `allowed` if it asks for none in particular. What could never be in
 * the answer is refused: an empty one would say that there is nothing.
 *
 * @param what What the kinds are of, such as “A timeline”.
 */
export function kindsAmong<Kind extends NodeType>(
  argument: string,
  kinds: readonly NodeType[] | null | undefined,
  allowed: readonly Kind[],
  what: string,
): readonly Kind[] {
  const other = kinds?.find((kind) => !allowed.some((one) => one === kind))
  if (other)
    throw new UserError(`${what} is of ${wordList(allowed)}; ${other} has no place in it.`, [argument])
  return allowed.filter((kind) => !kinds || kinds.includes(kind))
}
