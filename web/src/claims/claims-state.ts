import { reviewStates } from '../../../src/values/vocabulary.ts'
import { asOfAsked, asOfIn } from '../kit/as-of.ts'
import type { VariablesOf } from '../kit/graphql.ts'
import { askedFor, orderIn, proposedOf, slugsAsked, textAsked, type Word, wordsAsked } from '../list/asked.ts'
import type { claimsQuery } from './claims-query.ts'

type Variables = VariablesOf<typeof claimsQuery>
type AskedFilter = NonNullable<Variables['filter']>
type Filter = { readonly [Field in keyof AskedFilter]: NonNullable<AskedFilter[Field]> }
export const CLAIM_KINDS = [
  'RESPONSIBILITY',
  'CASUALTIES',
  'CONTROL',
  'IDENTITY',
  'SUPPORT',
  'OCCURRENCE',
  'DAMAGE',
  'INTENT',
  'OTHER',
] as const satisfies readonly Word<Filter, 'kind'>[]
export const STANDINGS = ['ASSERTED', 'CONTESTED', 'DENIED', 'OPEN'] as const satisfies readonly Word<
  Filter,
  'standing'
>[]
export const VERDICTS = [
  'VERIFIED',
  'PARTLY_VERIFIED',
  'UNVERIFIED',
  'DISPUTED',
  'REFUTED',
] as const satisfies readonly Word<Filter, 'verdict'>[]
export const CLAIM_ORDERS = ['SPEAKERS_DESC', 'STATEMENTS_DESC', 'TEXT'] as const satisfies readonly [
  Variables['orderBy'],
  ...Variables['orderBy'][],
]

export interface ClaimsState {
  readonly filter: Filter
  readonly order: (typeof CLAIM_ORDERS)[number]
}

/** All that is shown of the claims is in the address; the words of the vocabularies that are none are left out. */
export function claimsStateIn(params: URLSearchParams): ClaimsState {
  const [singleSource, partiesOnly, assessed] = ['singleSource', 'partiesOnly', 'assessed'].map((name) =>
    truth(params.get(name)),
  )
  return {
    filter: {
      ...wordsAsked(params, 'kind', CLAIM_KINDS),
      ...wordsAsked(params, 'standing', STANDINGS),
      ...wordsAsked(params, 'verdict', VERDICTS),
      ...slugsAsked(params, 'assessor'),
      ...slugsAsked(params, 'event'),
      ...(singleSource !== undefined && { singleSource }),
      ...(partiesOnly !== undefined && { partiesOnly }),
      ...(assessed !== undefined && { assessed }),
      ...textAsked(params, 'text'),
      ...wordsAsked(params, 'review', reviewStates),
      ...asOfAsked(asOfIn(params)),
    },
    order: orderIn(params, CLAIM_ORDERS),
  }
}

export const claimsAskedOf = ({ filter, order }: ClaimsState) => ({
  ...askedFor(filter, order),
  ...asOfAsked(filter.asOf ?? null),
})

export const claimsVariables = (state: ClaimsState): Variables => ({
  ...claimsAskedOf(state),
  ...byVerdict(state.filter),
  proposed: proposedOf(state.filter),
  named: [...(state.filter.assessor ?? []), ...(state.filter.event ?? [])],
})

/** What else the filters keep, of each verdict and of none; all of it is kept whatever anybody found. */
function byVerdict({ verdict: _, assessed: __, ...others }: Filter) {
  const { assessor, ...whole } = others
  const so = (verdict: Word<Filter, 'verdict'>) => ({ ...others, verdict: [verdict] })
  return {
    whole,
    verified: so('VERIFIED'),
    partly: so('PARTLY_VERIFIED'),
    unverified: so('UNVERIFIED'),
    disputed: so('DISPUTED'),
    refuted: so('REFUTED'),
    never: { ...others, assessed: false },
  }
}

const truth = (text: string | null): boolean | undefined =>
  text === 'true' ? true : text === 'false' ? false : undefined
