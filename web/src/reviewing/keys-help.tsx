import { reviewKeys } from './use-keys.ts'

const shownKey: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  A: 'Shift A',
}

interface KeysHelpProps {
  readonly isOn: boolean
  readonly toggle: () => void
}

/** What each key does. */
export const KeysHelp = ({ isOn, toggle }: KeysHelpProps) => (
  <section class="notice keys-help" aria-label="Keys">
    <dl>
      {reviewKeys.map(([action, keys, does]) => (
        <div key={action}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{shownKey[key] ?? key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
      <div>
        <dt>
          <kbd>Ctrl Enter</kbd>
        </dt>
        <dd>While editing: accept as edited</dd>
      </div>
    </dl>
    <button type="button" class="text-button flush" aria-pressed={!isOn} onClick={toggle}>
      {isOn ? 'Switch the keys off' : 'Switch the keys on'}
    </button>
  </section>
)
