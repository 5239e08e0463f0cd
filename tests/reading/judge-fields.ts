import type { Span } from '../../src/extraction/attribution.ts'
import { wayOf } from './claim-text.ts'
import type { GoldReport, GoldStatement, Wanted } from './gold.ts'
import { whereOf } from './judge-found.ts'
import { compared, type Mark, type Measure, matched, right } from './marks.ts'
import type { Came, Prediction } from './prediction.ts'
import { cameName, isMeant, wantedName } from './whom.ts'

/** Everything that is said of one statement beside its speaker and its claim. */
export function judgeFields(report: GoldReport, gold: GoldStatement, came: Prediction): Mark[] {
  const where = whereOf(gold)
  return [
    ...whom('principal', where, gold.onBehalfOf, came.onBehalfOf),
    ...whom('addressee', where, gold.addressee, came.addressee),
    ...about(report, gold, came),
    ...compared('date', where, gold.saidAt, came.saidAt),
    matched('act', where, gold.act, came.act),
    matched('stance', where, gold.stance, came.stance),
    ...denial(report, gold, came),
    matched('certainty', where, gold.certainty, came.certainty),
  ]
}

function whom(measure: Measure, where: string, wanted: Wanted | undefined, came: Came | undefined): Mark[] {
  if (wanted && came && isMeant(wanted, came)) return [right(measure, where, cameName(came))]
  return compared(measure, where, wanted && wantedName(wanted), came && cameName(came))
}

/** All that gold has must be given, and what is given must be gold's. Nobody is asked to be about who speaks. */
function about({ graph }: GoldReport, gold: GoldStatement, came: Prediction): Mark[] {
  const where = whereOf(gold)
  const speakers = new Set(gold.speakers.map((one) => (one.is === 'known' ? one.slug : '')))
  const wanted = gold.about.filter((slug) => !speakers.has(slug))
  const given = came.about.filter((slug) => !speakers.has(slug))
  const missing = wanted.filter((slug) => !given.includes(slug))
  const names = { wanted: wanted.join(', ') || 'none', came: given.join(', ') || 'none' }
  const kind = `left out: ${[...new Set(missing.map((slug) => graph.entities.get(slug)))].sort().join(', ')}`
  const marks = given.map((slug) =>
    wanted.includes(slug)
      ? right('about given', where, slug)
      : ({
          measure: 'about given',
          outcome: 'wrong',
          kind: 'is not gold’s',
          ...names,
          came: slug,
          where,
        } as const),
  )
  if (wanted.length === 0) return marks
  if (missing.length === 0) return [...marks, right('about', where, names.came)]
  return [...marks, { measure: 'about', outcome: 'wrong', kind, ...names, where }]
}

const wordsAt = (text: string, spans: readonly Span[]): string =>
  spans.map(([begin, end]) => text.slice(begin, end)).join(' ')

/** Whether what somebody denies is still denied: a denial may be put as a claim, or as words, with a "not" that is affirmed. */
function denial({ text }: GoldReport, gold: GoldStatement, came: Prediction): Mark[] {
  if (gold.stance !== 'DENIES') return []
  const where = whereOf(gold)
  const isTurned =
    gold.claim && came.claim
      ? wayOf(gold.claim, gold.stance) !== wayOf(came.claim.text, came.stance)
      : came.stance === 'AFFIRMS' && wayOf(wordsAt(text, came.content), 'AFFIRMS') === 'for'
  if (!isTurned) return [right('denial', where, came.stance)]
  const given = `${came.stance} ${came.claim?.text ?? ''}`
  return [
    {
      measure: 'denial',
      outcome: 'wrong',
      kind: 'affirmed',
      wanted: `DENIES ${gold.claim ?? ''}`,
      came: given,
      where,
    },
  ]
}
