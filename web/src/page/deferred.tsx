import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** A part whose code comes only when it is shown, and at once when it is shown again. */
export function deferred<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | undefined
  return function Deferred(props: P) {
    const [Part, setPart] = useState(() => loaded)
    const [failed, setFailed] = useState(false)
    useEffect(() => {
      load().then(
        (component) => {
          loaded = component
          setPart(() => component)
        },
        () => setFailed(true),
      )
    }, [])
    if (failed)
      return <p role="alert">This part of the page could not be loaded. Reload the page to try again.</p>
    return Part ? <Part {...props} /> : <div class="deferred" role="status" aria-label="Loading" />
  }
}
