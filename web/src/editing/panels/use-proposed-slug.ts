import { useEffect, useState } from 'preact/hooks'

const PAUSE = 150

/** A slug for a name, romanized. What romanizes all scripts is heavy, and comes when somebody first types a name. */
export function useProposedSlug(name: string): string {
  const [slug, setSlug] = useState('')
  useEffect(() => {
    if (name.trim() === '') return setSlug('')
    let isCurrent = true
    const timer = setTimeout(async () => {
      const { slugify } = await import('../../../../src/values/id.ts')
      if (isCurrent) setSlug(slugify(name))
    }, PAUSE)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [name])
  return slug
}
