import type { ClaimRelationType } from '../../values/vocabulary.ts'
import { wordList } from '../../values/word-list.ts'
import { type ComparedClaim, sharedPart } from './duplicate-compared-claim.ts'
import { bothDiffer, bothSame, type Evidence, evidenceIf } from './duplicate-evidence.ts'

/** How many actors take one side on both claims, and how many take opposite ones. */
export interface SidesTaken {
  readonly alike: number
  readonly opposed: number
}

/** All that speaks for two claims saying one and the same, and against it. */
export const claimEvidence = (
  a: ComparedClaim,
  b: ComparedClaim,
  relations: readonly ClaimRelationType[],
  sides: SidesTaken | undefined,
): Evidence[] => [
  ...textEvidence(a, b),
  ...relations.flatMap((type) => relationEvidence[type]),
  ...figureEvidence(a, b),
  ...referenceEvidence(a, b),
  ...(sides ? sideEvidence(sides) : []),
]

/** From a half of the words in common, which tells little, to all of them. */
function textEvidence(a: ComparedClaim, b: ComparedClaim): Evidence[] {
  if (a.plain === b.plain) return [{ weight: 4, reason: `Both say “${a.text}”` }]
  const words = [...a.terms].filter((term) => b.terms.has(term))
  const weight = 5.5 * sharedPart(a.terms, b.terms) - 2
  const shared = wordList(words.slice(0, 6).map((word) => `“${word}”`))
  return [
    { weight, reason: `Their texts share ${words.length} words, such as ${shared}.` },
    ...evidenceIf(isDenying(a) !== isDenying(b), -4, () => 'But one of them says that it is not so.'),
    ...evidenceIf(numbersIn(a) !== numbersIn(b), -4, () => 'But there are different numbers in their texts.'),
  ]
}

const denyingWord = /(?:\b(?:not|no|never|nobody|none|nothing|neither|nor|without|cannot)\b|n['’]t\b)/i

const isDenying = ({ text }: ComparedClaim): boolean => denyingWord.test(text)
const numbersIn = ({ text }: ComparedClaim): string => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).sort().join(' ')

const relationEvidence: Readonly<Record<ClaimRelationType, Evidence[]>> = {
  EQUIVALENT: [{ weight: 3, reason: 'They are written down as equivalent.' }],
  CONTRADICTS: [{ weight: -8, reason: 'But one of them contradicts the other.' }],
  REFINES: [{ weight: -2, reason: 'But one of them refines the other.' }],
  SUPPORTS: [{ weight: -2, reason: 'But one of them supports the other.' }],
}

const figureEvidence = (a: ComparedClaim, b: ComparedClaim): Evidence[] =>
  a.unit === null || b.unit === null
    ? []
    : [
        ...evidenceIf(
          a.unit === b.unit && (bothDiffer(a.low, b.low) || bothDiffer(a.high, b.high)),
          -5,
          () => `But their figures differ: ${figureText(a)} and ${figureText(b)}.`,
        ),
        ...evidenceIf(
          bothSame(figureText(a), figureText(b)),
          1,
          () => `Both have the figure ${figureText(a)}.`,
        ),
      ]

const figureText = ({ low, high, unit }: ComparedClaim): string =>
  `${[...new Set([low, high].filter((end) => end !== null))].join(' to ')} ${unit}`

const referenceEvidence = (a: ComparedClaim, b: ComparedClaim): Evidence[] =>
  (
    [
      ['subject', 'the same subject', 'different subjects'],
      ['event', 'the same event', 'different events'],
      ['object', 'the same object', 'different objects'],
    ] as const
  ).flatMap(([field, same, different]) => [
    ...evidenceIf(bothSame(a[field], b[field]), 0.7, () => `Both have ${same}.`),
    ...evidenceIf(bothDiffer(a[field], b[field]), -2, () => `But they have ${different}.`),
  ])

const actorsIn = (count: number, verb: string): string =>
  count === 1 ? `One actor ${verb}s` : `${count} actors ${verb}`

const sideEvidence = ({ alike, opposed }: SidesTaken): Evidence[] => [
  ...evidenceIf(
    alike > 0,
    Math.min(1, 0.3 * alike),
    () => `${actorsIn(alike, 'take')} the same side on both.`,
  ),
  ...evidenceIf(
    opposed > 0,
    -Math.min(3, opposed),
    () => `But ${actorsIn(opposed, 'take').toLowerCase()} opposite sides on them.`,
  ),
]
