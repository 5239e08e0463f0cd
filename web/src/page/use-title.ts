import { useEffect } from 'preact/hooks'
import { isolated } from '../kit/isolated.ts'

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${isolated(title)} · Hearsay` : 'Hearsay: who said what about whom'
  }, [title])
}
