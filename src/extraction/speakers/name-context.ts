import { isRole } from '../lexicon/titles.ts'
import { wordSet } from '../lexicon/words.ts'
import { type Words, wordAt } from './phrase-index.ts'

/** They have a capital where a sentence or a title begins, and are no part of a name. */
const capitalButNoName = wordSet(
  'a an the this that these those and or but nor so yet for if when while as at by in on of to from with without within ' +
    'against about after before since until although though because between among under over near into through during ' +
    'despite like unlike even only also both either neither not no yes he she it they we i you his her its their our my ' +
    'who what where why how there here then now today yesterday tomorrow meanwhile still just perhaps maybe says said ' +
    'is are was were has have had will would should could can may might must did does do let all some many most any ' +
    'every each one two three four five six seven eight nine ten former current monday tuesday wednesday thursday friday ' +
    'saturday sunday january february march april june july august september october november december',
)
export const isNoName = (word: string): boolean => capitalButNoName.has(word.toLowerCase())

/** Words of bodies and offices, which may follow the name of a state as they follow an adjective. */
const bodyAndOfficeWords = wordSet(
  'president prime premier foreign defence defense interior justice finance health minister ministry government army ' +
    'navy air armed forces police parliament embassy ambassador coast border state national military central supreme ' +
    'high security nuclear chancellor king queen',
)
/** States and seats that are names of people, of other places or of things as well. */
const namesakes = wordSet(
  'jordan chad georgia cuba israel india kenya guinea jamaica malta monaco panama ireland holland britain france ' +
    'germany turkey niger togo oman lebanon peru brazil america mali washington sofia lima santiago paris london vienna ' +
    'athens berlin kingston georgetown wellington roseau nassau sucre bern berne rome dublin victoria columbia congo ' +
    'mexico china samoa dominica macedonia micronesia grenada cyprus poland wales delhi santo domingo congress commonwealth ' +
    'beehive westminster emirates',
)
/** Words that end the name of an outlet, of a firm or of another place: Kyiv *Post*. */
const ofOthers = wordSet(
  'times post journal herald tribune independent news today daily standard telegraph gazette press tv radio agency ' +
    'airlines airways air express petroleum motors bank ocean sea lakes street avenue road square university college ' +
    'stadium county state island islands open idol virgin samoa columbia fc united city broadcasting',
)
/** Words before another place or thing of the same last word: *New* Mexico. */
const otherBefore = wordSet(
  'new latin inner outer little captain miss radio air bank voice gulf sea bay strait native african north south central lower',
)
const direction = wordSet(
  'north south east west northern southern eastern western central occupied greater mainland upper lower',
)
const sharedByContinents = wordSet('america korea ireland')

export const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word)

/** Whether words are but a part of a longer name: Michael Jordan, the Moscow Times, New Mexico, the Gulf of Oman. */
export function isPartOfOther(words: Words, first: number, last: number): boolean {
  const own = words.text.slice(words.begins[first], words.ends[last])
  return isLedBy(words, first, own) || isFollowed(words, last, own)
}

function isLedBy(words: Words, first: number, own: string): boolean {
  const before = wordAt(words, first, first - 1)
  if (before === 'of') return isOfOther(wordAt(words, first - 1, first - 2))
  if (!isCapital(before)) return false
  const small = before.toLowerCase()
  if (direction.has(small)) return sharedByContinents.has(own.toLowerCase())
  if (otherBefore.has(small)) return true
  if (capitalButNoName.has(small)) return false
  return namesakes.has(own.toLowerCase())
}

const isOfOther = (word: string): boolean =>
  /^(?:Bank|Voice|Gulf|Sea|Bay|Strait|Isle|Duke|Prince|University)$/.test(word)

