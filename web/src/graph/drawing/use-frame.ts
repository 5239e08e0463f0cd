import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Size } from './camera.ts'
import { type Palette, paletteOf } from './palette.ts'

/** How large an element is, and its colours; both may change while it is looked at. */
export function useFrame(frame: RefObject<HTMLElement | null>): {
  size: Size | null
  palette: Palette | null
} {
  const [size, setSize] = useState<Size | null>(null)
  const [palette, setPalette] = useState<Palette | null>(null)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {}
      if (width > 0) setSize({ width, height })
    })
    observer.observe(element)
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    const paint = () => setPalette(paletteOf(element))
    paint()
    scheme.addEventListener('change', paint)
    return () => {
      observer.disconnect()
      scheme.removeEventListener('change', paint)
    }
  }, [])
  return { size, palette }
}
