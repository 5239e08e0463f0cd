import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

interface Props<P> {
  readonly load: () => Promise<ComponentType<P>>
  readonly props: P
}

/** A part whose code comes only when it is shown. */
export function Deferred<P extends object>({ load, props }: Props<P>) {
  const [Part, setPart] = useState<ComponentType<P> | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    load().then(
      (component) => setPart(() => component),
      () => setFailed(true),
    )
  }, [load])
  if (failed)
    return <p role="alert">This part of the page could not be loaded. Reload the page to try again.</p>
  return Part ? <Part {...props} /> : <div class="deferred" role="status" aria-label="Loading" />
}
