import { go, searchOf, usePlace } from '../kit/location.ts'
import { pathOf } from '../kit/node-path.ts'
import { Combobox } from './combobox.tsx'
import { HIT_KINDS } from './hit.ts'

/** Opens what is found, or the page of all that is. */
export function SearchBox({ isLarge = false }: { readonly isLarge?: boolean }) {
  const { path, params } = usePlace()
  return (
    <search class={`search ${isLarge ? 'large' : ''}`}>
      <Combobox
        label="Search actors, events, claims and statements"
        placeholder={isLarge ? 'Whom or what are you looking for?' : 'Search'}
        types={HIT_KINDS}
        shown={(path === '/search' && params.get('q')) || ''}
        choose={(hit) => go(pathOf(hit.node))}
        seeAll={(text) => go(`/search${searchOf({ q: text })}`)}
      />
    </search>
  )
}
