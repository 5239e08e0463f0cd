import { foldedName, plainLetters } from '../../text/fold.ts'
import { statesOfAfrica } from './states-of-africa.ts'
import { statesOfAsia } from './states-of-asia.ts'
import { statesOfEurope } from './states-of-europe.ts'
import { statesOfOceania } from './states-of-oceania.ts'
import { statesOfTheAmericas } from './states-of-the-americas.ts'

/**
 * States as reports name them, a row each: its English names, the usual one first; what its people and things are called;
 * the places that stand for its government. All members of the UN, and those that are often named beside them.
 */
const stateRows = [statesOfAfrica, statesOfTheAmericas, statesOfAsia, statesOfEurope, statesOfOceania]
  .join('')
  .split('\n')
  .filter(Boolean)

export type StateForm = 'name' | 'people' | 'seat'

/** Every word for a state, its people or its seat of government → the state's first name. */
export const stateForms: { readonly form: string; readonly state: string; readonly of: StateForm }[] = []
/** States' names, and what their people and things are called, as `foldedName` has them → the first name, folded too. */
export const stateNames: Map<string, string> = new Map()
export const demonyms: Map<string, string> = new Map()

const formsAsWritten = new Map<string, { state: string; of: StateForm }>()

for (const row of stateRows) {
  const [names = [], peoples = [], seats = []] = row.split('|').map((cell) => cell.split(',').filter(Boolean))
  const state = names[0] as string
  for (const form of names) stateNames.set(learn(form, state, 'name'), foldedName(state))
  for (const form of peoples.flatMap(withPlural))
    demonyms.set(learn(form, state, 'people'), foldedName(state))
  for (const form of seats) learn(form, state, 'seat')
}

function learn(form: string, state: string, of: StateForm): string {
  stateForms.push({ form, state, of })
  if (!formsAsWritten.has(asWritten(form))) formsAsWritten.set(asWritten(form), { state, of })
  return foldedName(form).replace(/^the\s+/, '')
}

function asWritten(words: string): string {
  return plainLetters(words)
    .replace(/\s+/g, ' ')
    .replace(/^the\s+/i, '')
    .replace(/'s?$/, '')
    .replace(/(?<![\s,])[\s,]+$/, '')
}

/** Russians, but no Chineses. */
function withPlural(people: string): string[] {
  return /(?:ese|sh|[^e]ch|s|men|man|yz|-Kiribati|-Vanuatu)$/.test(people) && !/German$/.test(people)
    ? [people]
    : [people, `${people}s`]
}

/** The first name of the state that these words stand for: its name, a seat of its government, "the Russians". */
export function stateCalled(words: string): string | undefined {
  const found = formsAsWritten.get(asWritten(words)) ?? formsAsWritten.get(asWritten(inSmall(words)))
  if (found?.of !== 'people') return found?.state
  return /^the\s/i.test(words) && /s$/.test(words) ? found.state : undefined
}

/** Words in capitals all through, as headlines have them, in the letters in which they are written elsewhere. */
const inSmall = (words: string): string =>
  /^[\p{Lu}\s]{4,}$/u.test(words)
    ? words.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
    : words
