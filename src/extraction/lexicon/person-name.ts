import { familyNames } from '../../text/family-names.ts'
import { foldedName } from '../../text/fold.ts'
import { bodyCalled } from './bodies.ts'
import { isFirstName } from './first-names.ts'

/** An addition at the end of a name that is no last name: Jr, III. */
const suffix = /^(?:jr|sr|ii|iii|iv)$/
const isInitialLetter = /^\p{L}$/u

/** The parts of a person's name as they are compared: folded, without initials and without "Jr." */
export function partsOfName(name: string): string[] {
  const parts = foldedName(name)
    .replace(/["“”„«»()]/g, ' ')
    .replace(/(?<=\p{L})\.(?=\s|$)/gu, '')
    .split(/[\s,.]+/)
    .filter((part) => part && !suffix.test(part))
  const full = parts.filter((part) => !isInitialLetter.test(part))
  return full.length > 0 ? full : parts
}

const withoutArticle = (part: string): string => part.replace(/^(?:al|el|an|ar|as|ash|at|az)-/, '')

/**
 * How well a short name fits a full one: 3 by the last name, 2 by another but the first, 1 by the first, 0 not at all.
 * Where the family's name stands first, as in China, Korea and Vietnam, it counts as the last.
 */
export function fitOfShortName(short: readonly string[], full: readonly string[]): number {
  if (short.length === 0 || short.length > full.length) return 0
  const wanted = short.map(withoutArticle).join(' ')
  const at = full.findIndex(
    (_, i) =>
      full
        .slice(i, i + short.length)
        .map(withoutArticle)
        .join(' ') === wanted,
  )
  if (at < 0) return 0
  if (at + short.length === full.length) return 3
  if (at === 0) return familyNames.has(full[0] as string) || short.length > 1 ? 3 : 1
  return 2
}

/** Single names by which a person may be called: the last, the first of two last ones, a family's name before the given. */
export function lastNamesOf(name: string): string[] {
  const parts = partsOfName(name)
  if (parts.length < 2) return []
  const last = withoutArticle(parts.at(-1) as string)
  const found = [last]
  const before = parts.at(-2) as string
  if (parts.length > 2 && before.length > 3 && !isFirstName(before)) found.push(before)
  if (familyNames.has(parts[0] as string)) found.push(parts[0] as string)
  return found
}

/** Whether one name is the other with something left out in the middle: Donald Trump, Donald John Trump. */
export function isSameName(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 2 || short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false
  let at = 0
  for (const part of long) if (part === short[at]) at++
  return at === short.length
}

const placeWord =
  /^(?:street|avenue|road|lane|square|river|bridge|lake|mountain|mountains|hill|hills|island|islands|bay|sea|ocean|strait|gulf|canal|channel|city|town|village|county|province|region|oblast|state|states|republic|kingdom|airport|station|port|harbou?r|hospital|hotel|park|valley|desert|forest|beach|coast|dam|castle|cathedral|mosque|temple|tower|house|palace|prison|camp|base|stadium|museum|theatre|theater|day|war|act|law|bill|treaty|agreement|accord|accords|protocol|convention|cup|league|prize|award|games|festival|summit|plan|programme|program|project|operation|crisis|revolution|spring|front|line|zone|strip|bank|heights|district|highway|motorway|railway|pipeline|plant|mine|field|age|era|week|report|constitution|bureau|initiative|space|age|cross|crescent|guard|brigade|battalion|pact|deal|code|service|services|school|academy|gallery|library|orchestra|club|united|rovers|fc|inc|ltd|plc|corp|llc|gmbh|ag|sa|street's)$/
const placeOpening =
  /^(?:san|santa|saint|st|new|north|northern|south|southern|east|eastern|west|western|central|upper|lower|great|greater|port|fort|mount|lake|cape|los|las|united|old|royal|national|international|federal|supreme|high|big|black|white|red|green|blue|grand|world|global|european|african|asian|american|gulf|bay|operation|hurricane|storm|typhoon|gospel|radio|tv|hotel|camp|project|agence|banco|banque|associated)$/

/** Whether words with capitals have what no person's name has. */
export function isNoPerson(name: string): boolean {
  const parts = foldedName(name).split(/\s+/)
  return (
    placeWord.test(parts.at(-1) as string) ||
    placeOpening.test(parts[0] as string) ||
    bodyCalled(name) !== undefined
  )
}
