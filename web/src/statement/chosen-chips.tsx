import { isolated } from '../kit/isolated.ts'
import { setParams } from '../kit/location.ts'
import { ChosenChip } from '../page/chosen-chip.tsx'

/** What may be chosen by name, and how a chip says so. */
const CHOSEN_WORDS = {
  about: 'about',
  by: 'said by',
  onBehalfOf: 'said on behalf of',
  event: 'on',
  source: 'in',
} as const

type NamesOfChosen = {
  readonly __typename: string
  readonly slug?: string
  readonly name?: string
  readonly title?: string
}

interface ChosenChipsProps {
  readonly params: URLSearchParams
  /** Those of the chosen nodes whose names are known. */
  readonly nodes: readonly (NamesOfChosen | null)[]
}

/** All that the address chooses by name, each of which can be taken away. */
export function ChosenChips({ params, nodes }: ChosenChipsProps) {
  // A source and an event may have the same slug.
  const nameOf = (param: string, slug: string) =>
    nodes.flatMap((node) =>
      node?.slug === slug && (node.__typename === 'Source') === (param === 'source')
        ? (node.name ?? node.title ?? [])
        : [],
    )[0] ?? slug
  const chips = Object.entries(CHOSEN_WORDS).flatMap(([param, word]) =>
    params.getAll(param).map((slug) => ({ param, slug, text: `${word} ${isolated(nameOf(param, slug))}` })),
  )
  if (chips.length === 0) return null
  return (
    <fieldset class="chips chosen">
      <legend class="visually-hidden">Chosen</legend>
      {chips.map(({ param, slug, text }) => (
        <ChosenChip
          key={`${param} ${slug}`}
          text={text}
          remove={() => setParams({ [param]: params.getAll(param).filter((each) => each !== slug) })}
        />
      ))}
    </fieldset>
  )
}
