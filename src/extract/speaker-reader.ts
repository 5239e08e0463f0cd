import type { Act, Attribution } from './attribution.ts'
import { fullNamesOf } from './full-names.ts'
import { type KnownActors, plain, signature } from './known-actors.ts'
import { mentions } from './names-in-text.ts'
import { withoutTitle } from './titles.ts'

/** An actor of the graph, or the name under which a new one is proposed. */
export type Speaker = { slug: string } | { proposed: string }

interface Mention {
  begin: number
  speaker: Speaker
  person: boolean
}

/** The one that begins later; the first where both begin at once. */
const later = (a: Mention | undefined, b: Mention | undefined): Mention | undefined =>
  a && b ? (b.begin > a.begin ? b : a) : (a ?? b)

const LONGEST_NAME = 200
const capitals = /\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*)*\s?$/u

/** The words with capitals that others end with. */
const nameAtEnd = (words: string): string | undefined => capitals.exec(words.slice(-LONGEST_NAME))?.[0].trim()

/** Reads the sources of one report in order, so that "he" and "the ministry" find whom was named before. */
export class SpeakerReader {
  private readonly named: Mention[]
  private readonly spoke: Mention[] = []
  /** Last names of people who are proposed. */
  private readonly proposed = new Map<string, string>()
  private readonly bodies = new Map<string, ReadonlySet<string>>()

  private readonly text: string
  private readonly known: KnownActors

  constructor(text: string, known: KnownActors) {
    this.text = text
    this.known = known
    const names = [...known.bySlug.values()].flatMap((a) => a.names.map((n): [string, string] => [n, a.slug]))
    this.named = mentions(text, names).map(({ begin, of }) => ({
      begin,
      speaker: { slug: of },
      person: known.bySlug.get(of)?.type === 'PERSON',
    }))
  }

  read({ source, cue, act }: Attribution): (Speaker | undefined)[] {
    const span = source[0]
    if (!span) return [undefined]
    const words = this.text.slice(span[0], span[1]).replace(/(?<![\s,;:—–-])[\s,;:—–-]+$/, '')
    const group = this.group(words)
    if (group) return group
    const speaker = this.one(words, span[0], cue[0]?.[0] ?? span[0], act)
    this.spoke.push({ begin: span[0], speaker, person: this.isPerson(speaker, words) })
    return [speaker]
  }

  private one(words: string, begin: number, cue: number, act: Act): Speaker {
    // "it supports the idea": what supports or causes is seldom who spoke last
    if (
      /^it$/i.test(words) &&
      !/^(STATE|DENY|CONFIRM|ACCUSE|PROMISE|THREATEN|DECLINE_COMMENT|CONDEMN)/.test(act)
    )
      return { proposed: words }
    if (/^(he|she|his|her|him|i|my)$/i.test(words)) return this.last(begin, true) ?? { proposed: words }
    if (/^(it|its|they|their|them|we|our)$/i.test(words))
      return this.last(begin, false) ?? { proposed: words }
    if (/^(who|which|that|whom)$/i.test(words)) return this.antecedent(begin) ?? { proposed: words }
    const slug = this.lookUp(words) ?? this.bodyNamedBefore(words, Math.min(begin, cue))
    return slug ? { slug } : this.propose(words)
  }

  /** Names, titles and seats of government; then the name inside a title, an apposition or a possessive. */
  private lookUp(words: string): string | undefined {
    const { known } = this
    const direct = known.named(words) ?? known.state(words) ?? known.titled(words)
    if (direct) return direct
    const untitled = withoutTitle(words)
    const person = untitled === words ? undefined : known.named(untitled)
    const found = person ?? (/\s/.test(untitled) ? undefined : this.lastNamed(untitled))
    if (found) return found
    const [head = '', ...rest] = words.split(',')
    if (rest.length > 0) {
      const beside = rest[0]?.trim() ?? ''
      const found = this.lookUp(head) ?? known.titled(beside) ?? this.personNamed(beside)
      if (found) return found
    }
    const owner = /^(.+?)(?:['’]s|s['’])\s/.exec(head)
    if (!owner) {
      const name = nameAtEnd(head)
      if (name && name !== head && !/\b(of|for|from|in|at|to|by)\s$/.test(head.slice(0, -name.length))) {
        return known.named(name) ?? this.lastNamed(name.split(/\s+/).at(-1) as string)
      }
    }
    if (
      owner &&
      /\b(statement|statements|account|report|reports|post|posts|campaign|claim|message)$/i.test(head)
    )
      return this.lookUp(owner[1] as string)
    return undefined
  }

  /** "the governor, Ada Vega": a place beside a body ("police in Bodo, Norway") is another matter. */
  private personNamed(words: string): string | undefined {
    const slug = this.known.named(words)
    return slug && this.known.bySlug.get(slug)?.type === 'PERSON' ? slug : undefined
  }

