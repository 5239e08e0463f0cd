/** The label of a transcript's turn: "KRAVETS:" at a line's beginning. */
export interface SpeakerLabel {
  readonly begin: number
  readonly end: number
  readonly name: string
}

/** The number of labels that make a transcript, whatever the names look like. */
const FEW = 3

const label =
  /^[ \t]*(?:[-–—*•]\s)?(\p{Lu}[\p{L}\p{M}.'’-]{0,30}(?:[ ]\p{Lu}?[\p{L}\p{M}.'’-]{1,30}){0,4})(?:,[^:\n]{1,60}|\s\([^)\n]{1,60}\))?:(?=\s)/gmu

/** All labels of a text: a name and a colon, where there are several, or the name is in capitals or comes again. */
export function speakerLabels(text: string): SpeakerLabel[] {
  const found = [...text.matchAll(label)].map((match): SpeakerLabel => {
    const name = match[1] as string
    const begin = match.index + match[0].indexOf(name)
    return { begin, end: match.index + match[0].length - 1, name }
  })
  const times = new Map<string, number>()
  for (const { name } of found) times.set(name, (times.get(name) ?? 0) + 1)
  const isLabel = ({ name }: SpeakerLabel) => name === name.toUpperCase() || (times.get(name) as number) > 1
  return found.length >= FEW ? found : found.filter(isLabel)
}

/** A transcript's labels that are all in capitals, as they would be written elsewhere; all else stays in its place. */
export const labelsInSmallLetters = (text: string): string =>
  text.replace(/^(?:\p{Lu}[^\p{Ll}\n:]{3,100}):(?=\s)/gmu, (label) =>
    label.replace(/\p{Lu}{2,}/gu, (word) => {
      const small = word.toLowerCase()
      if (small.length !== word.length) return word
      return /^(?:of|for|the|at|to|and|in)$/.test(small) ? small : `${word[0]}${small.slice(1)}`
    }),
  )
