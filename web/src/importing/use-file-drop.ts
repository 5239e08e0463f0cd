import { useEffect, useRef, useState } from 'preact/hooks'

/** Takes the first file that is dropped anywhere on the page, where a browser would otherwise leave the page for it. */
export function useFileDrop(take: (files: FileList) => void): boolean {
  const [isOver, setOver] = useState(false)
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    }
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      const { files } = event.dataTransfer ?? {}
      if (!files?.length) return
      event.preventDefault()
      latest.current(files)
    }
    const listeners = new AbortController()
    addEventListener('dragover', over, listeners)
    addEventListener('dragleave', leave, listeners)
    addEventListener('drop', drop, listeners)
    return () => listeners.abort()
  }, [])
  return isOver
}
