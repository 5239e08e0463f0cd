import { foldedName } from '../../text/fold.ts'
import { countWhile } from '../../text/in-order.ts'
import { itemAt } from '../../values/item-at.ts'
import type { Span } from '../attribution.ts'
import { isFirstName } from '../lexicon/first-names.ts'
import { noName } from '../lexicon/full-names.ts'
import { isNoPerson } from '../lexicon/person-name.ts'
import { demonyms } from '../lexicon/states.ts'
import { isFullName, isNameToo, isRole, isTitleWord, opensNoName } from '../lexicon/titles.ts'
import { type Description, describedAfter, describedAsBody, describedBefore } from './descriptions.ts'
import type { NameRun, RunWord } from './name-runs.ts'

/** A place where a text names somebody, in full or in short. */
export interface NamedPerson {
  readonly begin: number
  readonly end: number
  /** The name without what stands before it. */
  readonly name: string
  /** The name with the title in its own words: "Mayor Kravets". */
  readonly titled: string
  readonly before: Description
  readonly after: Description
  readonly isFull: boolean
  readonly isOwner: boolean
}

/** Those whom the runs of a text name, and short names that may be theirs. Whoever says something is taken for a person more readily. */
export function peopleInText(
  text: string,
  runs: readonly NameRun[],
  sources: readonly Span[],
): NamedPerson[] {
  const begins = sources.map(([begin]) => begin).sort((a, b) => a - b)
  return runs.flatMap((run) => personOf(text, run, begins) ?? [])
}

function personOf(text: string, run: NameRun, sources: readonly number[]): NamedPerson | undefined {
  const words = withoutSentenceOpening(text, run.words)
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last || words.length > 7) return undefined
  const title = words.findLastIndex(
    ({ word, begin }, i) =>
      isTitleWord(word) &&
      i < words.length - 1 &&
      !isSuffix(itemAt(words, i + 1)) &&
      !/["“„«‘]/.test(text.charAt(begin - 1)),
  )
  const [name, office] = afterOffice(text, words.slice(title + 1))
  const begin = itemAt(name, 0).begin
  const written = text.slice(begin, last.end).replace(/\s+/g, ' ')
  const called = text.charAt(last.end) === ':' ? nameInSmallLetters(written) : written
  const inRun = title >= 0 ? text.slice(first.begin, itemAt(words, title).end) : ''
  const outside = office ?? describedBefore(text, first.begin)
  const before = inRun ? { ...outside, words: `${outside.words} ${inRun}`.trim() } : outside
  const after = run.isOwner ? describedBefore('', 0) : describedAfter(text, last.end)
  const described = Boolean(before.words || after.words)
  const isFull = name.length > 1 && isFullName(withoutNickname(called))
  const isPerson = isFull
    ? !isBodyLike(called, described) &&
      !describedAsBody(text, run.begin, run.end) &&
      (described ||
        isFirstName(first.word) ||
        isFirstName(itemAt(name, 0).word) ||
        sourceBeginsAt(text, sources, run.begin))
    : name.length === 1 && (!isRole(called) || isNameToo(called))
  if (!isPerson) return undefined
  return {
    begin,
    end: last.end,
    name: called,
    titled: inRun ? `${inRun} ${called}` : called,
    before,
    after,
    isFull,
    isOwner: run.isOwner,
  }
}

const isBodyLike = (name: string, described: boolean): boolean =>
  isNoPerson(name) &&
  !(
    described &&
    !/\b(?:ministry|department|office|party|council|union)\b/i.test(name) &&
    isFirstName(name.split(' ')[0] as string)
  )

const isSuffix = ({ word }: RunWord): boolean => /^(?:Jr|Sr|II|III|IV)$/.test(word)

/** The words without "The", "But", "Yesterday", "Norwegian", "In May": they open sentences or stand before names. */
function withoutSentenceOpening(text: string, words: readonly RunWord[]): readonly RunWord[] {
  let from = 0
  while (from < words.length) {
    const { word, begin } = itemAt(words, from)
    const low = foldedName(word)
    const isMonth = /^(?:may|april|june|august)$/.test(low)
    const opens =
      (noName.has(low) &&
        !isTitleWord(word) &&
        (!isMonth ||
          /\b(?:in|since|by|until|last|this|of)\s$/i.test(text.slice(Math.max(0, begin - 7), begin)))) ||
      opensNoName(low) ||
      (demonyms.has(low) && words.length - from > 2)
    if (!opens) break
    from++
  }
  return words.slice(from)
}

/** "Minister of Culture Olena Petrenko": the office goes on to where a first name is. */
function afterOffice(text: string, words: readonly RunWord[]): [readonly RunWord[], Description?] {
  const first = itemAt(words, 0)
  const of = /\b(?:of|for)\s(?:the\s)?$/.exec(text.slice(Math.max(0, first.begin - 9), first.begin))
  if (!of || words.length < 3 || isFirstName(first.word)) return [words]
  const at = words.findIndex(({ word }, i) => i > 0 && i < words.length - 1 && isFirstName(word))
  if (at < 0) return [words]
  const { words: office, isFamily } = describedBefore(text, first.begin - of[0].length)
  return [
    words.slice(at),
    { words: office && `${office} of ${text.slice(first.begin, words[at - 1]?.end)}`, isFamily },
  ]
}

/** The names of a transcript's speakers are in capitals: IVAN KRAVETS. */
const nameInSmallLetters = (name: string): string =>
  name === name.toUpperCase() ? name.replace(/(?<=\p{L})\p{L}+/gu, (letters) => letters.toLowerCase()) : name

const withoutNickname = (name: string): string =>
  name.replace(/\s["“„«‘].*["”“»’]\s/u, ' ').replace(/["“”„«»]/g, '')

/** Whether a source begins at a name, or has it behind a comma: "the guest, Wang Xiaoling,". */
function sourceBeginsAt(text: string, sources: readonly number[], begin: number): boolean {
  const near = sources[countWhile(sources, (source) => source <= begin) - 1]
  if (near === undefined || begin - near > 60) return false
  return begin - near <= 4 || /^(?:the|a|an|his|her)\s[^,.;]+,\s$/i.test(text.slice(near, begin))
}
