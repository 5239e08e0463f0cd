import { foldedName } from '../../text/fold.ts'
import type { Span } from '../attribution.ts'
import { bodyCalled, isOutlet } from '../lexicon/bodies.ts'
import { noName } from '../lexicon/full-names.ts'
import { initialsOf } from '../lexicon/other-names.ts'
import { stateForms } from '../lexicon/states.ts'
import { comparedName } from './compared-name.ts'
import { describedAsBody, describedBodyBefore } from './descriptions.ts'
import type { KnownActors } from './known-actors.ts'
import type { NameRun } from './name-runs.ts'
import { bracketedAcronyms, mentions } from './names-in-text.ts'
import { Within } from './nearness.ts'
import type { Speaker } from './speaker.ts'

/** A place where a text names anybody but a person. */
export interface BodyMention {
  readonly begin: number
  readonly end: number
  readonly speaker: Speaker
  /** Words by which it can be called later: ministry, group. */
  readonly words: ReadonlySet<string>
  /** Right behind a word for what it is: "the shipping company Norsea". */
  readonly isDescribed: boolean
}

const nouns =
  'ministry|department|government|agency|party|union|committee|commission|council|court|army|navy|military|police|parliament|embassy|' +
  'administration|authority|bureau|office|air force|armed forces|coast guard|border guard|central bank|security service|foreign office'
const ownedBody = new RegExp(
  `\\b\\p{Lu}[\\p{L}-]{1,40}(?:\\s\\p{Lu}[\\p{L}-]{1,40})?(?:['’]s)?\\s(?:\\p{Ll}+\\s){0,2}(?:${nouns})\\b`,
  'gu',
)

/** "the interior ministry", "the ministry of health" */
const unnamed = new RegExp(
  `\\b[Tt]he\\s(?:(?:\\p{Ll}{3,20}\\s){1,2}?(?:${nouns})\\b|(?:ministry|department|bureau|office)\\sof\\s(?:the\\s)?[\\p{L}-]{2,30})`,
  'gu',
)

/** Words for a body, and the other words that each stands for. */
const wider: readonly [RegExp, readonly string[]][] = [
  [
    /\b(?:union|association|organi[sz]ation|foundation|charity|coalition|alliance|network|front|movement|brigade|battalion|militia|league|society|federation|watch|ngo|campaign|committee|fighters|rebels)\b/i,
    ['group', 'organization'],
  ],
  [
    /\b(?:inc|ltd|llc|plc|corp|corporation|company|airlines?|airways|motors|holdings|bank|shipping|energy|oil|gas|steel|group|systems|industries|firm|operator|shipyard|refinery)\b/i,
    ['company', 'firm', 'group'],
  ],
  [/\b(?:commission|council|court|committee|assembly|tribunal)\b/i, ['body', 'panel']],
]
const byType: Record<string, readonly string[]> = {
  ARMED_GROUP: [
    'group',
    'organization',
    'militia',
    'movement',
    'rebels',
    'militants',
    'insurgents',
    'fighters',
    'gunmen',
  ],
  MEDIA_OUTLET: [
    'newspaper',
    'paper',
    'daily',
    'agency',
    'outlet',
    'broadcaster',
    'channel',
    'magazine',
    'website',
    'station',
  ],
  STATE: ['country', 'state', 'government'],
}

/** All bodies, states and outlets that a text names, in order, and whom later words for them mean. */
export class Bodies {
  readonly mentions: readonly BodyMention[]
  /** The slugs of all that are named; a state is named by its people too. */
  readonly slugs: ReadonlySet<string>
  private readonly byName = new Map<string, Speaker>()

  constructor(text: string, runs: readonly NameRun[], known: KnownActors) {
    const found = knownBodies(text, known)
    const taken = new Within(found.map(({ begin, end }): Span => [begin, end]))
    for (const [begin, end] of newBodies(text, runs)) {
      if (taken.has(begin) && taken.has(end - 1)) continue
      const name = text.slice(begin, end).replace(/\s+/g, ' ')
      const slug = known.named(name)
      const speaker = slug ? { slug } : (this.byName.get(comparedName(name)) ?? { proposed: name })
      this.byName.set(comparedName(name), speaker)
      found.push({
        begin,
        end,
        speaker,
        words: callings(name, '', text, begin, end),
        isDescribed: describedBodyBefore(text, begin) !== '',
      })
    }
    this.mentions = found.sort((a, b) => a.begin - b.begin || b.end - a.end)
    const peoples = runs.flatMap((run) => run.words.map(({ word }) => stateOfPeople.get(foldedName(word))))
    const states = peoples.map((state) => (state ? known.state(state) : undefined))
    const named = this.mentions.map(({ speaker }) => ('slug' in speaker ? speaker.slug : undefined))
    this.slugs = new Set([...named, ...states].filter((slug) => slug !== undefined))
  }

