import { kindOfBody } from './bodies.ts'

/** Forms of address: a name follows, of whatever word. */
const address = new Set(
  'mr mrs ms miss dr sir dame lord lady sen rep gov gen col capt lt sgt maj cmdr rev prof hon'.split(' '),
)
/** Words for what somebody is: offices, ranks and callings. */
const roleWords = new Set(
  (
    'man woman spokesman spokeswoman spokesperson minister president president-elect governor mayor senator congressman ' +
    'congresswoman chancellor premier king queen prince princess pope bishop archbishop cardinal chief chairman ' +
    'chairwoman chair leader officer official director aide adviser advisor analyst resident professor lawyer attorney ' +
    'judge justice doctor general colonel captain lieutenant sergeant major admiral commander marshal sheriff witness ' +
    'mother father wife husband son daughter brother sister author journalist reporter correspondent columnist editor ' +
    'writer blogger host anchor moderator pollster strategist economist expert executive ceo founder owner candidate ' +
    'nominee secretary ambassador envoy commissioner representative lawmaker legislator delegate teacher student driver ' +
    'neighbor neighbour friend survivor victim widow veteran pilot soldier scientist researcher historian activist ' +
    'manager coach player actor actress singer farmer worker critic supporter voter counsel prosecutor speaker whip ' +
    'superintendent principal businessman businesswoman billionaire philanthropist democrat republican independent ' +
    'spokespeople chairperson deputy vice-president undersecretary negotiator diplomat attache consul ombudsman coroner ' +
    'nurse firefighter paramedic engineer physician surgeon midwife meteorologist seismologist geologist chemist ' +
    'biologist virologist epidemiologist psychologist sociologist political-scientist shopkeeper baker butcher fisherman ' +
    'fighter rebel warlord imam priest pastor rabbi vicar sheikh emir sultan ayatollah patriarch dean rector trustee ' +
    'treasurer coordinator organiser organizer skipper sailor miner passenger tourist hiker translator interpreter ' +
    'policeman policewoman detective inspector constable investigator warden guard inmate prisoner hostage refugee ' +
    'councillor councilor councilman councilwoman alderman assemblyman assemblywoman mp mep peer baron baroness duke ' +
    'duchess boss head deputy-head headteacher headmaster tutor lecturer academic scholar poet novelist artist painter ' +
    'musician composer conductor producer filmmaker photographer designer architect builder electrician plumber carpenter ' +
    'mechanic trader banker broker investor shareholder landlord tenant homeowner grandmother grandfather aunt uncle niece ' +
    'brigadier monsignor accountant auditor barrister solicitor magistrate bailiff psychiatrist pharmacist dentist physicist ' +
    'mathematician statistician archaeologist anthropologist criminologist ecologist hydrologist climatologist foreman ' +
    'nephew cousin colleague ally rival headmistress counterpart girl boy teenager pensioner commander-in-chief secretary-general monk nun captain'
  ).split(' '),
)

const sentenceOpenings = new Set(
  (
    'yesterday today tonight tomorrow later earlier meanwhile instead however separately additionally moreover ' +
    'furthermore nevertheless nonetheless similarly likewise once again perhaps maybe especially including according ' +
    'unlike like despite afterwards afterward finally recently speaking asked citing last next only even much both ' +
    'additionally still thus hence therefore unlike among under over between against during without within upon per via'
  ).split(' '),
)

/** Whether a word with a capital only opens a sentence: Yesterday, Meanwhile. */
export const opensNoName = (word: string): boolean => sentenceOpenings.has(withoutStop(word))

const ofField =
  /^(?:\S+\s+)*?(?:secretary|minister|speaker|director|surgeon|attorney) of (?:state|defen[cs]e|the treasury|the interior|homeland security|labor|the house|national intelligence|justice|education|energy|commerce)\s+(?=\p{Lu})/iu

/** A first name and a last, with what may stand between them. */
const fullName =
  /^\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|al|bin|ibn|de|del|della|den|der|di|du|el|la|le|van|von)){0,3}\s+(?:d['’]|(?:al|de|el|van|von)-)?\p{Lu}(?=[\p{L}'’-]*\p{Ll})[\p{L}'’-]*(?:,? (?:Jr|Sr)\.?| I{2,3}| IV)?$/u

const LONGEST_TITLE = 150
const withoutStop = (word: string): string => word.replace(/(?<![.,])[.,]+$/, '').toLowerCase()
export const isRole = (word: string): boolean => roleWords.has(withoutStop(word))
export const isTitleWord = (word: string): boolean => isRole(word) || address.has(withoutStop(word))

/** Titles that are last names as well: Larry King. */
const alsoNames = /^(?:king|prince|pope|bishop|farmer|driver|judge|major|marshal|coach)$/i

export const isNameToo = (word: string): boolean => alsoNames.test(word)

export function isFullName(words: string): boolean {
  const last = words.split(/\s+/).at(-1) as string
  return fullName.test(words) && (!isTitleWord(last) || alsoNames.test(last))
}

/** Such words with a last name are one person's, the report's reader being trusted to know whose. */
const unmistaken =
  /^(?:the\s+)?(?:(?:vice\s+)?president|prime minister|chancellor|pope|king|queen|chief justice)\s/i

export const isOfficeWords = (words: string): boolean => unmistaken.test(words)

/** Titles that make something else with a name of one word: General Motors, King County, Republican Senators. */
const ambiguous =
  /^(?:general|king|prince|queen|student|republican|democrat|independent|executive|chief|chair)$/i

/**
 * A person's name without what the person is, before it and behind it: "Retired Lt. Gen. Michael Flynn",
 * "Representative Charles B. Rangel of New York". Other words come back as they are.
 */
export function withoutTitle(words: string): string {
  if (words.length > LONGEST_TITLE) return words
  const bare = words.replace(/\s*\(.*$/, '').replace(ofField, '')
  const parts = bare.split(/\s+/)
  const last = parts.findLastIndex((part, index) => isTitleWord(part) && index < parts.length - 1)
  if (last < 0 && bare.length === words.length) return words
  const name = parts.slice(last + 1).join(' ')
  const named = last < 0 ? name : name.replace(/\s(?:of|from|at|for)\s.*$/, '')
  if (kindOfBody(named)) return words
  if (isFullName(named)) return named
  const title = parts[last] ?? ''
  const isCalled = isRole(named) ? address.has(withoutStop(title)) : !ambiguous.test(title)
  return looksLikeLastName(named) && isCalled ? named : words
}

const looksLikeLastName = (word: string): boolean => /^\p{Lu}(?=[\p{L}'’-]*\p{Ll})[\p{L}'’-]*$/u.test(word)
