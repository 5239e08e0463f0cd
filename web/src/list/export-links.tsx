import { useContext, useEffect, useId, useRef, useState } from 'preact/hooks'
import { HeadingId } from '../page/section.tsx'
import { type Format, fileOf, type Rows } from './file.ts'
import { save } from './save.ts'

interface ExportLinksProps {
  /** Begins the file's name. */
  readonly name: string
  /** All of the list, wherever it has to be fetched from. */
  readonly rows: () => Rows
  /** Where the server has it as CSV, if it has; else the page writes that itself. */
  readonly csvAddress?: string | undefined
}

/** CSV and JSON of a list, called by the heading that they stand beside, such as “Positions as CSV”. */
export function ExportLinks({ name, rows, csvAddress }: ExportLinksProps) {
  const { written, failed, run, stop } = useExport(name, rows)
  const heading = useContext(HeadingId)
  const own = useId()
  const called = (button: string) => ({
    id: `${own}-${button}`,
    'aria-labelledby': `${heading ?? ''} ${own}-${button}`,
  })
  return (
    <span class="export">
      {failed && <span role="alert">could not be fetched</span>}
      {written === null ? (
        <>
          {csvAddress ? (
            <a class="text-button" href={csvAddress} download={`${name}.csv`} {...called('csv')}>
              <FormatName format="csv" />
            </a>
          ) : (
            <button type="button" class="text-button" {...called('csv')} onClick={() => run('csv')}>
              <FormatName format="csv" />
            </button>
          )}
          <button type="button" class="text-button" {...called('json')} onClick={() => run('json')}>
            <FormatName format="json" />
          </button>
        </>
      ) : (
        <>
          <span class="faint">{written.toLocaleString('en')} so far</span>
          <button type="button" class="text-button" {...called('stop')} onClick={stop}>
            <span class="visually-hidden">as a file: </span>
            Stop
          </button>
        </>
      )}
    </span>
  )
}

const FormatName = ({ format }: { readonly format: Format }) => (
  <>
    <span class="visually-hidden">as </span>
    {format.toUpperCase()}
  </>
)

class Stopped extends Error {}

/** Writes one file at a time; how far it has come is told, and it ends when it is stopped or its list is gone. */
function useExport(name: string, rows: () => Rows) {
  const [written, setWritten] = useState<number | null>(null)
  const [failed, setFailed] = useState(false)
  const isWanted = useRef(false)
  const stop = () => {
    isWanted.current = false
  }
  useEffect(() => stop, [])
  const run = async (format: Format) => {
    isWanted.current = true
    setWritten(0)
    setFailed(false)
    const tell = (count: number) => {
      if (!isWanted.current) throw new Stopped()
      setWritten(count)
    }
    try {
      save(`${name}.${format}`, await fileOf(format, rows(), tell))
    } catch (error) {
      setFailed(!(error instanceof Stopped))
    }
    setWritten(null)
  }
  return { written, failed, run, stop }
}
