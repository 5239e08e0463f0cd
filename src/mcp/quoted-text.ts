/** Texts of the graph are cut off after so many characters, which is told by an ellipsis at their end. */
export const LONGEST_TEXT = 2_000

export const cutText = (text: string): string =>
  text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text

/** The address of a node's page; null where nobody knows where the pages are. */
export const pageLink = (baseUrl: string | null, kind: string, name: string): string | null =>
  baseUrl === null ? null : `${baseUrl}/${kind}/${encodeURIComponent(name)}`
