import { stemmed } from '../../text/stem.ts'
import { Lru } from '../../values/lru.ts'
import { verbForms } from './verbs.ts'

/** Words that say the same of the same things, the first of each row standing for all. */
const synonyms = [
  'kill dead death die fatality killing toll',
  'injure wound hurt injury',
  'attack assault strike raid hit',
  'shell bombard',
  'drone uav',
  'soldier troop serviceman',
  'ship vessel tanker freighter',
  'abduct kidnap kidnapping abduction',
  'falsify rig',
  'seize take capture seizure',
  'pupil schoolchild',
  'plane aircraft aeroplane airplane jet',
  'police policeman officer',
  'begin start',
  'end finish',
  'buy purchase',
  'explode explosion blast',
  'destroy destruction',
  'fire blaze',
  'firm company',
]
/** Pairs of words that cannot both be true of the same thing. */
const opposites = [
  ['destroy', 'intact'],
  ['deny', 'confirm'],
  ['rise', 'fall'],
  ['increase', 'decrease'],
  ['grow', 'shrink'],
  ['kill', 'alive'],
  ['kill', 'survive'],
  ['win', 'lose'],
  ['open', 'close'],
  ['safe', 'dangerous'],
  ['safe', 'unsafe'],
  ['guilty', 'innocent'],
  ['accept', 'reject'],
  ['true', 'false'],
  ['legal', 'illegal'],
  ['lawful', 'unlawful'],
  ['pass', 'fail'],
  ['succeed', 'fail'],
  ['advance', 'retreat'],
  ['enter', 'leave'],
  ['free', 'capture'],
  ['allow', 'ban'],
  ['permit', 'forbid'],
  ['stop', 'continue'],
  ['begin', 'end'],
  ['deliberate', 'accidental'],
  ['support', 'oppose'],
  ['present', 'absent'],
  ['present', 'missing'],
  ['hold', 'abandon'],
  ['possible', 'impossible'],
  ['able', 'unable'],
  ['full', 'empty'],
  ['strong', 'weak'],
  ['more', 'fewer'],
  ['more', 'less'],
] as const

/** The word as which a word is compared, and the forms in which it stands in the index: “dead” counts as “kill”. */
export interface Term {
  readonly key: string
  readonly forms: readonly string[]
}

const synonymGroups = synonyms.map((row) => row.split(' '))
const keyOfStem = new Map(
  synonymGroups.flatMap(([first = '', ...rest]) =>
    rest.map((one) => [stemmed(one), stemmed(first)] as const),
  ),
)
const formsOfKey = new Map(
  synonymGroups.map((row) => [stemmed(row[0] as string), row.flatMap((one) => [...verbForms(one)])] as const),
)

const keptTerms = new Lru<string, Term>(50_000)

/** The term of a folded word: shot and shooting are one, and so are dead and killed. */
export const claimTermOf = (token: string): Term => keptTerms.take(token, newTerm)

function newTerm(token: string): Term {
  const [base = token] = verbForms(token)
  const stem = stemmed(base)
  const key = keyOfStem.get(stem) ?? stem
  const forms = new Set(
    [token, stem, ...(formsOfKey.get(key) ?? verbForms(token))].flatMap((one) => [one, stemmed(one)]),
  )
  return { key, forms: [...forms].slice(0, MOST_FORMS) }
}

const MOST_FORMS = 24

/** The terms that say the opposite of a term. */
export const oppositesOf: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const found = new Map<string, Set<string>>()
  const add = (one: string, other: string) => found.set(one, (found.get(one) ?? new Set()).add(other))
  for (const [one, other] of opposites) {
    const [a, b] = [claimTermOf(one).key, claimTermOf(other).key]
    add(a, b)
    add(b, a)
  }
  return found
})()
