import { familyNames } from './family-names.ts'
import { foldedName } from './fold.ts'

const nameWord = /[\p{L}\p{N}]+/gu

/** They are in names, and no name is told by them. */
const smallInNames = 'the a an of and for in on at to by from with y e et und'
const beforeLastNames = 'de la le les el al da di do dos das du des del der den die von van bin ibn abu'
const particles = new Set(beforeLastNames.split(' '))
/** They stand in so many names that they tell hardly one from another. */
const usual = new Set(
  `${smallInNames} ${beforeLastNames}
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
/** Additions behind a person's last name. */
const behindLastName = /^(?:jr|sr|ii|iii|iv|phd|md|mp|mep|esq)$/

/**
 * The words by which whoever has a name is looked up, as texts and names are compared. Whoever is named in a text is named
 * with one of them, so that only names with a word of the text need be read, and few of those that it does not mean: of a
 * person what may stand for it alone, and of anything else the longest word that is not in every other name. None where a
 * name has no letter.
 */
export function keyWordsOf(name: string, isPerson: boolean): string[] {
  const plain = foldedName(name)
  const last = isPerson ? lastNamesIn(plain) : []
  if (last.length > 0) return last
  const key = keyWordFrom(wordsOfName(plain))
  return key === '' ? [] : [key]
}

/** The word by which the title of an office is looked up: its first, which says what is held. */
export const titleWordOf = (title: string): string =>
  wordsOfName(foldedName(title).replace(/^(?:the|an?)\s/, ''))[0] ?? ''

const wordsOfName = (plain: string): string[] => plain.match(nameWord) ?? []

/** The last part that is no initial and no Jr., the one before it, of two last names, and a family's name that stands first. */
function lastNamesIn(plain: string): string[] {
  const parts = plain
    .split(/\s+/)
    .map((part) => ({ whole: part.replace(/[.,]/g, ''), words: wordsOfName(part).filter(isTelling) }))
    .filter(({ whole, words }) => words.length > 0 && !behindLastName.test(whole))
  const [first] = parts
  const isBefore = first !== undefined && familyNames.has(first.whole)
  const last = [
    ...parts.slice(-1),
    ...(parts.length > 2 ? parts.slice(-2, -1) : []),
    ...(isBefore ? [first] : []),
  ]
  return [...new Set(last.flatMap(({ words }) => words))]
}

/** One letter is an initial. */
const isTelling = (one: string): boolean => one.length > 1 && !particles.has(one)

function keyWordFrom(words: readonly string[]): string {
  const telling = words.filter((one) => !usual.has(one))
  return longestOf(telling.length > 0 ? telling : words)
}

/** The last of those that are equally long. */
const longestOf = (words: readonly string[]): string =>
  words.reduce((longest, one) => (one.length >= longest.length ? one : longest), '')
