import { options } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Whether the page is being printed: then all that a list has fetched is in it, and not only what is near the window. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => atOnce(() => setPrinting(true))
    const end = () => setPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting
}

/** The browser prints what is there when its event has been handled, so what is set in it is drawn within it. */
function atOnce(set: () => void): void {
  const { debounceRendering } = options
  options.debounceRendering = (draw) => draw()
  set()
  if (debounceRendering) options.debounceRendering = debounceRendering
  else delete options.debounceRendering
}
