import { useState } from 'preact/hooks'

/** What is typed into a form, and what it was typed over. */
interface StoredDraft<Value> {
  readonly value: Value
  /** The revision that the form showed when the typing began: what to send as expectedRevision. */
  readonly revision: string | null
}

export interface Draft<Value> extends StoredDraft<Value> {
  /** Whether anything is typed that is not saved. */
  readonly isTyped: boolean
  /** Whether it was found here from before, such as from before the page was loaded anew. */
  readonly isRestored: boolean
  readonly type: (fields: Partial<Value>) => void
  /** Keeps what is typed, on top of a later revision that has been looked at. */
  readonly rebase: (revision: string) => void
  /** When it is not wanted any more. */
  readonly forget: () => void
  /** When it has been saved as it is here; what was typed into the form since stays. */
  readonly saved: () => void
}

/**
 * What is typed into a form, kept in this browser until it is saved: a lost connection, a conflict, a crash or a reload lose
 * nothing.
 *
 * @param key What the form is of, such as `actor_12` or `new claim`.
 * @param saved What the form shows where nothing is typed; of which `revision` is the revision.
 */
export function useDraft<Value extends object>(
  key: string,
  saved: Value,
  revision: string | null = null,
): Draft<Value> {
  const [held, setHeld] = useState(() => ({ key, draft: storedDraft(key, saved), isRestored: true }))
  // Another form in the same place.
  const current = held.key === key ? held : { key, draft: storedDraft(key, saved), isRestored: true }
  const { draft, isRestored } = current
  const set = (next: StoredDraft<Value> | null) => {
    const isSame = next === null || JSON.stringify(next.value) === JSON.stringify(saved)
    storeDraft(key, isSame ? null : next)
    setHeld({ key, draft: isSame ? null : next, isRestored: false })
  }
  const now = draft ?? { value: saved, revision }
  const isAsHere = (other: StoredDraft<Value> | null) => JSON.stringify(other) === JSON.stringify(draft)
  return {
    ...now,
    isTyped: draft !== null,
    isRestored: draft !== null && isRestored,
    type: (fields) => set({ ...now, value: { ...now.value, ...fields } }),
    rebase: (later) => set({ ...now, revision: later }),
    forget: () => set(null),
    // By now another form may stand in its place, or more may be typed into it.
    saved: () => {
      if (isAsHere(storedDraft(key, saved))) storeDraft(key, null)
      setHeld((later) =>
        later.key === key && isAsHere(later.draft) ? { key, draft: null, isRestored: false } : later,
      )
    },
  }
}

const storageKey = (key: string): string => `hearsay.draft.${key}`

function storedDraft<Value extends object>(key: string, saved: Value): StoredDraft<Value> | null {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey(key)) ?? 'null')
    // A field that a form has got since is as it is saved.
    return stored && { value: { ...saved, ...stored.value }, revision: stored.revision ?? null }
  } catch {
    return null
  }
}

/** Leaves what is typed to a form that is opened next. */
export const leaveDraft = (key: string, value: object): void => storeDraft(key, { value, revision: null })

function storeDraft(key: string, draft: StoredDraft<object> | null): void {
  try {
    if (draft) localStorage.setItem(storageKey(key), JSON.stringify(draft))
    else localStorage.removeItem(storageKey(key))
  } catch {
    // Where a browser keeps nothing, or has no room, it lasts until the page is left.
  }
}