  /** The one person of this last name, or of those the one whose full name the report gives. */
  private lastNamed(word: string): string | undefined {
    const known = this.known.lastNamed(word)
    if (known) return known
    const [full, other] = fullNamesOf(word, this.text)
    return full && !other ? this.known.named(full) : undefined
  }

  /** "the ministry": the last actor named before whose name has the word. */
  private bodyNamedBefore(words: string, begin: number): string | undefined {
    const wanted = /^[Tt]he\s+(\p{Ll}+)$/u.exec(words)?.[1]
    if (!wanted) return undefined
    const bodies = this.bodiesCalled(signature(wanted)[0] as string)
    const isMeant = ({ begin: at, speaker }: Mention) =>
      at < begin && 'slug' in speaker && bodies.has(speaker.slug)
    const near =
      bodies.size > 0 ? later(this.named.findLast(isMeant), this.spoke.findLast(isMeant)) : undefined
    if (near && 'slug' in near.speaker) return near.speaker.slug
    const full = new RegExp(`\\p{Lu}[\\p{L}.]*(?:['’]s)?\\s+(?:\\p{L}+\\s+){0,3}?${wanted}\\b`, 'gu')
    const earlier = [...this.text.slice(Math.max(0, begin - 3000), begin).matchAll(full)].at(-1)?.[0]
    return earlier && !/^the /i.test(earlier) ? this.known.named(earlier) : undefined
  }

  /** The slugs of all but people who have the word in a name. A report means the same few bodies again and again. */
  private bodiesCalled(word: string): ReadonlySet<string> {
    const known = this.bodies.get(word)
    if (known) return known
    const found = new Set<string>()
    for (const { slug, type, names } of this.known.bySlug.values())
      if (type !== 'PERSON' && names.some((name) => signature(name).includes(word))) found.add(slug)
    this.bodies.set(word, found)
    return found
  }

  /** Who spoke last, or was named last: a person for "he", anybody else for "it". */
  private last(begin: number, person: boolean): Speaker | undefined {
    const fits = (m: Mention) => m.begin < begin && m.person === person
    const spoke = this.spoke.findLast(fits)
    const named = this.named.findLast(fits)
    if (spoke && named) return spoke.begin >= named.begin - 400 ? spoke.speaker : named.speaker
    return (spoke ?? named)?.speaker
  }

  /** The words right before a relative pronoun, if they name somebody. */
  private antecedent(begin: number): Speaker | undefined {
    const before = this.text.slice(Math.max(0, begin - 80), begin).replace(/(?<![\s,])[\s,]+$/, '')
    const name = nameAtEnd(before)
    if (!name) return undefined
    const slug = this.lookUp(name)
    return slug ? { slug } : this.propose(name)
  }

  /** "both groups", "the two ministries": two, if the report names exactly two of the kind. */
  private group(words: string): Speaker[] | undefined {
    const kind =
      /^(?:both|the two|two)\s+(?:[\p{L}-]+\s+)*?(groups?|organi[sz]ations|parties|militias|governments|countries|states|ministries|men|women)\b/iu.exec(
        words,
      )?.[1]
    if (!kind) return undefined
    const type = /^(countries|states|governments)$/.test(kind)
      ? 'STATE'
      : /^(men|women)$/.test(kind)
        ? 'PERSON'
        : /^ministries$/.test(kind)
          ? 'ORGANIZATION'
          : 'ARMED_GROUP'
    const slugs = new Set<string>()
    for (const { speaker } of this.named) {
      if ('slug' in speaker && this.known.bySlug.get(speaker.slug)?.type === type) slugs.add(speaker.slug)
    }
    return slugs.size === 2 ? [...slugs].map((slug) => ({ slug })) : undefined
  }

  /** A new actor under the fullest name that the report gave it. */
  private propose(words: string): Speaker {
    const head = (words.split(',')[0] as string).replace(/['’]s?$/, '').trim()
    const last = plain(head.split(/\s+/).at(-1) as string)
    const single = !/\s/.test(withoutTitle(head))
    const earlier = single ? this.proposed.get(last) : undefined
    if (earlier) return { proposed: earlier }
    if (/^\p{Lu}/u.test(head) && /\s/.test(head)) this.proposed.set(last, head)
    return { proposed: head || words }
  }

  private isPerson(speaker: Speaker, words: string): boolean {
    if ('slug' in speaker) return this.known.bySlug.get(speaker.slug)?.type === 'PERSON'
    if (/^(he|she|his|her)$/i.test(words)) return true
    const [head = '', apposition = ''] = speaker.proposed.split(',')
    if (
      /\b(ministry|department|agency|group|party|company|council|committee|police|army|union|court|bank|officials|people|voters|poll|report)\b/i.test(
        head,
      )
    )
      return false
    return (
      /\b(man|woman|spokes\w+|minister|president|governor|mayor|senator|leader|officer|director|aide|resident)\b/i.test(
        `${head} ${apposition}`,
      ) || /^(?:\p{Lu}[\p{L}.'’-]+\s+){1,3}\p{Lu}[\p{L}'’-]+$/u.test(head)
    )
  }
}
