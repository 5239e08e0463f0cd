import { capital, plain } from '../kit/words.ts'
import { Toggles } from '../page/toggles.tsx'
import { HIT_KINDS, type HitKind } from './hit.ts'

const NARROWED = { by: null, stance: null, from: null, until: null }

/** Switches for the kinds. What narrows statements goes when another kind is asked for. */
export const KindChips = ({ kinds }: { readonly kinds: readonly HitKind[] }) => (
  <Toggles legend="Kinds" name="types" values={HIT_KINDS} chosen={kinds} clears={NARROWED}>
    {(kind) => `${capital(plain(kind))}s`}
  </Toggles>
)