function isFollowed(words: Words, last: number, own: string): boolean {
  let after = wordAt(words, last, last + 1)
  if (!isCapital(after)) return /^state$/.test(after) && /^(?:Washington|Georgia)$/.test(own)
  const small = after.toLowerCase()
  if (
    namesakes.has(own.toLowerCase()) &&
    !capitalButNoName.has(small) &&
    !bodyAndOfficeWords.has(small) &&
    !isRole(after)
  )
    return true
  for (let at = last + 1; isCapital(after) && at < last + 4; at++) {
    if (ofOthers.has(after.toLowerCase()) && !bodyAndOfficeWords.has(after.toLowerCase())) return true
    after = wordAt(words, at, at + 1)
  }
  return false
}

const placing = wordSet(
  'in near at outside around across inside over through throughout into above beneath beyond behind off toward towards ' +
    'via downtown central city capital reach reached leave left enter entered visit visited hit hits struck strike shelled shell bombed bomb ' +
    'shook rocked fled flee seized seize captured capture evacuate evacuated toured',
)
const ofGovernments =
  /^(?:critical|wary|ally|allies|suspicious|enemy|enemies|supportive|supporter|supporters|demands?|polic(?:y|ies)|intentions?|aims?|hand|influence|approval|backing|consent|behalf|part)$/i
const givenNameBefore =
  /^(?:pressure|support|orders?|signals?|response|answer|help|aid|reply|weapons|arms|money|permission|approval|guarantees?|instructions?|reaction|backing|assurances?|independent|independence|comment|word)$/i
const travelling =
  /^(?:travel\w*|fl(?:y|ew|ying|ights?)|went|go|goes|going|gone|came|come|coming|return\w*|visits?|trips?|roads?|mov(?:e|ed|ing)|march\w*|dr(?:ive|ove|iving)|advanc\w+|train|close|closer|route|way|journey|brought|bring|taken|take|rush\w*|fled)$/i
const ofTheTown =
  /^(?:region|airport|residents?|suburbs?|district|metro|time|city|mayor|streets?|oblast|hospitals?|neighbou?rhoods?|outskirts|based|metropolitan|police|buildings?|apartments?)$/i

/** Whether a capital is meant as a town rather than as the government that sits there: a blast in Moscow. */
export function isTown(words: Words, first: number, last: number): boolean {
  const [before, earlier] = wordsBefore(words, first)
  if (ofTheTown.test(wordAfter(words, last))) return true
  if (before === 'of') return !ofGovernments.test(earlier)
  if (before === 'from') return !givenNameBefore.test(earlier)
  if (before === 'to') return travelling.test(earlier)
  return placing.has(before)
}

/** The two words before, an article and a comma left out. */
function wordsBefore({ text, begins, ends }: Words, first: number): [string, string] {
  const found: string[] = []
  for (let at = first - 1; at >= 0 && at > first - 4 && found.length < 2; at--) {
    if (/[.!?;:\n]/.test(text.slice(ends[at], begins[at + 1]).replace(/\n(?!\n)/g, ' '))) break
    const word = text.slice(begins[at], ends[at]).toLowerCase()
    if (word !== 'the') found.push(word)
  }
  return [found[0] ?? '', found[1] ?? '']
}

/** The word after, past a possessive: Kyiv's airport. */
function wordAfter({ text, ends }: Words, last: number): string {
  const rest = text.slice(ends[last], (ends[last] ?? 0) + 40)
  return /^(?:'s?)?[\s-]+(\p{L}+)/u.exec(rest)?.[1] ?? ''
}

/** Words that only stand beside the American state of Georgia, and those beside the other. */
const american =
  /\b(?:Atlanta|Savannah|Alabama|Tennessee|Florida|Carolina|Fulton County|Macon|Augusta|Mississippi|Kemp|Ga\.|Gov\.|GOP)(?!\p{L})/u
const caucasian =
  /\b(?:Tbilisi|Georgians?|Caucasus|Ossetia|Abkhazia|Batumi|Saakashvili|Armenia|Azerbaijan)(?!\p{L})/u

/** Whether the Georgia of this text lies in America. */
export const isAmericanGeorgia = (text: string): boolean => american.test(text) && !caucasian.test(text)
