/** Words that are written down with spaces or line ends between them. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))

/** Closed classes: the tagger is least sure of exactly the words that everything turns on. */
export const negations = wordSet("not n't never no hardly scarcely barely neither nor")
export const subordinators = wordSet(
  `as while when whenever after before because since although though if unless until once whereas where even whether lest amid than`,
)
export const relatives = wordSet('who which that whom whose')
export const times = wordSet(
  `monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight earlier later recently afterward
   afterwards again then now once repeatedly publicly privately flatly simply previously`,
)
export const timeNouns = wordSet(
  'week month year day night morning afternoon evening weekend january february march april may june july august september october november december jan. feb. aug. sept. oct. nov. dec. time monday tuesday wednesday thursday friday saturday sunday',
)
export const formsOfBe = wordSet("be is are was were been being am 's 're 'm")
export const have = wordSet("have has had having 've")
export const modals = wordSet("will would can could may might must should shall 'll 'd ca wo do does did")
export const quoteMarks = wordSet(`" “ ” „ « » '' \`\` ‘ ’ '`)
export const nominals = wordSet('NOUN PROPN PRON NUM')
export const subjects = wordSet('i he she they we it you who')
/** Adverbs that open a clause and never belong to a verb group. */
export const clauseOpeners = wordSet(
  'when where why how as so however meanwhile still too instead there here though even well indeed nevertheless',
)
/** Prepositions that may join noun phrases into one subject. */
export const joiners = wordSet(
  'of for from in at with on to against behind near between among by about over under within into across inside around without like than through',
)
