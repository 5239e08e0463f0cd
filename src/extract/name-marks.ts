/** A few words with capitals between marks, with what stands before and behind them. */
const marked =
  /(\p{L}[\p{L}\p{M}'’.-]{0,30})( )(["“„«‘])((?:\p{Lu}[\p{L}\p{M}\p{N}’-]{0,30}|\p{N}{1,4}|of|the|and|de|la|al)(?: (?:\p{Lu}[\p{L}\p{M}\p{N}’-]{0,30}|\p{N}{1,4}|of|the|and|de|la|al)){0,4})(["”“»’])(?=(?: ([\p{L}-]{1,30}))?)/gu

/** What is called by a name: the brigade “Azov Star”. */
const thing =
  /^(?:the|a|an|called|named|dubbed|nicknamed|brigade|battalion|regiment|unit|group|movement|party|alliance|coalition|newspaper|daily|weekly|paper|magazine|channel|broadcaster|station|radio|website|portal|agency|company|firm|operator|ship|vessel|tanker|ferry|yacht|trawler|operation|programme|program|project|foundation|charity|organi[sz]ation|union|club|factory|plant|hotel|cinema|theatre|restaurant|bar|café|cafe|institute|centre|center|newspapers|outlet|blog|podcast|gang|cartel|militia)$/iu
/** To whom something is told, or who is said to have told it: “Wieści”. */
const told = /^(?:told|to|by|with|in|from|tells|reports?|reported|for)$/iu
/** Behind a quotation rather than a name. */
const saying =
  /^(?:said|says|told|asked|added|wrote|he|she|they|it|i|we|replied|shouted|answered|whispered)$/iu

/**
 * The text with spaces for the marks around names: Ivan “The Fox” Petrenko, the “Azov Star” brigade, he told “Wieści”.
 * Nobody says what stands between them. Where the name is one with the next word, a tagger reads it so; before a full
 * stop it needs the mark to see the stop.
 */
export function withoutNameMarks(text: string, where: 'EVERYWHERE' | 'BEFORE_WORDS'): string {
  if (!/["“„«‘]\p{Lu}/u.test(text)) return text
  return text.replace(
    marked,
    (all, before: string, space: string, open: string, name: string, close: string, next = '') => {
      const isMeant = where === 'EVERYWHERE' || next !== ''
      return isMeant && pairs(open, close) && isNamed(before, next) ? `${before}${space} ${name} ` : all
    },
  )
}

/** With the mark that belongs to a name's other mark: The newspaper “Wieści”. */
export function withMark(text: string, begin: number, end: number): [number, number] {
  const words = text.slice(begin, end)
  const [open = -1, close = -1] = [
    /["“„«‘](?=\p{Lu})[^"”»’]*$/u.exec(words)?.index,
    /^[^"“„«‘]*["”»](?=\s)/u.exec(words)?.index,
  ]
  if (open >= 0 && pairs(words.charAt(open), text.charAt(end))) return [begin, end + 1]
  return close >= 0 && begin > 0 && /["“„«]/.test(text.charAt(begin - 1)) ? [begin - 1, end] : [begin, end]
}

const pairs = (open: string, close: string): boolean =>
  ['""', '“”', '„“', '„”', '«»', '‘’'].includes(open + close)

/** Between words that go on as one: a first and a last name, an article and its noun, a verb of telling and the sentence's end. */
function isNamed(before: string, next: string): boolean {
  const isArticle = /^(?:the|an?)$/i.test(before)
  if (!next || saying.test(next)) return told.test(before) || (thing.test(before) && !isArticle)
  return (
    /^(?:told|tells)$/.test(before) ||
    thing.test(before) ||
    (/^\p{Lu}\p{Ll}/u.test(before) && /^\p{Lu}/u.test(next))
  )
}
