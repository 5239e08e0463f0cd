import porter from 'wink-porter2-stemmer'

/** A word without its English ending, by Porter's second algorithm. What is not written in a to z has no such ending. */
export const stemmed = (word: string): string => (/^[a-z]{3,40}$/.test(word) ? porter(word) : word)
