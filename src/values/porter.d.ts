/** What we use of the stemmer, which ships no types. */
declare module 'wink-porter2-stemmer' {
  export default function stem(word: string): string
}
