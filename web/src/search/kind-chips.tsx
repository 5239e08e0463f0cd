import { setParams } from '../location.ts'
import { capital, plain } from '../words.ts'
import { KINDS, type Kind } from './hit.ts'

const plural = (kind: Kind): string => `${capital(plain(kind))}s`

/** Switches for the kinds; none pressed means all. What narrows statements goes when another kind is asked for. */
export function KindChips({ kinds }: { readonly kinds: readonly Kind[] }) {
  const toggle = (one: Kind) =>
    setParams({
      types: kinds.includes(one) ? kinds.filter((kind) => kind !== one) : [...kinds, one],
      by: null,
      stance: null,
      from: null,
      until: null,
    })
  return (
    <fieldset class="chips">
      <legend class="visually-hidden">Kinds</legend>
      {KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          class="chip"
          aria-pressed={kinds.includes(kind)}
          onClick={() => toggle(kind)}
        >
          {plural(kind)}
        </button>
      ))}
    </fieldset>
  )
}
