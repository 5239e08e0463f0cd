const pronoun =
  /^(i|we|you|he|she|it|they|it['’]s|he['’]s|she['’]s|they['’](?:re|ve)|itself|himself|herself|themselves|there|one|this|that|these|those|who|which|what|his|her|its|their|my|our|me|us|him|them|someone|somebody|anyone|everyone|nobody|people|others|some|many|here|both|all|none|each|either|neither|no one|everybody|anybody|whoever|another|most|few|several)$/i

/** Days, months, numbers and shares, with the small words among them: when or how much, but nobody. */
const measure =
  /^(?:(?:on|in|by|at|the|an?|of|last|next|past|this|that|late|early|later|earlier|about|around|nearly|almost|over|more|less|than|just|only|and|or|first|second|third|time|percent|per cent|percentage|points?|hundred|thousand|million|billion|trillion|dozens?|one|two|three|four|five|six|seven|eight|nine|ten|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|morning|afternoon|evening|night|today|yesterday|tomorrow|tonight|years?|months?|weeks?|days?|hours?|minutes?|[\p{Sc}\d.,:%–-]*[\p{Sc}\d.:%–-](?:st|nd|rd|th|[ap]m)?)(?:['’]s)?(?:,?\s+|$))+$/iu

/** Whether words are no more than a pronoun, a time or a number: nobody can tell from them who speaks. */
export const namesNobody = (words: string): boolean =>
  !/\p{L}/u.test(words) || pronoun.test(words) || measure.test(words)

/** Nouns of things that are no actor, whoever wrote or did them: a report, a move, a law. */
const things = new Set(
  (
    'report reports statement statements account accounts poll polls survey surveys study studies law laws bill bills ' +
    'legislation act move moves step steps measure measures decision decisions plan plans proposal proposals agreement ' +
    'agreements deal deals treaty resolution document documents paper papers letter letters email emails e-mail e-mails memo ' +
    'text texts message messages post posts tweet tweets video videos footage image images photo photos picture pictures ' +
    'recording transcript transcripts article articles headline headlines story stories book column editorial speech remark ' +
    'remarks comment comments interview announcement claim claims allegation allegations accusation accusations charge charges ' +
    'lawsuit complaint indictment filing filings affidavit ruling verdict sentence order orders result results evidence data ' +
    'figure figures statistics number numbers estimate estimates forecast analysis research finding findings news rumour ' +
    'rumours rumor rumors word words quote quotes attack attacks strike strikes war conflict incident event events crisis ' +
    'situation change changes idea fact facts question questions answer answers reason reasons vote votes election elections ' +
    'meeting talks summit conference ceremony test tests sign signs notice label policy policies rule rules act constitution ' +
    'list map charter clause contract website page blog advertisement ad campaign protest protests development developments ' +
    'theory view views opinion opinions belief fear fears hope hopes concern concerns doubt doubts criticism reaction ' +
    'response thing things way case cases issue problem problems record records history experience investigation inquiry'
  ).split(' '),
)
/** Nouns that make no actor even of a name: the Norland Poll. */
const isCalledSo = new Set(
  'poll polls survey act bill treaty agreement constitution study guide index'.split(' '),
)
/** Whoever they are, nobody can be met again by such a word. */
const crowd =
  /^(?:(?:some|many|most|all|other|its|his|her|their|the|these|those|several)\s+)*(?:critics|opponents|supporters|people|others|observers)$/i

const behindHeadNoun =
  /\s(?:of|for|in|at|from|with|to|by|who|that|which|on|against|under|about|between|released|published|issued)\s/i

/** Whether words are for a thing that says, shows or means something, or for a crowd of which nothing else is known. */
export function isThing(words: string): boolean {
  if (crowd.test(words)) return true
  const head = words.slice(0, 200).split(behindHeadNoun)[0] as string
  const last = head.split(/[\s-]+/).at(-1) as string
  if (isCalledSo.has(last.toLowerCase())) return true
  return (
    things.has(last.toLowerCase()) &&
    (!/^\p{Lu}/u.test(last) || /^\S+$/.test(head) || /^(?:the|an?)\s\p{Ll}/iu.test(head))
  )
}
