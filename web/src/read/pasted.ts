/** What stands in the box, and whether it has been read as it stands there. */
export interface Pasted {
  readonly text: string
  readonly isRead: boolean
}

const PASTED_KEY = 'hearsay:pasted'
const nothingPasted: Pasted = { text: '', isRead: false }

let now = storedPasted()

/**
 * Reports are long and may be private, so the text is the one thing that no address holds: addresses stay in histories,
 * bookmarks and logs. It is kept for this tab alone, until that is closed.
 */
export const pasted = (): Pasted => now

export function paste(next: Pasted): void {
  now = next
  try {
    // First, lest an earlier text stay where there is no room for this one.
    sessionStorage.removeItem(PASTED_KEY)
    if (next.text) sessionStorage.setItem(PASTED_KEY, JSON.stringify(next))
  } catch {
    // Where a browser keeps nothing, or has no room, the text lasts until the page is loaded anew.
  }
}

function storedPasted(): Pasted {
  try {
    return { ...nothingPasted, ...JSON.parse(sessionStorage.getItem(PASTED_KEY) ?? '{}') }
  } catch {
    return nothingPasted
  }
}
