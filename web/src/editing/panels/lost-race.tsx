import type { WriteConflict } from '../../desk/write-problem.ts'
import { dateText } from '../../kit/date.ts'
import type { FormField } from '../form/field.ts'
import type { Clash } from '../form/form-draft.ts'
import { ValueLines } from '../form/value-lines.tsx'

interface LostRaceProps {
  readonly fields: readonly FormField[]
  /** What the server said; nothing where the page has found it by itself, such as after a reload. */
  readonly conflict: WriteConflict | undefined
  readonly clashes: readonly Clash[]
  readonly settle: (clash: Clash, choice: 'mine' | 'theirs') => void
}

/** Another has changed the node since: what they made of the fields that are changed here too, and a choice for each. */
export function LostRace({ fields, conflict, clashes, settle }: LostRaceProps) {
  if (!conflict && clashes.length === 0) return null
  const labelOf = (name: string) => fields.find((field) => field.name === name)?.label ?? name
  return (
    <div class="notice problem conflict" role="alert">
      <h3>
        {conflict ? <bdi>{conflict.revision.by?.name ?? 'Somebody at the machine'}</bdi> : 'Somebody'} changed
        this while you were at it
      </h3>
      {conflict && (
        <p class="faint">
          {dateText(conflict.revision.at)}
          {conflict.revision.note && <>: {conflict.revision.note}</>} · changed:{' '}
          {conflict.theirs.map(({ path }) => labelOf(path)).join(', ')}
        </p>
      )}
      {clashes.length === 0 ? (
        <p>You changed other fields. Theirs stand in the form now: look at them, and save again.</p>
      ) : (
        <p>Nothing is lost. For each field that both of you changed, choose which is to stand; then save.</p>
      )}
      {clashes.map((clash) => (
        <fieldset key={clash.name} class="clash">
          <legend>{labelOf(clash.name)}</legend>
          <dl class="sides">
            {(['was', 'theirs', 'mine'] as const).map((side) => (
              <div key={side}>
                <dt>{sideNames[side]}</dt>
                <dd>
                  <ValueLines field={fields.find(({ name }) => name === clash.name)} value={clash[side]} />
                </dd>
              </div>
            ))}
          </dl>
          <p class="buttons">
            <button type="button" class="button" onClick={() => settle(clash, 'theirs')}>
              Take theirs<span class="visually-hidden"> for {labelOf(clash.name)}</span>
            </button>
            <button type="button" class="button" onClick={() => settle(clash, 'mine')}>
              Keep mine<span class="visually-hidden"> for {labelOf(clash.name)}</span>
            </button>
          </p>
        </fieldset>
      ))}
    </div>
  )
}

const sideNames = { was: 'It was', theirs: 'Theirs', mine: 'Yours' } as const
