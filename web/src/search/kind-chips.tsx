import { capital, plain } from '../kit/words.ts'
import { Toggles } from '../page/toggles.tsx'
import { KINDS, type Kind } from './hit.ts'

const NARROWED = { by: null, stance: null, from: null, until: null }

/** Switches for the kinds. What narrows statements goes when another kind is asked for. */
export const KindChips = ({ kinds }: { readonly kinds: readonly Kind[] }) => (
  <Toggles legend="Kinds" name="types" values={KINDS} chosen={kinds} clears={NARROWED}>
    {(kind) => `${capital(plain(kind))}s`}
  </Toggles>
)
