import './as-of-bar.css'
import type { ComponentChildren } from 'preact'
import { parseEdtf } from '../../../src/values/date.ts'
import { asOfIn } from '../kit/as-of.ts'
import { dateText } from '../kit/date.ts'
import { setParams, usePlace } from '../kit/location.ts'
import { DateField } from './date-field.tsx'

/** Goes back to what was known by a day, and says so; `children` tell what stays as it is now. */
export function AsOfBar({ children }: { readonly children?: ComponentChildren }) {
  const asOf = asOfIn(usePlace().params)
  return (
    <form class="as-of" aria-label="As of" onSubmit={(event) => event.preventDefault()}>
      <DateField
        label="As of"
        value={asOf}
        placeholder="now"
        needsEnd
        choose={(date) => setParams({ asOf: date })}
      />
      {asOf && (
        <p>
          {parseEdtf(asOf)?.latest != null && (
            <>
              <strong>as of {dateText(asOf)}</strong>: what had been said or published by then. {
                children
              }{' '}
            </>
          )}
          <button type="button" class="text-button" onClick={() => setParams({ asOf: null })}>
            back to now
          </button>
        </p>
      )}
    </form>
  )
}
