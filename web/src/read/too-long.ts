/** In bytes, as the text is sent. The server takes a request of 1 MiB, in which the question has to fit as well. */
export const LARGEST_TEXT = 1_000_000

/** What to say of a text that the server would not take; it is not even sent, for the answer might not get through. */
export function tooLong(text: string): string | null {
  const size = new TextEncoder().encode(JSON.stringify(text)).length
  if (size <= LARGEST_TEXT) return null
  return `This text is too long: it has ${millions(size)} MB, and the server takes ${millions(LARGEST_TEXT)} MB at once. Paste a part of it.`
}

const millions = (bytes: number): string =>
  (Math.ceil(bytes / 10_000) / 100).toLocaleString('en', { maximumFractionDigits: 2 })
