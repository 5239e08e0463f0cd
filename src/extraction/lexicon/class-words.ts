import { armedGroupBody, type Body, outletBody } from './bodies.ts'

const company: Body = { type: 'ORGANIZATION', kind: 'COMPANY' }
const society: Body = { type: 'ORGANIZATION', kind: 'CIVIL_SOCIETY' }

/** Words that stand beside a name and tell its kind: the daily Wieści, the depot's owner, Rusbenz. */
const classes: readonly (readonly [RegExp, Body])[] = [
  [
    /(?:daily|weekly|newspaper|paper|tabloid|broadcaster|broadcasting company|(?:television|tv|radio) (?:channel|station)|channel|outlet|news agency|agency|magazine|website|news site|portal|radio|television|tv|wire service|podcast|station)/,
    outletBody,
  ],
  [
    /(?:militia|brigade|battalion|rebel group|armed group|insurgent group|guerrilla group|militant group|terrorist group|rebels|militants|insurgents|guerrillas|jihadists|paramilitary group|legion|cartel|gang)/,
    armedGroupBody,
  ],
  [/(?:party|opposition party|ruling party)/, { type: 'ORGANIZATION', kind: 'PARTY' }],
  [
    /(?:company|firm|operator|owner|insurer|manufacturer|maker|shipbuilder|builder|contractor|developer|supplier|airline|bank|utility|oil giant|energy giant|carmaker|startup|retailer|brewer|monopoly|refiner|shipowner|shipping line)/,
    company,
  ],
  [
    /(?:charity|aid group|rights group|human rights group|monitoring group|think tank|institute|university|union|trade union|association|foundation|church|non-profit|nonprofit|NGO|campaign group|pressure group|watchdog|hospital|museum|team|club)/,
    society,
  ],
]

const anyClass = classes.map(([pattern]) => pattern.source).join('|')
/** A class word before the name, at a phrase's end: "the independent daily ". */
const classBefore = new RegExp(`(?:^|[\\s-])(${anyClass})\\s*,?\\s*["“«„‘]?$`)
/** A class word behind the name: " brigade", ", a militia". */
const classBehind = new RegExp(
  `^["”»“’]?(?:\\s(${anyClass})(?![\\p{L}-]|['’]s)|,\\s(?:a|an|the|its|one of the|\\p{L}+['’]s)\\s(?:[\\p{L}'’-]+\\s){0,3}?(${anyClass})(?![\\p{L}-]|['’]s))`,
  'u',
)

const classOf = (word: string | undefined): Body | undefined =>
  word === undefined
    ? undefined
    : classes.find(([pattern]) => new RegExp(`^${pattern.source}$`).test(word))?.[1]

/** "the daily Wieści", "state broadcaster NRK": what it is, and the name alone. */
export function classified(words: string): { name: string; body: Body } | undefined {
  const at = words.slice(0, LONGEST_LOOK).search(/(?<=\s|["“«„‘])\p{Lu}/u)
  if (at <= 0 || words.length > LONGEST_LOOK) return undefined
  const [lead, name] = [words.slice(0, at), words.slice(at)]
  if (/\p{Lu}/u.test(lead.replace(/^The\s/, '').slice(1))) return undefined
  const body = classOf(classBefore.exec(lead)?.[1])
  return body && !/\s(?:of|for|in)\s/.test(lead) ? { name: name.replace(/["”»]+$/, ''), body } : undefined
}

/** The kind of somebody of this name, as the text tells it elsewhere. */
export function bodyInText(name: string, text: string): Body | undefined {
  let looks = 0
  for (
    let at = text.indexOf(name);
    at >= 0 && looks < MOST_NAMINGS_READ;
    at = text.indexOf(name, at + name.length), looks++
  ) {
    if (/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) continue
    const rest = classBehind.exec(text.slice(at + name.length, at + name.length + 60))
    const found = classOf(
      rest?.[1] ?? rest?.[2] ?? classBefore.exec(text.slice(Math.max(0, at - 40), at))?.[1],
    )
    if (found) return found
  }
  return undefined
}

const LONGEST_LOOK = 150
const MOST_NAMINGS_READ = 50
