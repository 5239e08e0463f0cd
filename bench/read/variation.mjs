import { demonyms, stateNames } from '../../dist/extraction/lexicon/states.js'

const word = /\p{L}[\p{L}'’]*/gu
/** What stands in more texts than this share of them is what a language consists of, and stays. */
const COMMON = 0.02
const dates =
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'
const kept = new Set(
  [...stateNames.keys(), ...demonyms.keys(), dates].flatMap((name) => name.toLowerCase().split(/\P{L}+/u)),
)
const syllables =
  'ba be bo da de do fa fe ga go ha he ka ke ko la le lo ma me mo na ne no pa pe po ra re ro sa se so ta te to va ve vo za ze zo'.split(
    ' ',
  )

/**
 * The same reports over again, as others might write them: names are other names, and of the rarer words each is another
 * of its frequency and ending. So texts are as long and words as frequent as they were, and nobody is met again but those
 * who were met again within these reports.
 */
export class Variation {
  #names = new Set()
  /** Words that may stand for each other. */
  #classes = new Map()
  #others = { round: 0, other: new Map() }

  constructor(texts) {
    const texted = new Map()
    for (const text of texts)
      for (const one of new Set(text.match(word))) texted.set(one, (texted.get(one) ?? 0) + 1)
    for (const [one, count] of [...texted].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const plain = one.toLowerCase()
      if (kept.has(plain.replace(/['’]s$/, ''))) continue
      if (!texted.has(plain)) this.#names.add(one)
      else if (one === plain && one.length > 3 && count < texts.length * COMMON) this.#put(one, count)
    }
  }

  #put(one, count) {
    const key = `${Math.round(Math.log2(count))} ${/(?:ed|ing|s|ly)$/.exec(one)?.[0]}`
    const others = this.#classes.get(key) ?? []
    others.push(one)
    this.#classes.set(key, others)
  }

  /** In round 0 the text itself. */
  of(text, round) {
    if (round === 0) return text
    const other = this.#othersIn(round)
    return text.replace(word, (one) => other.get(one) ?? (this.#names.has(one) ? nameFor(one, round) : one))
  }

  #othersIn(round) {
    if (this.#others.round === round) return this.#others.other
    const other = new Map()
    for (const words of this.#classes.values())
      for (const [index, one] of words.entries()) other.set(one, words[(index + round * 7919) % words.length])
    this.#others = { round, other }
    return other
  }
}

/** Of the same form: an acronym stays one, and so does a possessive. */
function nameFor(one, round) {
  const [, stem, ending = ''] = /^(.*?)(['’]s)?$/u.exec(one)
  let hash = round * 40503
  for (const letter of stem.toLowerCase()) hash = (Math.imul(hash, 31) + letter.codePointAt(0)) >>> 0
  let made = ''
  for (; made.length < Math.max(2, stem.length); hash = (Math.imul(hash, 1103515245) + 12345) >>> 0)
    made += syllables[(hash >>> 8) % syllables.length]
  const isAcronym = stem.length > 1 && stem === stem.toUpperCase()
  return (
    (isAcronym ? made.slice(0, stem.length).toUpperCase() : made[0].toUpperCase() + made.slice(1)) + ending
  )
}
