import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './graphql-env.d.ts'

/** Documents whose variables and results are typed by the schema. Fragments are reused, not hidden from their users. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  disableMasking: true
  scalars: { EDTF: string; DateTime: string; URL: string }
}>()

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada'
