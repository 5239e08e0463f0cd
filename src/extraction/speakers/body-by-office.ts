const REACH = 80
const MOST_LOOKS = 12

const before =
  /\b(?:director|chief executive|chairman|chairwoman|chair|president|head|founder|CEO) of (?:the )?$/
const behind = /^(?:, which\s|['’]s (?:[\p{Ll}-]+ )?(?:director|chief executive|chairman|chairwoman|CEO)\b)/u

/** Whether words that could be a person's name are a body's, for it has directors: Clean Rivers Now. */
export function isBodyByOffice(name: string, text: string): boolean {
  let at = text.indexOf(name)
  for (let looks = 0; at >= 0 && looks < MOST_LOOKS; looks++) {
    const end = at + name.length
    if (before.test(text.slice(Math.max(0, at - REACH), at)) || behind.test(text.slice(end, end + REACH)))
      return true
    at = text.indexOf(name, end)
  }
  return false
}
