/** Base, past, participle of verbs that news is made of and that do not just take -ed. */
const irregular =
  `arise arose arisen|awake awoke awoken|be was been|bear bore borne|beat beat beaten|become became become|
begin began begun|bend bent bent|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|
breed bred bred|bring brought brought|build built built|burst burst burst|buy bought bought|cast cast cast|
catch caught caught|choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|
deal dealt dealt|dig dug dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|
fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|
fly flew flown|forbid forbade forbidden|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|
freeze froze frozen|get got got|give gave given|go went gone|grow grew grown|hang hung hung|have had had|
hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|lay laid laid|
lead led led|leave left left|lend lent lent|let let let|light lit lit|lose lost lost|make made made|mean meant meant|
meet met met|mislead misled misled|mistake mistook mistaken|overcome overcame overcome|overrun overran overrun|
overtake overtook overtaken|overthrow overthrew overthrown|pay paid paid|put put put|quit quit quit|
read read read|rebuild rebuilt rebuilt|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|
see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|
shoot shot shot|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|
slide slid slid|speak spoke spoken|spend spent spent|spin spun spun|split split split|spread spread spread|
spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck|swear swore sworn|
sweep swept swept|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|
think thought thought|throw threw thrown|undergo underwent undergone|understand understood understood|
undertake undertook undertaken|uphold upheld upheld|wake woke woken|wear wore worn|win won won|wind wound wound|
withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|write wrote written`
    .split('|')
    .map((row) => row.trim().split(' ') as [base: string, past: string, participle: string])

const pastOfBase = new Map(irregular.map(([base, past]) => [base, past]))
const pastOfParticiple = new Map(irregular.map(([, past, participle]) => [participle, past]))
const baseOfParticiple = new Map(irregular.map(([base, , participle]) => [participle, base]))
const pastForms = new Set(irregular.map(([, past]) => past))
const sameForms = new Set(irregular.filter(([base, past]) => base === past).map(([base]) => base))

/** Verbs of more than one syllable that double their last letter. */
const doubling =
  /^(?:admit|commit|permit|submit|omit|refer|prefer|defer|occur|incur|regret|control|patrol|rebel|expel|compel|propel|forget|begin|transfer|equip|deter|kidnap)$/
const doubles = (base: string): boolean =>
  /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(base) || /^qu[ai]t$/.test(base) || doubling.test(base)

const doubled = (base: string): string => (doubles(base) ? `${base}${base.at(-1)}` : base)

/** "shelled" of shell, "took" of take. */
export function pastOf(base: string): string {
  const known = pastOfBase.get(base)
  if (known !== undefined) return known
  if (base.endsWith('e')) return `${base}d`
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${doubled(base)}ed`
}

/** "shells" of shell. */
export function thirdOf(base: string): string {
  if (base === 'have') return 'has'
  if (base === 'be') return 'is'
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(base) ? `${base}es` : `${base}s`
}

function gerundOf(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`
  return /[^eyo]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${doubled(base)}ing`
}

const pastOfIrregularGerund = new Map(irregular.map(([base, past]) => [gerundOf(base), past]))

/** "shelled" of shelling, "took" of taking; undefined where the word is no gerund. */
export function pastOfGerund(gerund: string): string | undefined {
  if (!/^\p{Ll}{2,}ing$/u.test(gerund) || gerund === 'being') return undefined
  const known = pastOfIrregularGerund.get(gerund)
  if (known !== undefined) return known
  if (/^(?:dy|ly|ty)ing$/.test(gerund)) return `${gerund[0]}ied`
  const stem = gerund.slice(0, -3)
  if (!/[aeiouy]/.test(stem)) return undefined
  if (stem.endsWith('e')) return `${stem}d`
  return /[^aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ied` : `${stem}ed`
}

/** "took" of taken, "shelled" of shelled; undefined where the word looks like no participle. */
export const pastOfPerfect = (participle: string): string | undefined =>
  pastOfParticiple.get(participle) ?? (/\p{Ll}ed$/u.test(participle) ? participle : undefined)

/** "take" of taken, "fire" of fired; undefined where more than one verb could be meant. */
export function baseOfPerfect(participle: string): string | undefined {
  const known = baseOfParticiple.get(participle)
  if (known !== undefined) return known
  if (!/\p{Ll}{2}ed$/u.test(participle)) return undefined
  const stem = participle.slice(0, -2)
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`
  if (/(?:ll|ss|ff|zz|ck|[lnrsfmc][tpkd]|rn|rm|lm|sh|ch|[aeo][uw]n|[aeiou][wxy])$/.test(stem)) return stem
  if (/([bdgklmnprt])\1$/.test(stem)) return stem.slice(0, -1)
  if (/[aeo][aiu][dfklmnprt]$/.test(stem)) return stem
  if (/[vcuz]$/.test(stem) || /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(stem)) return `${stem}e`
  if (/(?:er|en|it|et|on|op)$/.test(stem)) return stem
  return /(?:[aiou]d|[aou]s|at|ut|im|ik|ok|[aiu]r|in|ag)$/.test(stem) ? `${stem}e` : undefined
}

/** Whether a finite verb is of the past, so that it is the same whoever does it; undefined where it may be either. */
export function isPast(verb: string): boolean | undefined {
  if (sameForms.has(verb)) return undefined
  return pastForms.has(verb) || /\p{Ll}ed$/u.test(verb)
}

const alwaysPlural =
  /^(?:people|police|children|men|women|troops|officials|civilians|forces|citizens|cattle|they|we|you|these|those|both|many|several|some|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|millions)$/i

/** Whether a noun is plural, by its ending; a name that ends in s may be either. */
export function isPlural(noun: string): boolean | undefined {
  if (alwaysPlural.test(noun) || /(?:men|people)$/.test(noun)) return true
  if (/^\d[\d,.]*$/.test(noun)) return noun !== '1'
  if (!noun.endsWith('s') || /(?:ss|us|is|ics|news|as)$/.test(noun)) return false
  return /^\p{Lu}/u.test(noun) ? undefined : true
}

const formsOfWord = new Map(irregular.flatMap((row) => row.map((form) => [form, row] as const)))

/** All forms of an irregular verb, its base first; a word that is no form of one by itself. */
export const verbForms = (word: string): readonly string[] => formsOfWord.get(word) ?? [word]
