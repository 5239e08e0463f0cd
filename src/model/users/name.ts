const LONGEST_NAME = 100

/** A name as names are told apart: whoever is added as `Ana` is not another than `ana`. */
export const comparedName = (name: string): string => name.trim().normalize('NFKC').toLowerCase()

/** Why nobody can be called so, and what would be right; null where they can. */
export function userNameProblem(name: string): string | null {
  if (name.trim() === '') return 'A user needs a name, such as ana or "Ana Kovač".'
  if (name !== name.trim().normalize('NFC') || /[\p{C}\p{Zl}\p{Zp}]/u.test(name))
    return 'A name has no spaces around it, no line breaks and no characters that cannot be seen.'
  if (name.startsWith('-'))
    return 'A name does not begin with a hyphen: the command line would take it for an option.'
  if ([...name].length > LONGEST_NAME) return `A name has at most ${LONGEST_NAME} characters.`
  return null
}
