import { useState } from 'preact/hooks'
import { csvOf, type Row, save } from './save.ts'

interface Props {
  /** Begins the file's name, and tells one list's export from another's. */
  readonly name: string
  /** All of the list, wherever it has to be fetched from. */
  readonly rows: () => readonly Row[] | Promise<readonly Row[]>
}

/** CSV and JSON of a list. */
export function ExportLinks({ name, rows }: Props) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const run = async (write: (rows: readonly Row[]) => void) => {
    setState('busy')
    try {
      write(await rows())
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  const csv = () => run((all) => save(`${name}.csv`, csvOf(all), 'text/csv;charset=utf-8'))
  const json = () =>
    run((all) => save(`${name}.json`, `${JSON.stringify(all, null, 2)}\n`, 'application/json'))
  return (
    <span class="export">
      {state === 'failed' && <span role="alert">could not be fetched</span>}
      <button
        type="button"
        class="text-button"
        disabled={state === 'busy'}
        aria-label={`${name} as CSV`}
        onClick={csv}
      >
        CSV
      </button>
      <button
        type="button"
        class="text-button"
        disabled={state === 'busy'}
        aria-label={`${name} as JSON`}
        onClick={json}
      >
        JSON
      </button>
    </span>
  )
}
