import { type Fields, isFields } from '../../../dossier/fields.ts'
import type { Certainty, ClaimKind } from '../../../values/vocabulary.ts'
import type { LeftOut } from '../left-out.ts'
import { type NamedState, stateOfCode, stateOfName } from './state-names.ts'

/** Something that the galaxy says of a threat actor and a state: contested, and so a claim. */
export interface Attribution {
  /** The property of `meta` that says it. */
  readonly property: string
  readonly state: NamedState
  readonly kind: ClaimKind
  readonly certainty: Certainty
  readonly textOf: (actor: string) => string
  /** Whether the state is the claim's subject, and the actor its object. */
  readonly isByState: boolean
}

/** What a threat actor's `meta` says of states; what names none that is known is counted. */
export function attributionsOf(meta: Fields, left: LeftOut): Attribution[] {
  const { country, 'cfr-suspected-state-sponsor': sponsor } = meta
  return [
    ...stateIn(country, stateOfCode, 'country', left).map(
      (state): Attribution => ({
        property: 'country',
        state,
        kind: 'IDENTITY',
        certainty: certaintyOf(meta),
        textOf: (actor) => `${actor} is attributed to ${state.name}.`,
        isByState: false,
      }),
    ),
    ...stateIn(sponsor, stateOfName, 'cfr-suspected-state-sponsor', left).map(
      (state): Attribution => ({
        property: 'cfr-suspected-state-sponsor',
        state,
        kind: 'SUPPORT',
        certainty: 'POSSIBLE',
        textOf: (actor) => `${state.name} sponsors ${actor}.`,
        isByState: true,
      }),
    ),
  ]
}

function stateIn(
  value: unknown,
  find: (text: string) => NamedState | undefined,
  property: string,
  left: LeftOut,
): NamedState[] {
  if (value === undefined) return []
  const state = typeof value === 'string' ? find(value) : undefined
  if (!state) left.note(`meta.${property} that is no state’s`)
  return state ? [state] : []
}

/** How sure the galaxy is, from 0 to 100. Without a number it is an estimate, as the galaxy says of itself. */
function certaintyOf({ 'attribution-confidence': confidence }: Fields): Certainty {
  const number = Number(confidence)
  if (confidence === undefined || confidence === '' || !Number.isFinite(number)) return 'PROBABLE'
  if (number >= 70) return 'CERTAIN'
  return number >= 30 ? 'PROBABLE' : 'POSSIBLE'
}

/** The texts of a property that is a text or a list of them. */
export const textsOf = (value: unknown): string[] =>
  [value].flat().filter((text): text is string => typeof text === 'string' && text.trim() !== '')

export const metaOf = ({ meta }: Fields): Fields => (isFields(meta) ? meta : {})
