import { danglingPronouns, isBalanced, isWholeSentence, likenessOf, wayOf } from './claim-text.ts'
import type { GoldReport, GoldStatement } from './gold.ts'
import { whereOf } from './judge-found.ts'
import { type Mark, right } from './marks.ts'
import type { Pairs } from './pairs.ts'
import type { PredictedClaim, Prediction } from './prediction.ts'

/** With so much in common with gold's, a claim says the same. */
const SAME = 0.75
/** And with so much, it is about the same, so that it may say the opposite. */
const ABOUT_THE_SAME = 0.5

type Judged = Prediction & { readonly claim: PredictedClaim }

/** New claims must stand alone, and those of the graph be the ones that are meant. */
export function judgeClaims(report: GoldReport, predictions: readonly Prediction[], pairs: Pairs): Mark[] {
  const golds = new Map([...pairs].map(([gold, came]) => [came, gold]))
  const withClaims = predictions.filter((one): one is Judged => one.claim !== undefined)
  const counted = withClaims.filter((one) => !one.isNested || golds.has(one))
  const isNew = counted.filter(({ claim }) => claim.isNew)
  const made = [...new Map(isNew.reverse().map((one) => [one.claim.slug, one])).values()].reverse()
  const offered = counted.filter(({ claim }) => !claim.isNew)
  return [
    ...made.map((one) => newMark(one, golds.get(one))),
    ...offered.map((one) => offeredMark(report, one, golds.get(one))),
    ...[...pairs].flatMap(([gold, came]) => dueMark(gold, came)),
  ]
}

function newMark(came: Judged, gold: GoldStatement | undefined): Mark {
  const where = gold ? whereOf(gold) : came.claim.text
  const kind = faultOf(came, gold)
  if (!kind) return right('claim', where, came.claim.text)
  return {
    measure: 'claim',
    outcome: 'wrong',
    kind,
    wanted: gold?.claim ?? 'none',
    came: came.claim.text,
    where,
  }
}

function faultOf({ claim: { text }, stance }: Judged, gold: GoldStatement | undefined): string | undefined {
  if (!gold) return 'of what is no statement of gold'
  if (!gold.claim) return 'none is due'
  if (danglingPronouns(text, gold.claim).length > 0) return 'dangling pronoun'
  if (!isWholeSentence(text)) return 'no whole sentence'
  if (!isBalanced(text)) return 'quotation marks'
  if (likenessOf(text, gold.claim) < SAME) return 'other words'
  return wayOf(text, stance) === wayOf(gold.claim, gold.stance) ? undefined : 'the opposite'
}

function offeredMark({ graph }: GoldReport, came: Judged, gold: GoldStatement | undefined): Mark {
  const { slug, text } = came.claim
  const where = gold ? whereOf(gold) : slug
  if (gold?.nearest === slug) return right('nearest', where, slug)
  const wanted = gold?.nearest ?? 'none'
  const meant = graph.claims.get(wanted)
  const isOpposite = meant?.contradicts.has(slug) || (gold && isTheOpposite(came, gold, meant?.text))
  const kind = isOpposite ? 'the opposite' : gold ? 'another claim' : 'of what is no statement of gold'
  return { measure: 'nearest', outcome: 'wrong', kind, wanted, came: `${slug}: ${text}`, where }
}

/** Whether taking the side on the claim of the graph would turn around what was said. */
function isTheOpposite({ claim, stance }: Judged, gold: GoldStatement, meant: string | undefined): boolean {
  const said = gold.claim ?? meant
  if (!said || likenessOf(said, claim.text) < ABOUT_THE_SAME) return false
  return wayOf(claim.text, stance) !== wayOf(said, gold.stance)
}

function dueMark(gold: GoldStatement, { claim }: Prediction): Mark[] {
  if (!gold.nearest) return []
  const where = whereOf(gold)
  const offered = claim?.isNew === false ? claim.slug : undefined
  if (offered === gold.nearest) return [right('nearest due', where, offered)]
  const kind = offered ? 'another claim' : claim ? 'a new claim instead' : 'no claim at all'
  return [
    {
      measure: 'nearest due',
      outcome: 'wrong',
      kind,
      wanted: gold.nearest,
      came: claim?.slug ?? 'none',
      where,
    },
  ]
}
