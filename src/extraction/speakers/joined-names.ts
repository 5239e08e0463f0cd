import { foldedName } from '../../text/fold.ts'
import { bodyCalled } from '../lexicon/bodies.ts'
import { demonyms, stateCalled, stateForms } from '../lexicon/states.ts'
import { isFullName, withoutTitle } from '../lexicon/titles.ts'

const LONGEST_JOINED = 200
const MOST_NAMES_JOINED = 5
/** Names of states that have an "and" of their own. */
const statesWithAnd = stateForms.map(({ form }) => form).filter((form) => / and /.test(form))
const glue = '\u0000'

/**
 * The names that words join: "Mali and Burkina Faso", "Ivan Kravets and Anna Noor", "the Russian and Ukrainian ministries".
 * Undefined where they are one name ("Marks and Spencer", "the Ministry of Trade and Industry") or no names at all.
 */
export function joinedNames(
  words: string,
  isKnown: (name: string) => boolean,
): readonly string[] | undefined {
  if (words.length > LONGEST_JOINED || !/\sand\s/.test(words) || isKnown(words) || stateCalled(words))
    return undefined
  return ofTwoPeoples(words) ?? namesIfAll(words, isKnown)
}

function namesIfAll(words: string, isKnown: (name: string) => boolean): readonly string[] | undefined {
  const glued = statesWithAnd.reduce((all, form) => all.replace(form, form.replaceAll(' ', glue)), words)
  const names = glued.split(/,?\sand\s|,\s/).map((name) =>
    name
      .replaceAll(glue, ' ')
      .replace(/^both\s/i, '')
      .trim(),
  )
  if (names.length < 2 || names.length > MOST_NAMES_JOINED || new Set(names).size < names.length)
    return undefined
  const [first = ''] = names
  return names.every(
    (name, index) => isNameOrKnown(name, isKnown) && !(index > 0 && isContinued(first, name)),
  )
    ? names
    : undefined
}

function isNameOrKnown(words: string, isKnown: (name: string) => boolean): boolean {
  if (isKnown(words) || stateCalled(words)) return true
  const bare = words.replace(/^the\s+/i, '')
  if (!/^\p{Lu}/u.test(bare)) return false
  return bodyCalled(words) !== undefined || isFullName(withoutTitle(words))
}

/** "the Ministry of Justice and Police": what a body is for goes on, where nothing says that another one begins. */
const isContinued = (first: string, name: string): boolean =>
  /\s(?:of|for)\s/.test(first) &&
  bodyCalled(first) !== undefined &&
  !/^the\s/i.test(name) &&
  !stateCalled(name)

/** "the Russian and Ukrainian governments": the government of each. */
function ofTwoPeoples(words: string): readonly string[] | undefined {
  const found =
    /^(?:the\s|both\s(?:the\s)?)?(\p{Lu}\p{L}+) and (\p{Lu}\p{L}+) (\p{L}+(?:\s\p{L}+){0,2})$/u.exec(words)
  if (!found) return undefined
  const [, one = '', other = '', bodies = ''] = found
  const body = bodies.replace(/ies$/, 'y').replace(/(?<!s)s$/, '')
  const isTwo = [one, other].every((people) => demonyms.has(foldedName(people)))
  return isTwo && body !== bodies && bodyCalled(body) ? [`${one} ${body}`, `${other} ${body}`] : undefined
}
