import { Random, Zipf } from './random.ts'

const onsets = 'b br ch d dr f g gr h k kl l m n p pr r s sh st t tr v vl z zh'.split(' ')
const vowels = 'a e i o u ya yu ai ei'.split(' ')
const endings = ['', '', '', 'n', 'r', 's', 't', 'k', 'l', 'sk']

const cyrillic: Record<string, string> = Object.fromEntries(
  'a:а b:б c:к d:д e:е f:ф g:г h:х i:і k:к l:л m:м n:н o:о p:п r:р s:с t:т u:у v:в y:й z:з'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)
const accents: Record<string, string> = { a: 'á', e: 'é', o: 'ö', s: 'š', u: 'ü', z: 'ž' }

/** How many different words there are; the commonest stands in every other sentence, the rarest in a handful. */
export const VOCABULARY = 20_000

/** Words of no language, each as frequent as words are. Their ranks are known, so a search can ask for a rare one. */
export class Words {
  readonly all: readonly string[]
  readonly #zipf: Zipf
  readonly #random: Random

  constructor(random: Random) {
    this.#random = random
    this.all = vocabulary()
    this.#zipf = new Zipf(random, VOCABULARY, 4)
  }

  next(): string {
    return this.all[this.#zipf.rank()] as string
  }

  sentence(length: number): string {
    const words = Array.from({ length }, () => this.next())
    return `${capital(words.join(' '))}.`
  }

  /** A name of one or two words, which all have the same chance. */
  name(): string {
    const words = [
      this.#random.pick(this.all),
      ...(this.#random.chance(0.7) ? [this.#random.pick(this.all)] : []),
    ]
    return words.map(capital).join(' ')
  }
}

/** The same words whatever the graph's seed: what is searched for must be known without reading the graph. */
export function vocabulary(): string[] {
  const random = new Random(7)
  const syllable = () => random.pick(onsets) + random.pick(vowels) + random.pick(endings)
  const words = new Set<string>()
  while (words.size < VOCABULARY) {
    const syllables = words.size < 200 ? 1 : random.between(2, 3)
    words.add(Array.from({ length: syllables }, syllable).join(''))
  }
  return [...words]
}

/** As the name might be written in Ukrainian, and in a language with diacritics. */
export const inCyrillic = (name: string): string =>
  [...name.toLowerCase()].map((letter) => cyrillic[letter] ?? letter).join('')
export const withAccents = (name: string): string =>
  name.replace(/[aeosuz]/, (letter) => accents[letter] ?? letter)

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
