import type { ClaimKind } from '../../../src/values/vocabulary.ts'
import type { ChosenNode } from '../desk/node-field.tsx'
import { spanInput, type TextStretch } from '../desk/span-steps.ts'
import type { VariablesOf } from '../kit/graphql.ts'
import type { ReviewedStatement, saveMutation } from './review-query.ts'

export interface NewClaim {
  readonly text: string
  readonly kind: ClaimKind
}

export type StatementEdits = VariablesOf<typeof saveMutation>['input']

/** A statement as its form holds it: nodes with their names, so that what was chosen is still called so after a reload. */
export interface StatementValue {
  readonly speaker: readonly ChosenNode[]
  readonly onBehalfOf: readonly ChosenNode[]
  readonly addressee: readonly ChosenNode[]
  readonly claim: readonly ChosenNode[]
  /** A claim in words of one's own, instead of one that is there; empty where there is none. */
  readonly claimWords: string
  readonly claimKind: ClaimKind
  readonly about: readonly ChosenNode[]
  readonly act: ReviewedStatement['act']
  readonly stance: ReviewedStatement['stance']
  readonly certainty: ReviewedStatement['certainty']
  readonly saidAt: string
  readonly text: string
  readonly span: TextStretch | null
}

const chosenActor = (node: { readonly slug: string; readonly name: string } | null): ChosenNode[] =>
  node ? [{ key: node.slug, name: node.name }] : []

export const formValue = ({ claim, about, span, ...statement }: ReviewedStatement): StatementValue => ({
  speaker: chosenActor(statement.speaker),
  onBehalfOf: chosenActor(statement.onBehalfOf),
  addressee: chosenActor(statement.addressee),
  claim: claim ? [{ key: claim.slug, name: claim.text }] : [],
  claimWords: '',
  claimKind: 'OTHER',
  about: about.flatMap(chosenActor),
  act: statement.act,
  stance: statement.stance,
  certainty: statement.certainty,
  saidAt: statement.saidAt ?? '',
  text: statement.text,
  span: span && { start: span.start, end: span.end },
})

export const noStatement: StatementValue = {
  ...{ speaker: [], onBehalfOf: [], addressee: [], claim: [], about: [] },
  ...{ claimWords: '', claimKind: 'OTHER' },
  ...{ act: 'STATE', stance: null, certainty: null, saidAt: '', text: '', span: null },
}

/** The fields that differ from the statement as it is, as a mutation takes them; null where none does. */
export function editsOf(
  saved: StatementValue,
  value: StatementValue,
  sourceText: string,
): StatementEdits | null {
  const edits: StatementEdits = {
    ...(differs(saved.speaker, value.speaker) && { speaker: value.speaker[0]?.key ?? null }),
    ...(differs(saved.onBehalfOf, value.onBehalfOf) && { onBehalfOf: value.onBehalfOf[0]?.key ?? null }),
    ...(differs(saved.addressee, value.addressee) && { addressee: value.addressee[0]?.key ?? null }),
    ...(differs(saved.claim, value.claim) && { claim: value.claim[0]?.key ?? null }),
    ...(differs(saved.about, value.about) && { about: value.about.map(({ key }) => key) }),
    ...(saved.act !== value.act && { act: value.act }),
    ...(saved.stance !== value.stance && { stance: value.stance }),
    ...(saved.certainty !== value.certainty && { certainty: value.certainty }),
    ...(saved.saidAt !== value.saidAt && { saidAt: value.saidAt || null }),
    ...(saved.text !== value.text && { text: value.text }),
    ...(differs(saved.span, value.span) && { span: value.span && spanInput(value.span, sourceText) }),
  }
  return Object.keys(edits).length > 0 || newClaimOf(value) ? edits : null
}

/** The claim in words of one's own, to be made before the statement speaks to it; null where there is none. */
export const newClaimOf = ({ claimWords, claimKind }: StatementValue): NewClaim | null =>
  claimWords.trim() === '' ? null : { text: claimWords.trim(), kind: claimKind }

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b)

/** What the form has for a field that another changed, as text; undefined where it leaves the field as it was. */
export function mineText({ value, isTyped }: { value: StatementValue; isTyped: boolean }, path: string) {
  if (!isTyped) return undefined
  const [, mine] = Object.entries(value).find(([field]) => field === path.split(/[.[]/)[0]) ?? []
  return fieldText(mine)
}

function fieldText(field: StatementValue[keyof StatementValue] | undefined): string | undefined {
  if (field === undefined) return undefined
  if (typeof field === 'string') return field
  if (field === null) return 'none'
  return 'start' in field
    ? `${field.start} to ${field.end}`
    : field.map(({ name }) => name).join(', ') || 'none'
}