  /** A body called by its name, its acronym, or a word for what it is: the one that was named last before a place. */
  calledBefore(words: string, before: number): Speaker | undefined {
    const named = this.byName.get(comparedName(words))
    if (named) return named
    const isMeant = this.meaning(words)
    return isMeant && this.mentions.findLast((one) => one.begin < before && isMeant(one))?.speaker
  }

  private meaning(words: string): ((one: BodyMention) => boolean) | undefined {
    const acronym = /^(?:[Tt]he\s)?(\p{Lu}{2,8})$/u.exec(words)?.[1]
    if (acronym) return ({ speaker }) => 'proposed' in speaker && initialsOf(speaker.proposed) === acronym
    const called = /^(?:the|its|their|this)\s+((?:[\p{Ll}-]+\s){0,2}[\p{Ll}-]+)$/iu.exec(words)?.[1]
    if (!called) return undefined
    const wanted = foldedWordsOf(called)
    return (one) => wanted.every((word) => one.words.has(word) || one.words.has(stateWord(word)))
  }

  /** "the shipping company Norsea": the name at the end of what a source says that it is. */
  describedIn([begin, end]: Span): BodyMention | undefined {
    return this.mentions.findLast((one) => one.begin > begin && one.end === end && one.isDescribed)
  }

  beginsAt(place: number): boolean {
    return this.mentions.some(({ begin }) => begin === place)
  }

  /** The body that ends right before a place, but for a comma. */
  endingAt(place: number): BodyMention | undefined {
    return this.mentions.findLast(({ end }) => end < place && place - end <= 2)
  }
}

function knownBodies(text: string, known: KnownActors): BodyMention[] {
  const names = [...known.bySlug.values()].flatMap(({ type, names, slug }) =>
    type === 'PERSON' ? [] : names.map((name): [string, string] => [name, slug]),
  )
  return mentions(text, names).map(({ begin, end, of }) => {
    const { type = '', names = [] } = known.bySlug.get(of) ?? {}
    return {
      begin,
      end,
      speaker: { slug: of },
      words: callings(names.join(' '), type, text, begin, end),
      isDescribed: describedBodyBefore(text, begin) !== '',
    }
  })
}

function newBodies(text: string, runs: readonly NameRun[]): Span[] {
  const found = [...text.matchAll(ownedBody)].flatMap((match): Span[] => {
    const opening = /^(\p{L}+)\s/u.exec(match[0])
    const skipped = opening && noName.has((opening[1] as string).toLowerCase()) ? opening[0].length : 0
    const isNamed = /^\p{Lu}/u.test(match[0].slice(skipped))
    return isNamed ? [[match.index + skipped, match.index + match[0].length]] : []
  })
  for (const match of text.matchAll(unnamed)) found.push([match.index, match.index + match[0].length])
  for (const { begin, name } of bracketedAcronyms(text)) found.push([begin, begin + name.length])
  const end = new Within([...found])
  for (const run of runs) {
    const name = text.slice(run.begin, run.end)
    if (end.has(run.begin)) continue
    const first = run.words.find(({ word }) => !noName.has(word.toLowerCase()))
    if (!first || !(bodyCalled(name) || describedAsBody(text, run.begin, run.end))) continue
    found.push([isOutlet(name) ? run.begin : first.begin, run.end])
  }
  return found
}

const stateOfPeople = new Map(
  stateForms.flatMap(({ form, state, of }) => (of === 'people' ? [[foldedName(form), state] as const] : [])),
)

const foldedWordsOf = (words: string): string[] => foldedName(words).match(/[\p{L}\p{N}]+/gu) ?? []

/** Norway for Norwegian. */
const stateWord = (word: string): string => foldedName(stateOfPeople.get(word) ?? word)

/** The words of its name, of what the text says that it is, and what these stand for. */
function callings(name: string, type: string, text: string, begin: number, end: number): ReadonlySet<string> {
  const all = `${name} ${describedAsBody(text, begin, end)}`
  const further = wider.flatMap(([pattern, words]) => (pattern.test(all) ? words : []))
  return new Set([
    ...foldedWordsOf(all).flatMap((word) => [word, stateWord(word)]),
    ...further,
    ...(byType[type] ?? []),
    ...(type === 'ORGANIZATION' && !bodyCalled(name)
      ? ['company', 'firm', 'group', 'organization', 'organisation']
      : []),
    ...(isOutlet(name) ? (byType.MEDIA_OUTLET as string[]) : []),
  ])
}
