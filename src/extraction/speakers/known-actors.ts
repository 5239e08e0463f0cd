import { isSameName, lastNamesOf, partsOfName } from '../lexicon/person-name.ts'
import { stateCalled, stateNames } from '../lexicon/states.ts'
import { isRole } from '../lexicon/titles.ts'
import { comparedName, signature } from './compared-name.ts'

export interface KnownActor {
  slug: string
  /** STATE, ORGANIZATION, ARMED_GROUP, MEDIA_OUTLET or PERSON. */
  type: string
  /** Labels and aliases. */
  names: string[]
  affiliations?: { organization: string; role: string; title?: string | undefined }[]
}

/** Looks actors up by every form of their names; what two actors answer to, neither does. */
export class KnownActors {
  readonly bySlug = new Map<string, KnownActor>()
  private readonly byName = new Map<string, Set<string>>()
  /** People's names without the initials in them: Donald Trump for Donald J. Trump. */
  private readonly byPlainName = new Map<string, Set<string>>()
  private readonly byWords = new Map<string, Set<string>>()
  private readonly byLastName = new Map<string, Set<string>>()
  /** People by the first and the last part of a name: what stands in between may be left out. */
  private readonly byEnds = new Map<string, Set<string>>()
  private readonly officeWords = new Map<string, ReadonlySet<string>>()
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
      const state = actor.type === 'STATE' ? stateNames.get(comparedName(name)) : undefined
      if (state) this.states.set(state, actor.slug)
      if (actor.type === 'PERSON') this.learnPerson(name, actor.slug)
    }
    for (const { title, organization } of actor.affiliations ?? []) {
      if (!title) continue
      const of = this.bySlug.get(organization)?.names ?? []
      const words = signature(title)
      this.titles.push({
        words: new Set([...words, ...of.flatMap(signature)]),
        head: firstSignatureWord(title),
        slug: actor.slug,
      })
    }
  }

  private learnPerson(name: string, slug: string): void {
    for (const last of lastNamesOf(name)) add(this.byLastName, last, slug)
    if (hasInitial(name)) add(this.byPlainName, withoutInitials(name), slug)
    const parts = partsOfName(name)
    if (parts.length > 1) add(this.byEnds, `${parts[0]} ${parts.at(-1)}`, slug)
  }

  /** A further name met in a report: an acronym in brackets. */
  alias(name: string, slug: string): void {
    add(this.byName, comparedName(name), slug)
  }

  named(words: string): string | undefined {
    return (
      onlyOne(this.byName.get(comparedName(words))) ??
      onlyOne(this.byWords.get(signature(words).join(' '))) ??
      onlyOne((hasInitial(words) ? this.byName : this.byPlainName).get(withoutInitials(words)))
    )
  }

  /** Everybody whom a full name can mean: as it stands, by other words for the same, with or without what is in the middle. */
  peopleNamed(name: string): ReadonlySet<string> {
    const exact = this.peopleOf(this.byName.get(comparedName(name)))
    if (exact.size > 0) return exact
    const initials = this.peopleOf(
      (hasInitial(name) ? this.byName : this.byPlainName).get(withoutInitials(name)),
    )
    if (initials.size > 0) return initials
    const parts = partsOfName(name)
    const alike = this.peopleOf(this.byEnds.get(`${parts[0]} ${parts.at(-1)}`))
    const isAlike = (called: string) =>
      isSameName(partsOfName(called), parts) && !(hasInitial(called) && hasInitial(name))
    return new Set([...alike].filter((slug) => this.bySlug.get(slug)?.names.some(isAlike)))
  }

  /** Everybody of a last name. */
  peopleLastNamed(word: string): ReadonlySet<string> {
    return (
      this.byLastName.get(
        partsOfName(word)
          .join(' ')
          .replace(/^(?:al|el|an|ar|as|ash|at|az)-/, ''),
      ) ?? new Set()
    )
  }

  private peopleOf(slugs: ReadonlySet<string> = new Set()): ReadonlySet<string> {
    return new Set([...slugs].filter((slug) => this.bySlug.get(slug)?.type === 'PERSON'))
  }

  /**
   * The one of several whom the words beside a name mean: by an office, a company or a country, or else by what the text
   * names besides. Undefined where two fit as well.
   */
  choose(
    slugs: ReadonlySet<string>,
    words: ReadonlySet<string>,
    named: ReadonlySet<string>,
  ): string | undefined {
    const byOffice = best(
      slugs,
      (slug) => [...this.wordsOfOffices(slug)].filter((word) => words.has(word)).length,
    )
    return byOffice ?? best(slugs, (slug) => this.bodiesOf(slug).filter((body) => named.has(body)).length)
  }

  /** Whether somebody holds offices, and none that is called so: a mayor is not the minister of the same last name. */
  contradicts(slug: string, words: ReadonlySet<string>): boolean {
    const roles = [...words].filter(isRole)
    const held = this.wordsOfOffices(slug)
    return roles.length > 0 && [...held].some(isRole) && !roles.some((role) => held.has(role))
  }

  private bodiesOf(slug: string): string[] {
    return (this.bySlug.get(slug)?.affiliations ?? []).map(({ organization }) => organization)
  }

  private wordsOfOffices(slug: string): ReadonlySet<string> {
    const found = this.officeWords.get(slug)
    if (found) return found
    const offices = this.bySlug.get(slug)?.affiliations ?? []
    const words = new Set(
      offices.flatMap(({ title, role, organization }) => [
        ...signature(title ?? (role === 'SPOKESPERSON' ? 'spokesperson' : '')),
        ...(this.bySlug.get(organization)?.names ?? []).flatMap(signature),
      ]),
    )
    this.officeWords.set(slug, words)
    return words
  }

  get hasOffices(): boolean {
    return this.titles.length > 0
  }

  /** "the governor of Belgorod": every word of it is in one holder's title, and its head is the title's. */
  titled(words: string): string | undefined {
    const wanted = signature(words)
    const head = firstSignatureWord(words)
    if (wanted.length < 2) return undefined
    const holders = this.titles.filter((t) => t.head === head && wanted.every((w) => t.words.has(w)))
    return onlyOne(new Set(holders.map((t) => t.slug)))
  }

  /** The state that a name, a capital or "the Russians" stands for: a word of another case is another word (us, turkey). */
  state(words: string): string | undefined {
    const state = stateCalled(words)
    const slug = state ? this.states.get(comparedName(state)) : onlyOne(this.byName.get(comparedName(words)))
    return slug && this.bySlug.get(slug)?.type === 'STATE' ? slug : undefined
  }

  /**
   * The one for whom somebody speaks: the state, up from body to body, or else the body of which an office is held. The
   * leader of a party, a town or a region speaks for himself.
   */
  behind(slug: string): string | undefined {
    const seen = new Set<string>([slug])
    let [at, above] = [slug, this.above(slug)]
    while (above && !seen.has(above)) {
      seen.add(above)
      at = above
      above = this.bySlug.get(at)?.type === 'STATE' ? undefined : this.above(at)
    }
    const isHeld = this.bySlug.get(slug)?.type === 'PERSON' || this.bySlug.get(at)?.type === 'STATE'
    return at !== slug && isHeld ? at : undefined
  }

  private above(slug: string): string | undefined {
    return this.bySlug.get(slug)?.affiliations?.find(isRoleThatSpeaks)?.organization
  }
}

