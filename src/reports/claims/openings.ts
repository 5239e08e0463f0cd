import type { SaidWord } from './said-word.ts'

/** Words that only lead to the content, each with the comma that may follow; the longer ones first. */
const fillers = [
  "make no mistake|let me be clear|let me be very clear|let us be clear|let's be clear|to be clear|to be honest|as i said|as i have said",
  'i want to be clear|i must say|i can tell you|i can assure you|i have to say|i would say|i should say|the fact is|the truth is',
  'in fact|in my view|in our view|in my opinion|in our opinion|of course|you know|you see|i mean|mind you|after all|at the same time',
  'in contrast|by contrast|in short|in turn|in particular|in reality|in practice|so far|even so|in other words|for example|for instance|on the other hand|in the end|in addition|above all|as a result',
  "i think|i believe|we believe|we think|i am sure|i'm sure|i am convinced|we are convinced|we know|i know|i guess|i suppose",
  'mr president|mr. president|madam president|mr speaker|mr. speaker|your honour|your honor|ladies and gentlemen|dear friends|my friends|my friend',
  'look|well|listen|frankly|honestly|obviously|clearly|now|yes|no|yeah|okay|ok|oh|right|sure|sadly|unfortunately|luckily|fortunately',
  'however|moreover|furthermore|therefore|meanwhile|instead|also|besides|nevertheless|still|then|again|anyway|indeed|thus|thankfully|hopefully|gentlemen|judge|sir|madam|folks|friends|colleagues',
  'that|and|but|so|or|yet',
]
  .join('|')
  .split('|')
  .map((words) => words.split(' '))

/** Words that are no part of the sentence where a comma follows: “No, we did”, but “No boat was lost”. */
const asksComma =
  /^(?:look|well|listen|now|yes|no|yeah|okay|ok|oh|right|sure|still|then|again|also|instead|clearly|judge|so|or|yet|that|sir|madam|friends|folks|colleagues|gentlemen|hopefully)$/
const asksNone = /^(?:and|but|so|or|yet|that)$/

/** Words without what only opens them: the reporter's that, and, but; the speaker's look, well, I think. */
export function withoutOpeningWords(words: readonly SaidWord[], isFirst: boolean): readonly SaidWord[] {
  let rest = words
  for (let left = 6; left > 0; left--) {
    while (/^(?:[,;:–—.…-]+|\d{1,2}:\d\d)$/.test(rest[0]?.text ?? '')) rest = rest.slice(1)
    const length = openingOf(rest, isFirst && left === 6)
    if (length === 0) break
    rest = rest.slice(length)
  }
  return withoutEnd(rest)
}

function openingOf(words: readonly SaidWord[], isFirst: boolean): number {
  for (const filler of fillers) {
    if (
      !filler.every((one, at) => words[at]?.low === one || (one.includes("'") && isWritten(words, one, at)))
    )
      continue
    const next = words[filler.length]
    const hasComma = next?.text === ','
    const [first = ''] = filler
    if (filler.length === 1 && first === 'that') return isFirst && !hasComma && beginsClause(next) ? 1 : 0
    if (filler.length === 1 && asksComma.test(first) && !hasComma && !asksNone.test(first)) continue
    if (
      next === undefined ||
      (first === 'so' && /^(?:far|many|much|few|long|little|called|-)$/.test(next.low))
    )
      return 0
    if (next.low === 'that' && !hasComma) return filler.length + 1
    if (filler.length > 1 && !hasComma && !beginsClause(next)) continue
    return filler.length + (hasComma ? 1 : 0)
  }
  return 0
}

const isWritten = (words: readonly SaidWord[], one: string, at: number): boolean =>
  `${words[at]?.low ?? ''}${words[at + 1]?.low ?? ''}` === one

/** Whether a word can begin a clause: "that it fell", and not "that is so". */
const beginsClause = (next: SaidWord | undefined): boolean =>
  next !== undefined &&
  /^(?:DET|NOUN|PROPN|PRON|ADJ|NUM|ADP|ADV|VERB|SYM)$/.test(next.pos) &&
  !/^(?:was|is|are|were)$/.test(next.low)

const closingWord = /^(?:too|sir|madam|either|though|folks|right)$/

/** Without ", too", ", sir". */
function withoutEnd(words: readonly SaidWord[]): readonly SaidWord[] {
  let end = words.length
  while (end > 0 && /^[.,;:!–—-]+$/.test(words[end - 1]?.text ?? '')) end--
  if (end > 3 && closingWord.test(words[end - 1]?.low ?? '') && words[end - 2]?.text === ',') end -= 2
  return words.slice(0, end)
}
