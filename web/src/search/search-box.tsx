import { go } from '../location.ts'
import { pathOf } from '../node-path.ts'
import { Combobox } from './combobox.tsx'
import type { NodeType } from './use-suggestions.ts'

const TYPES: readonly NodeType[] = ['ACTOR', 'EVENT', 'CLAIM', 'STATEMENT', 'PLACE', 'SOURCE']

/** Opens what is found. */
export const SearchBox = ({ isLarge = false }: { readonly isLarge?: boolean }) => (
  <search class={`search ${isLarge ? 'large' : ''}`}>
    <Combobox
      label="Search actors, events, claims and statements"
      placeholder={isLarge ? 'Whom or what are you looking for?' : 'Search'}
      types={TYPES}
      choose={(hit) => go(pathOf(hit.node))}
    />
  </search>
)