const ownVoice =
  /\b(?:mayor|governor|chair\p{L}*|leader|senator|member|candidate|district|region|city|town|village|county)\b/iu

const isRoleThatSpeaks = ({ role, title }: { role: string; title?: string | undefined }): boolean =>
  /^(?:PART_OF|SPOKESPERSON|OFFICIAL)$/.test(role) || (role === 'LEADER' && !ownVoice.test(title ?? ''))

const middleInitial = /\s\p{Lu}\.?(?=\s)/gu
const hasInitial = (name: string): boolean => name.search(middleInitial) >= 0
/** An initial says more of a name and nothing else; two names with different ones are two people's. */
const withoutInitials = (name: string): string => comparedName(name.replace(middleInitial, ''))

const firstSignatureWord = (words: string) => signature(comparedName(words).split(/\s+/)[0] ?? '')[0] ?? ''

/** The one with the highest count, where there is one. */
function best(slugs: ReadonlySet<string>, count: (slug: string) => number): string | undefined {
  const ranked = [...slugs].map((slug): [string, number] => [slug, count(slug)]).sort((a, b) => b[1] - a[1])
  const [first, second] = ranked
  return first && first[1] > 0 && first[1] > (second?.[1] ?? 0) ? first[0] : undefined
}

const onlyOne = (slugs: Set<string> | undefined) => (slugs?.size === 1 ? [...slugs][0] : undefined)

function add(map: Map<string, Set<string>>, key: string, slug: string): void {
  if (!key) return
  const slugs = map.get(key)
  if (slugs) slugs.add(slug)
  else map.set(key, new Set([slug]))
}
