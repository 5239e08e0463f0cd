const REACH_OF_OFFICE = 80
const MOST_OFFICES_READ = 12

const officeBeforeBody =
  /\b(?:director|chief executive|chairman|chairwoman|chair|president|head|founder|CEO) of (?:the )?$/
const officeBehindBody =
  /^(?:, which\s|['’]s (?:[\p{Ll}-]+ )?(?:director|chief executive|chairman|chairwoman|CEO)\b)/u

/** Whether words that could be a person's name are a body's, for it has directors: Clean Rivers Now. */
export function isBodyByOffice(name: string, text: string): boolean {
  let at = text.indexOf(name)
  for (let looks = 0; at >= 0 && looks < MOST_OFFICES_READ; looks++) {
    const end = at + name.length
    if (
      officeBeforeBody.test(text.slice(Math.max(0, at - REACH_OF_OFFICE), at)) ||
      officeBehindBody.test(text.slice(end, end + REACH_OF_OFFICE))
    )
      return true
    at = text.indexOf(name, end)
  }
  return false
}
