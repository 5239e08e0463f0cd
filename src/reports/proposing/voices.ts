/** Somebody as a claim calls them. */
export interface Called {
  readonly name: string
  readonly isPerson: boolean
}

/** The ones whom the pronouns of a content can mean. */
export interface Voices {
  /** I. */
  readonly self: Called | undefined
  /** We: the body that the speaker is or speaks for. */
  readonly body: Called | undefined
  /** The one whom the pronoun at an offset of the report means, as far as it can be told. */
  readonly meant: (begin: number) => Called | undefined
}

/** Bodies and states that English calls with an article. */
const withArticle =
  /^(?:united (?:states|kingdom|nations|arab emirates)|netherlands|philippines|maldives|bahamas|gambia|seychelles|european union|african union|arab league|(?:[\p{L}.'’-]+\s+)*(?:republic|federation|kingdom|islands|emirates|ministry|department|army|navy|council|union|party|agency|commission|committee|office|bank|police|government|authority|administration|parliament|senate|court|front|movement|brigade|forces?|association|federation|institute|foundation|league|organi[sz]ation|service|guards?|corps|company|group|board|bureau|mission|embassy|port|university|society|alliance|coalition|directorate|headquarters|staff)(?:\s+(?:of|for|in)\s.*)?)$/iu

/** A name in the middle of a sentence: the Ministry of Fisheries, Russia, Kari Holm. */
export function nameInSentence({ name, isPerson }: Called): string {
  if (isPerson) return name
  if (/^the\s/i.test(name)) return `the ${name.slice(4)}`
  const isOwned = /['’]s\s/.test(name)
  return !isOwned && withArticle.test(name) ? `the ${name}` : name
}

export const possessiveOf = (name: string): string => `${name}'s`
