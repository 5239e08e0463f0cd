import { certaintyWord, stanceWord } from '../words.ts'

const signs: Readonly<Record<string, string>> = { AFFIRMS: '+', DENIES: '−', UNCOMMITTED: '?' }

interface Props {
  readonly stance: string | null
  readonly certainty?: string | null | undefined
  /** Without the words, where they stand beside it. */
  readonly bare?: boolean
}

/** Stance by sign, shape, word and colour, so that no one of them has to be seen. */
export function StanceMark({ stance, certainty, bare = false }: Props) {
  if (!stance) return null
  const isSure = !certainty || certainty === 'CERTAIN' || stance === 'UNCOMMITTED'
  return (
    <span class={`stance ${stance.toLowerCase()}`}>
      <span class="sign" aria-hidden="true">
        {signs[stance]}
      </span>
      <span class={bare ? 'visually-hidden' : undefined}>
        {stanceWord(stance)}
        {!isSure && certainty && `, ${certaintyWord(certainty)}`}
      </span>
    </span>
  )
}
