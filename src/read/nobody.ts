const pronoun =
  /^(i|we|you|he|she|it|they|it['’]s|he['’]s|she['’]s|they['’](?:re|ve)|itself|himself|herself|themselves|there|one|this|that|these|those|who|which|what|his|her|its|their|my|our|me|us|him|them|someone|somebody|anyone|everyone|nobody|people|others|some|many)$/i

/** Days, months, numbers and shares, with the small words among them: when or how much, but nobody. */
const measure =
  /^(?:(?:on|in|by|at|the|an?|of|last|next|past|this|that|late|early|about|around|nearly|almost|over|more|less|than|just|only|and|or|first|second|third|time|percent|per cent|percentage|points?|hundred|thousand|million|billion|trillion|dozens?|one|two|three|four|five|six|seven|eight|nine|ten|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|morning|afternoon|evening|night|today|yesterday|tomorrow|tonight|years?|months?|weeks?|days?|hours?|minutes?|[\p{Sc}\d.,:%–-]*[\p{Sc}\d.:%–-](?:st|nd|rd|th|[ap]m)?)(?:['’]s)?(?:,?\s+|$))+$/iu

/** Whether words are no more than a pronoun, a time or a number: nobody can tell from them who speaks. */
export const isNobody = (words: string): boolean =>
  !/\p{L}/u.test(words) || pronoun.test(words) || measure.test(words)
