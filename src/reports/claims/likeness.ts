import type { PlacedTerm, Proposition } from './proposition.ts'
import { claimTermOf, oppositesOf } from './terms.ts'

/** The weight of a term: the rarer, the more. */
export type WeightOf = (term: PlacedTerm) => number

const NAME_WEIGHT = 1.4
/** Whether it is Oskol or the town of Oskol, Kharvia or its army, changes little. */
const faint = new Set(
  'town city village area region country state people forces army troops government official officials authorities member members'
    .split(' ')
    .map((one) => claimTermOf(one).key),
)
const FAINT = 0.4
/** Two claims that share no more than this have only their subject in common. */
const FEWEST_SHARED = 2

/**
 * The likeness of two claims, from 0 to 1: how much of what each says the other says too. It is 0 where they cannot be
 * the same claim: where one denies what the other says, or a number, a name, a date or who did it to whom is another.
 * What the second says need not be said again where it stands around the first, in the same report.
 */
export function claimLikeness(
  a: Proposition,
  b: Proposition,
  weightOf: WeightOf,
  around: ReadonlySet<string> = nothing,
): number {
  if (a.isNegated !== b.isNegated || areOpposite(a, b)) return 0
  if (differ(a.numbers, b.numbers) || differ(a.dates, b.dates)) return 0
  const shared = a.terms.filter((term) => findIn(b, term))
  const needed = Math.min(FEWEST_SHARED, Math.max(a.terms.length, b.terms.length))
  if (shared.length < needed || !shared.some((term) => !term.isName)) return 0
  if (haveOtherNames(a, b) || areSwapped(b, shared)) return 0
  const number = sameNumber(a, b)
  const inA = share(a, b, weightOf, number)
  const inB = share(
    b,
    a,
    (term) => weightOf(term) * (around.has(term.key) && !findIn(a, term) ? GIVEN : 1),
    number,
  )
  return ((2 * inA * inB) / (inA + inB)) * (a.isFuture === b.isFuture ? 1 : OTHER_TIME)
}

/** The share of likeness that is left where only one of two claims is about the future. */
const OTHER_TIME = 0.55

const nothing: ReadonlySet<string> = new Set()
const GIVEN = 0.3

/** A number that both give tells as much as a rare word, one that only one gives half as much. */
const NUMBER = 4

const sameNumber = ({ numbers }: Proposition, other: Proposition): number =>
  numbers.size > 0 && other.numbers.size > 0 ? NUMBER : 0

/** The share of one claim's terms that the other has too, by weight. */
function share(one: Proposition, other: Proposition, weightOf: WeightOf, number: number): number {
  const common = sum(
    one.terms.filter((term) => findIn(other, term)),
    weightOf,
  )
  const all = sum(one.terms, weightOf) + (one.numbers.size > 0 ? (number === 0 ? NUMBER / 2 : NUMBER) : 0)
  return (common + number) / all
}

const sum = (terms: readonly PlacedTerm[], weightOf: WeightOf): number =>
  terms.reduce(
    (total, term) => total + weightOf(term) * (term.isName ? NAME_WEIGHT : faint.has(term.key) ? FAINT : 1),
    0,
  )

/** The same word; of names also a people's for its state's: Swedish, Sweden. */
function findIn({ byKey, terms }: Proposition, term: PlacedTerm): PlacedTerm | undefined {
  const found = byKey.get(term.key)
  if (found || !isNameLike(term)) return found
  return terms.find((other) => isNameLike(other) && areOfOnePeople(term.key, other.key))
}

const isNameLike = ({ isName, isFirst }: PlacedTerm): boolean => isName || isFirst

function areOfOnePeople(a: string, b: string): boolean {
  let shared = 0
  while (shared < a.length && a[shared] === b[shared]) shared++
  return shared >= 4 && shared >= Math.min(a.length, b.length) - 2 && Math.abs(a.length - b.length) <= 4
}

function areOpposite(a: Proposition, b: Proposition): boolean {
  for (const { key } of a.terms) {
    const opposites = oppositesOf.get(key)
    if (!opposites || b.byKey.has(key)) continue
    for (const other of opposites) if (b.byKey.has(other) && !a.byKey.has(other)) return true
  }
  return false
}

/** Each has what the other has not. */
const differ = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((one) => !b.has(one)) && [...b].some((one) => !a.has(one))

const haveOtherNames = (a: Proposition, b: Proposition): boolean => hasOtherName(a, b) && hasOtherName(b, a)

const hasOtherName = (a: Proposition, b: Proposition): boolean =>
  a.terms.some((term) => term.isName && !findIn(b, term))

/**
 * "Kharvia shelled Oskol" and "Oskol shelled Kharvia": two that stand on the two sides of one verb, and in the other claim
 * the other way round. A passive turns them round once more.
 */
function areSwapped(b: Proposition, shared: readonly PlacedTerm[]): boolean {
  const pairs = shared.flatMap((inA) => {
    const inB = findIn(b, inA)
    return inB ? [{ inA, inB }] : []
  })
  for (const verb of pairs.filter(({ inA }) => inA.isVerb)) {
    const sides = pairs
      .filter(({ inA }) => inA.key !== verb.inA.key && !inA.isVerb)
      .map(({ inA, inB }) => ({
        inA: sideOfVerb(inA, verb.inA),
        inB: sideOfVerb(inB, verb.inB),
        isName: isNameLike(inA),
      }))
    const turned = sides.filter(({ inA, inB }) => inA !== inB)
    const kept = sides.filter(({ inA, inB }) => inA === inB)
    const both = turned.some(({ inA }) => inA === 'before') && turned.some(({ inA }) => inA === 'after')
    if (both && kept.length < turned.length && turned.some(({ isName }) => isName)) return true
  }
  return false
}

/** The side of a verb on which a term stands, counted as in the active: the agent of a passive is before it. */
function sideOfVerb(term: PlacedTerm, verb: PlacedTerm): 'before' | 'after' {
  const isBefore = term.at < verb.at
  if (!verb.isPassive) return isBefore ? 'before' : 'after'
  return !isBefore && term.isAgent ? 'before' : 'after'
}
