/** Where a transcript gives the word to somebody: "KRAVETS:" at a line's beginning. */
export interface Turn {
  readonly begin: number
  readonly end: number
  readonly name: string
}

const label =
  /^[ \t]*(?:[-–—*•]\s)?(\p{Lu}[\p{L}\p{M}.'’-]{0,30}(?:[ ]\p{Lu}?[\p{L}\p{M}.'’-]{1,30}){0,4})(?:,[^:\n]{1,60}|\s\([^)\n]{1,60}\))?:(?=\s)/gmu

/** All turns of a text: a name and a colon, the name in capitals or one that comes again. */
export function turnsIn(text: string): Turn[] {
  const found = [...text.matchAll(label)].map((match): Turn => {
    const name = match[1] as string
    const begin = match.index + match[0].indexOf(name)
    return { begin, end: begin + name.length, name }
  })
  const times = new Map<string, number>()
  for (const { name } of found) times.set(name, (times.get(name) ?? 0) + 1)
  return found.filter(({ name }) => name === name.toUpperCase() || (times.get(name) as number) > 1)
}
