/** Words with capitals that stand together: a name, with what may stand before it. */
export interface NameRun {
  readonly begin: number
  readonly end: number
  readonly words: readonly RunWord[]
  /** "Kravets's": it is somebody or something of his that is meant. */
  readonly isOwner: boolean
}

export interface RunWord {
  readonly word: string
  readonly begin: number
  readonly end: number
}

const runWordPattern = /\p{Lu}\.(?:-?\p{Lu}\.){0,6}(?=\s\p{Lu})|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu
const startsWithCapital = /^(?:(?:al|el|ad|an|ar|as|ash|at|az|bin|d|de|l|o)['’-])?\p{Lu}/u
const particle =
  /^(?:al|bin|ibn|bint|ben|abu|de|del|della|den|der|des|di|do|dos|da|du|el|la|le|van|von|ter|ten|zu|af|ould|y|e)$/
const runAbbreviation =
  /^(?:mr|mrs|ms|dr|prof|rev|gen|lt|col|maj|capt|sgt|cmdr|adm|sen|rep|gov|hon|st|ret|\p{Lu})$/iu
/** A space or one line's end, with a dot that only shortens a word, or with a mark around a nickname. */
const gapWithin = /^(?:[ \u00a0]|[ ]?\n[ ]?|[ ]?["“”„«»‘’][ ]|[ ]["“”„«»‘’][ ]?)$/

/** All runs of a text, in order. */
export function nameRuns(text: string): NameRun[] {
  const runs: NameRun[] = []
  let words: RunWord[] = []
  let pending: RunWord[] = []
  const close = (isOwner = false) => {
    const [first, last] = [words[0], words.at(-1)]
    if (first && last) runs.push({ begin: first.begin, end: last.end, words, isOwner })
    words = []
    pending = []
  }
  for (const match of text.matchAll(runWordPattern)) {
    const last = pending.at(-1) ?? words.at(-1)
    if (last && !isGapWithinName(text.slice(last.end, match.index), last.word)) close()
    const end = match.index + match[0].length
    const [bare, isOwner] = withoutPossessive(match[0], text.slice(end, end + 2))
    const one = { word: bare, begin: match.index, end: match.index + bare.length }
    if (startsWithCapital.test(bare)) {
      words.push(...pending, one)
      pending = []
      if (isOwner) close(true)
    } else if (words.length > 0 && particle.test(bare)) pending.push(one)
    else close()
  }
  close()
  return runs
}

function isGapWithinName(gap: string, before: string): boolean {
  if (gap.length > 3) return false
  return gapWithin.test(gap) || (/^\.[ \u00a0]$/.test(gap) && runAbbreviation.test(before))
}

/** The word without the ending of a possessive. */
function withoutPossessive(written: string, behind: string): [string, boolean] {
  const bare = written.replace(/['’]s$/, '')
  if (bare !== written) return [bare, true]
  const open = written.replace(/(?<!['’-])['’-]+$/, '')
  if (open === written || !/s['’]$/.test(written)) return [open, false]
  return /^ \p{Lu}/u.test(behind) ? [written, false] : [open, /^ \p{Ll}/u.test(behind)]
}
