import { useId } from 'preact/hooks'
import { claimKinds } from '../../../src/values/vocabulary.ts'
import { WordField } from '../desk/word-field.tsx'
import { hitName } from '../search/hit.ts'
import { useSuggestions } from '../search/use-suggestions.ts'
import { NearestList } from './nearest-list.tsx'
import type { StatementValue } from './statement-value.ts'

interface OwnClaimProps {
  readonly value: StatementValue
  readonly type: (fields: Partial<StatementValue>) => void
}

const MOST_NEAR = 5

/** A claim in words of one's own, for what no claim says yet; near ones are shown while it is typed. */
export function OwnClaim({ value: { claimWords, claimKind }, type }: OwnClaimProps) {
  const id = useId()
  const { hits } = useSuggestions(claimWords, ['CLAIM'], ['ACCEPTED', 'PROPOSED'])
  const near = hits.slice(0, MOST_NEAR).flatMap((hit) => {
    const key = 'slug' in hit.node && hit.node.slug
    return key ? [{ key, name: hitName(hit), why: 'is here already' }] : []
  })
  return (
    <div class="own-claim">
      <div class="field wide">
        <label for={id}>Or a new claim, in your own words</label>
        <input
          id={id}
          type="text"
          dir="auto"
          placeholder="One plain sentence that can be true or false"
          value={claimWords}
          onInput={({ currentTarget }) => type({ claimWords: currentTarget.value })}
        />
      </div>
      {claimWords.trim() !== '' && (
        <>
          <NearestList
            label="Claims that are near"
            near={near}
            choose={({ key, name }) => type({ claim: [{ key, name }], claimWords: '' })}
          />
          <WordField
            label="Kind of the new claim"
            value={claimKind}
            words={claimKinds}
            choose={(kind) => kind && type({ claimKind: kind })}
          />
        </>
      )}
    </div>
  )
}
