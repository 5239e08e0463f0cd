import { foldedName } from './fold.ts'

const word = /[\p{L}\p{N}]+/gu

/** They stand in so many names that they tell hardly one from another. */
const usual = new Set(
  `the a an of and for in on at to by from with de la le les el al da di do dos das du des del der den die von van bin ibn
  abu y e et und
  ministry minister ministers department government governments cabinet administration presidency president prime
  vice deputy party parties council committee commission agency authority office bureau board directorate secretariat
  secretary service services chief chairman head general spokesman spokeswoman spokesperson embassy mission
  police army navy force forces military militia guard guards brigade battalion division regiment corps unit command
  headquarters special operations security intelligence border national federal federation state states republic
  united union association alliance organization organisation society league institute institution foundation fund
  university college school academy center centre court supreme high parliament assembly congress senate house
  foreign affairs external internal interior home justice finance health education culture economic economy trade
  development energy agriculture transport labour labor environment defence defense emergency situations emergencies
  public social people peoples popular democratic republican liberal conservative socialist communist labour green
  islamic christian central regional local city municipal municipality town village county district province provincial
  region oblast krai raion community group groups front movement liberation resistance revolutionary freedom
  news newspaper post times daily weekly press agency radio television tv channel network media journal herald
  gazette tribune telegraph broadcasting company corporation corp inc ltd limited plc holding industries international
  bank global world human rights war peace law order new old great north south east west northern southern eastern
  western european american russian ukrainian british chinese german french first second third one two three`.split(
    /\s+/,
  ),
)
/** What may stand behind a person's last name. */
const behind = /^(?:jr|sr|ii|iii|iv|phd|md|mp|mep|esq)$/

/**
 * The word by which a name is looked up, as texts and names are compared. Whoever is named in a text is named with this
 * word, so that only names with a word of the text need be read, and few of those that it does not mean: of a person the
 * last name, and of anything else the longest word that is not in every other name. Empty where a name has no letter.
 */
export function keyWordOf(name: string, isPerson: boolean): string {
  const small = foldedName(name)
  return (isPerson && longestOf(wordsIn(lastNameIn(small)))) || keyOf(wordsIn(small))
}

/** The word by which the title of an office is looked up: its first, which says what is held. */
export const titleWordOf = (title: string): string =>
  wordsIn(foldedName(title).replace(/^(?:the|an?)\s/, ''))[0] ?? ''

const wordsIn = (small: string): string[] => small.match(word) ?? []

/** The last part that is no initial, no Jr. and no title; empty where there is none. */
const lastNameIn = (small: string): string =>
  small
    .split(/\s+/)
    .reverse()
    .find((part) => /[\p{L}\p{N}]{2}/u.test(part) && !behind.test(part.replace(/[.,]/g, ''))) ?? ''

function keyOf(words: readonly string[]): string {
  const telling = words.filter((one) => !usual.has(one))
  return longestOf(telling.length > 0 ? telling : words)
}

/** The last of those that are equally long. */
const longestOf = (words: readonly string[]): string =>
  words.reduce((longest, one) => (one.length >= longest.length ? one : longest), '')
