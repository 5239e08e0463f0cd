import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

interface Props<P> {
  readonly load: () => Promise<ComponentType<P>>
  readonly props: P
}

const loaded = new WeakMap<object, unknown>()

/** A part whose code comes only when it is shown, and at once when it is shown again. */
export function Deferred<P extends object>({ load, props }: Props<P>) {
  const [Part, setPart] = useState(() => loaded.get(load) as ComponentType<P> | undefined)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    load().then(
      (component) => {
        loaded.set(load, component)
        setPart(() => component)
      },
      () => setFailed(true),
    )
  }, [load])
  if (failed)
    return <p role="alert">This part of the page could not be loaded. Reload the page to try again.</p>
  return Part ? <Part {...props} /> : <div class="deferred" role="status" aria-label="Loading" />
}
