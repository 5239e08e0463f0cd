import { foldedName } from '../text/fold.ts'
import { demonyms, metonyms, stateNames } from './states.ts'

export interface KnownActor {
  slug: string
  /** STATE, ORGANIZATION, ARMED_GROUP, MEDIA_OUTLET or PERSON. */
  type: string
  /** Labels and aliases. */
  names: string[]
  affiliations?: { organization: string; role: string; title?: string | undefined }[]
}

const idle = new Set('the a an of for in and region oblast s'.split(' '))
const same = new Map(
  Object.entries({
    defense: 'defence',
    spokesman: 'spokesperson',
    spokeswoman: 'spokesperson',
    department: 'ministry',
    dept: 'ministry',
    secretary: 'minister',
    govt: 'government',
    organisation: 'organization',
  }),
)

const letters = /\p{L}+/gu
const longDemonyms = [...demonyms].filter(([people]) => people.length > 3)
/** With what the name of a people begins: few names have such a word, and only they need be compared with every people's. */
const peoples = new Set(longDemonyms.map(([people]) => people.match(letters)?.[0] as string))

function withStates(words: string): string {
  let plain = words
  for (const [people, state] of longDemonyms) {
    if (plain.includes(people))
      plain = plain.replace(new RegExp(`(?<![\\p{L}])${people}(?![\\p{L}])`, 'gu'), state)
  }
  return plain
}

/** The words that tell one name from another, with demonyms as their states: "Norway's defense ministry". */
export function signature(words: string): string[] {
  let plain = foldedName(words)
    .replace(/'s\b|'(?=\s|$)/g, '')
    .replace(/[()“”",]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.match(letters)?.some((word) => peoples.has(word))) plain = withStates(plain)
  return [
    ...new Set(
      plain
        .split(/[\s-]+/)
        .filter((w) => w && !idle.has(w))
        .map((w) => same.get(w) ?? w),
    ),
  ].sort()
}

/** Looks actors up by every form of their names; what two actors answer to, neither does. */
export class KnownActors {
  readonly bySlug = new Map<string, KnownActor>()
  private readonly byName = new Map<string, Set<string>>()
  /** People's names without the initials in them: Donald Trump for Donald J. Trump. */
  private readonly byPlainName = new Map<string, Set<string>>()
  private readonly byWords = new Map<string, Set<string>>()
  private readonly byLastName = new Map<string, Set<string>>()
  private readonly states = new Map<string, string>()
  private readonly titles: { words: Set<string>; head: string; slug: string }[] = []

  constructor(actors: KnownActor[]) {
    for (const actor of actors) this.bySlug.set(actor.slug, actor)
    for (const actor of actors) this.learn(actor)
  }

  private learn(actor: KnownActor): void {
    for (const name of actor.names) {
      this.alias(name, actor.slug)
      add(this.byWords, signature(name).join(' '), actor.slug)
      const state = actor.type === 'STATE' ? stateNames.get(plain(name)) : undefined
      if (state) this.states.set(state, actor.slug)
      const last = name.trim().split(/\s+/)
      if (actor.type === 'PERSON' && last.length > 1)
        add(this.byLastName, plain(last.at(-1) as string), actor.slug)
      if (actor.type === 'PERSON' && hasInitial(name))
        add(this.byPlainName, withoutInitials(name), actor.slug)
    }
    for (const { title, organization } of actor.affiliations ?? []) {
      if (!title) continue
      const of = this.bySlug.get(organization)?.names ?? []
      const words = signature(title)
      this.titles.push({
        words: new Set([...words, ...of.flatMap(signature)]),
        head: headOf(title),
        slug: actor.slug,
      })
    }
  }

  /** A further name met in a report: an acronym in brackets. */
  alias(name: string, slug: string): void {
    add(this.byName, plain(name), slug)
  }

  named(words: string): string | undefined {
    return (
      one(this.byName.get(plain(words))) ??
      one(this.byWords.get(signature(words).join(' '))) ??
      one((hasInitial(words) ? this.byName : this.byPlainName).get(withoutInitials(words)))
    )
  }

  lastNamed(word: string): string | undefined {
    return one(this.byLastName.get(plain(word)))
  }

  /** "the governor of Belgorod": every word of it is in one holder's title, and its head is the title's. */
  titled(words: string): string | undefined {
    const wanted = signature(words)
    const head = headOf(words)
    if (wanted.length < 2) return undefined
    const holders = this.titles.filter((t) => t.head === head && wanted.every((w) => t.words.has(w)))
    return one(new Set(holders.map((t) => t.slug)))
  }

  /** The state that a name, a people's name or a capital stands for. */
  state(words: string): string | undefined {
    const word = plain(words)
    const state = stateNames.get(word) ?? metonyms.get(word)
    return state ? this.states.get(state) : undefined
  }

  /** The state that somebody speaks for: up from body to body; a leader of a body speaks for himself. */
  behind(slug: string): string | undefined {
    const seen = new Set<string>()
    let at: string | undefined = slug
    while (at && !seen.has(at)) {
      seen.add(at)
      const actor = this.bySlug.get(at)
      if (actor?.type === 'STATE') return at === slug ? undefined : at
      at = actor?.affiliations?.find((a) => /^(PART_OF|SPOKESPERSON|OFFICIAL)$/.test(a.role))?.organization
    }
    return undefined
  }
}

const initial = /\s\p{Lu}\.?(?=\s)/gu
const hasInitial = (name: string): boolean => name.search(initial) >= 0
/** An initial says more of a name and nothing else; two names with different ones are two people's. */
const withoutInitials = (name: string): string => plain(name.replace(initial, ''))

export const plain = (words: string) =>
  foldedName(words)
    .replace(/^(the|a|an)\s+/, '')
    .replace(/'s?$/, '')
    .replace(/(?<![\s,])[\s,]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()

const headOf = (words: string) => signature(plain(words).split(/\s+/)[0] ?? '')[0] ?? ''

const one = (slugs: Set<string> | undefined) => (slugs?.size === 1 ? [...slugs][0] : undefined)

function add(map: Map<string, Set<string>>, key: string, slug: string): void {
  if (!key) return
  const slugs = map.get(key)
  if (slugs) slugs.add(slug)
  else map.set(key, new Set([slug]))
}
