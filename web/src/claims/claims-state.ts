import type { VariablesOf } from '../graphql.ts'
import { wordsIn } from '../location.ts'
import type { claimsQuery } from './claims-query.ts'

type Variables = VariablesOf<typeof claimsQuery>
type AskedFilter = NonNullable<Variables['filter']>
type Filter = { readonly [Field in keyof AskedFilter]: NonNullable<AskedFilter[Field]> }
/** What may stand in one of the filter's lists. */
type Word<Field extends keyof Filter> =
  NonNullable<Filter[Field]> extends readonly (infer One)[] ? One : never

export const KINDS = [
  'RESPONSIBILITY',
  'CASUALTIES',
  'CONTROL',
  'IDENTITY',
  'SUPPORT',
  'OCCURRENCE',
  'DAMAGE',
  'INTENT',
  'OTHER',
] as const satisfies readonly Word<'kind'>[]
export const STANDINGS = [
  'ASSERTED',
  'CONTESTED',
  'DENIED',
  'OPEN',
] as const satisfies readonly Word<'standing'>[]
export const VERDICTS = [
  'VERIFIED',
  'PARTLY_VERIFIED',
  'UNVERIFIED',
  'DISPUTED',
  'REFUTED',
] as const satisfies readonly Word<'verdict'>[]
export const ORDERS = [
  'SPEAKERS_DESC',
  'STATEMENTS_DESC',
  'TEXT',
] as const satisfies readonly Variables['orderBy'][]

export interface ClaimsState {
  readonly filter: Filter
  readonly order: (typeof ORDERS)[number]
}

/** All that is shown of the claims is in the address; the words of the vocabularies that are none are left out. */
export function claimsStateIn(params: URLSearchParams): ClaimsState {
  const [singleSource, partiesOnly] = [truth(params.get('singleSource')), truth(params.get('partiesOnly'))]
  const text = params.get('text')?.trim()
  return {
    filter: {
      ...listed('kind', wordsIn(params, 'kind', KINDS)),
      ...listed('standing', wordsIn(params, 'standing', STANDINGS)),
      ...listed('verdict', wordsIn(params, 'verdict', VERDICTS)),
      ...listed('assessor', params.getAll('assessor')),
      ...listed('event', params.getAll('event')),
      ...(singleSource !== null && { singleSource }),
      ...(partiesOnly !== null && { partiesOnly }),
      ...(text && { text }),
    },
    order: ORDERS.find((order) => order === params.get('order')) ?? 'SPEAKERS_DESC',
  }
}

/** What a list and its file are asked for alike. */
export const askedOf = ({ filter, order }: ClaimsState) => ({
  ...(Object.keys(filter).length > 0 && { filter }),
  orderBy: order,
})

export const variablesOf = (state: ClaimsState): Variables => ({
  ...askedOf(state),
  named: [...(state.filter.assessor ?? []), ...(state.filter.event ?? [])],
})

const listed = <Name extends string, Value>(name: Name, values: readonly Value[]) =>
  (values.length > 0 ? { [name]: values } : {}) as { readonly [name in Name]?: Value[] }

const truth = (text: string | null): boolean | null =>
  text === 'true' ? true : text === 'false' ? false : null
