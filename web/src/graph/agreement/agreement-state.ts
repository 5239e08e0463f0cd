import { asOfIn } from '../../kit/as-of.ts'
import { isolated } from '../../kit/isolated.ts'
import type { Pair } from './agreement-query.ts'

export const AGREEMENT_ORDERS = ['claims', 'agreement', 'conflict', 'name'] as const
export type AgreementOrder = (typeof AGREEMENT_ORDERS)[number]

/** With more pairs than the first of these, the drawing is a hairball; whoever wants it may have it. */
export const PAIR_COUNTS = [60, 120, 240, 500] as const

export interface AgreementState {
  readonly order: AgreementOrder
  readonly min: number
  /** How many pairs, those with most claims in common. */
  readonly first: number
  readonly event: string | null
  readonly pair: readonly [a: string, b: string] | null
  readonly asOf: string | null
}

export function agreementStateIn(params: URLSearchParams): AgreementState {
  const [a, b] = params.get('pair')?.split('~') ?? []
  return {
    order: AGREEMENT_ORDERS.find((order) => order === params.get('order')) ?? 'claims',
    min: Math.max(1, Math.trunc(Number(params.get('min'))) || 1),
    first: PAIR_COUNTS.find((count) => count === Number(params.get('first'))) ?? PAIR_COUNTS[0],
    event: params.get('event'),
    pair: a && b ? [a, b] : null,
    asOf: asOfIn(params),
  }
}

export const pairName = ({ a, b }: Pair): string => `${isolated(a.name)} and ${isolated(b.name)}`

const ranks: Readonly<Record<AgreementOrder, (pair: Pair) => number>> = {
  claims: ({ agree, conflict }) => -agree - conflict,
  agreement: ({ agree }) => -agree,
  conflict: ({ conflict }) => -conflict,
  name: () => 0,
}

export const sortedPairs = (pairs: readonly Pair[], order: AgreementOrder): Pair[] =>
  pairs.toSorted((a, b) => ranks[order](a) - ranks[order](b) || pairName(a).localeCompare(pairName(b), 'en'))
