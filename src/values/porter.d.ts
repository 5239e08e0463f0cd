/** The types of what we use of the stemmer, which ships none. */
declare module 'wink-porter2-stemmer' {
  export default function stem(word: string): string
}
