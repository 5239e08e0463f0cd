import { itemAt } from '../../values/item-at.ts'
import type { Attribution, Span } from '../attribution.ts'
import { kindOfPronoun } from '../lexicon/pronoun.ts'
import { Bodies } from './bodies-in-text.ts'
import { comparedName } from './compared-name.ts'
import { joinedNames } from './joined-names.ts'
import type { KnownActors } from './known-actors.ts'
import { nameRuns } from './name-runs.ts'
import { People } from './people.ts'
import { PronounReader, type ReadSource } from './pronoun-reader.ts'
import type { Referent } from './referent.ts'
import { ReferentReader } from './referents.ts'
import { bareSource, withoutApposition } from './source-words.ts'
import type { Speaker } from './speaker.ts'

const manyPeople =
  /^(?:(?:\p{L}+\s){0,4}?(?:officials|sources|residents|witnesses|experts|analysts|protesters|rebels|soldiers|troops|police|lawyers|doctors|people|men|women|families|relatives|critics|supporters|lawmakers|members|leaders|authorities|investigators|prosecutors|diplomats|spokespeople|activists|fighters|workers|teachers|students|scientists|researchers|villagers|farmers|neighbours|neighbors|survivors|passengers|organisers|organizers|ministers|senators|countries|states|groups|organi[sz]ations|parties|both))\b/iu

/** Reads the sources of one report, so that "he", "Kravets" and "the ministry" find whom it means. */
export class SpeakerReader {
  private readonly text: string
  private readonly known: KnownActors
  private readonly attributions: readonly Attribution[]
  private readonly people: People
  private readonly bodies: Bodies
  private readonly pronouns: PronounReader
  private readonly pronounsSaid: ReferentReader
  private readonly read = new Map<number, ReadSource>()
  /** The speakers that were proposed before, by their words as they are compared. */
  private readonly proposed = new Map<string, Speaker>()

  constructor(text: string, known: KnownActors, attributions: readonly Attribution[]) {
    this.text = text
    this.known = known
    this.attributions = attributions
    const sources = attributions.flatMap(({ source }) => source.slice(0, 1))
    const runs = nameRuns(text)
    this.bodies = new Bodies(text, runs, known)
    this.people = new People(text, runs, sources, known, this.bodies.slugs)
    this.pronouns = new PronounReader(text, attributions, this.people.mentions, this.bodies.mentions)
    this.pronounsSaid = new ReferentReader(text, this.pronouns)
  }

  /** The speakers of an attribution; one is undefined where the words name nobody, or it cannot be told whom they mean. */
  at(index: number): ReadSource {
    const done = this.read.get(index)
    if (done) return done
    const attribution = itemAt(this.attributions, index)
    const { source, cue, content } = attribution
    const begin = source[0]?.[0] ?? cue[0]?.[0] ?? content[0]?.[0] ?? 0
    const open: ReadSource = { begin, speakers: [undefined], kind: 'PERSON' }
    // Whoever asks for it on the way is in a ring, and is told that it is open.
    this.read.set(index, open)
    const found = this.find(attribution) ?? open
    this.read.set(index, found)
    return found
  }

  /** The pronouns in what one of the speakers says, with the ones whom they mean; `onBehalfOf` is for whom it speaks. */
  referents(index: number, speaker: Speaker | undefined, onBehalfOf: Speaker | undefined): Referent[] {
    return this.pronounsSaid.of(itemAt(this.attributions, index), this.at(index), speaker, onBehalfOf)
  }

  /** The one to whom something is said, by the words for them; undefined where neither the text nor the graph names them. */
  addressed([begin, end]: Span, index: number): Speaker | undefined {
    const bare = this.text.slice(begin, end)
    const spoke = this.at(index)
    if (/^(?:him|her)$/i.test(bare))
      return this.pronouns.person(bare, begin, { except: spoke.person })?.speaker
    if (kindOfPronoun(bare)) return undefined
    const heads = this.people.headsIn([begin, end], this.text)
    if (heads.length > 0) return heads[0]?.person.speaker
    return (
      this.lookUp(bare, withoutApposition(bare) || bare) ??
      this.bodies.describedIn([begin, end])?.speaker ??
      this.bodies.calledBefore(bare, begin)
    )
  }

  /** Whether a transcript gives somebody the word here. */
  isLabel(begin: number): boolean {
    return this.pronouns.isLabel(begin)
  }

  private find(attribution: Attribution): ReadSource | undefined {
    const span = attribution.source[0]
    if (!span) return undefined
    const written = this.text.slice(span[0], span[1])
    const { bare, skipped } = bareSource(written, this.text.slice(Math.max(0, span[0] - 12), span[0]))
    const begin = span[0] + skipped
    const outer = attribution.via === undefined ? undefined : this.at(attribution.via)
    const spoke = this.spokeAt(bare, begin, [begin, begin + bare.length], attribution, outer)
    this.pronouns.spoke(spoke)
    return spoke
  }

  private spokeAt(
    bare: string,
    begin: number,
    span: Span,
    attribution: Attribution,
    outer: ReadSource | undefined,
  ): ReadSource {
    const cue = attribution.cue[0]?.[0] ?? begin
    const labelled = this.pronouns.isLabel(begin) ? this.pronouns.turn(begin) : undefined
    if (labelled) return { begin, speakers: [labelled.speaker], kind: 'PERSON', person: labelled }
    if (/^you$/i.test(bare)) return { begin, speakers: [undefined], kind: 'PERSON' }
    if (kindOfPronoun(bare)) return this.pronouns.resolve(bare, begin, attribution, outer)
    if (/^(?:who|which|that|whom)$/i.test(bare)) return this.antecedent(begin)
    const both = this.group(bare)
    if (both) return { begin, speakers: both, kind: 'MANY' }
    const heads = this.people.headsIn(span, this.text)
    const [first] = heads
    if (first && !this.isBody(bare, begin, first.person.parts.length === 0))
      return {
        begin,
        speakers: heads.map(({ person }) => person.speaker),
        kind: heads.length > 1 ? 'MANY' : 'PERSON',
        person: first.person,
      }
    return this.other(bare, begin, Math.min(begin, cue))
  }

  /** Whether the words are a known body's whole name, or put one's name behind what it is: "The ship's owner, Kaptan Lines". */
  private isBody(bare: string, begin: number, isOnlyDescribed: boolean): boolean {
    const slug = this.known.named(bare)
    if (slug) return this.known.bySlug.get(slug)?.type !== 'PERSON'
    return isOnlyDescribed && this.named(bare, begin) !== undefined
  }

  /** Anybody but a person whom the text names: a body, a state, several of them, or who is called by no more than a word. */
  private other(bare: string, begin: number, before: number): ReadSource {
    const joined = this.joined(bare)
    if (joined) return { begin, speakers: joined, kind: 'MANY' }
    if (this.people.isSeveral(bare)) return { begin, speakers: [undefined], kind: 'PERSON' }
    const head = this.named(bare, begin) ?? (withoutApposition(bare) || bare)
    const speaker =
      this.lookUp(bare, head) ??
      this.bodies.describedIn([begin, begin + head.length])?.speaker ??
      this.bodies.calledBefore(head, before) ??
      this.proposed.get(comparedName(head)) ??
      this.propose(head)
    const kind = manyPeople.test(head)
      ? 'MANY'
      : /^\p{Lu}[\p{L}'’-]+$/u.test(head) && 'proposed' in speaker
        ? 'ANY'
        : 'THING'
    return { begin, speakers: [speaker], kind }
  }

  /** "A little-known militia, the Coral Guard": the name, where what it is stands before it. */
  private named(bare: string, begin: number): string | undefined {
    const [, before = '', name = ''] =
      /^((?:the|an?|its|their)\s[^,]{2,80}),\s((?:the\s)?\p{Lu}[^,]{1,80}),?$/iu.exec(bare) ?? []
    const at = begin + before.length + 2 + (/^the\s/i.exec(name)?.[0].length ?? 0)
    return /^(?:the\s)?\p{Lu}/u.test(name) && this.bodies.beginsAt(at) ? name : undefined
  }

  private propose(head: string): Speaker {
    const speaker: Speaker = { proposed: head }
    this.proposed.set(comparedName(head), speaker)
    return speaker
  }

  /** Names, titles and seats of government; then whose statement it is. */
  private lookUp(bare: string, head: string): Speaker | undefined {
    const { known } = this
    for (const words of bare === head ? [bare] : [bare, head]) {
      const slug = known.named(words) ?? known.state(words) ?? known.titled(words)
      if (slug) return { slug }
    }
    const owner =
      /^(.{1,100}?)(?:['’]s|s['’])\s(?:\p{L}+\s){0,2}(?:statement|statements|account|report|reports|post|posts|claim|message|letter|tweet)$/iu.exec(
        head,
      )?.[1]
    return owner ? this.lookUp(owner, owner) : undefined
  }

  /** "Norway and Sweden": each of them, whom the graph knows or not. */
  private joined(bare: string): Speaker[] | undefined {
    const slugOf = (name: string) => this.known.named(name) ?? this.known.state(name)
    const names = joinedNames(bare, (name) => slugOf(name) !== undefined)
    const found = names?.map((name) => {
      const slug = slugOf(name)
      return slug ? { slug } : this.propose(name)
    })
    return found && new Set(found.map((one) => ('slug' in one ? one.slug : one.proposed))).size > 1
      ? found
      : undefined
  }

  /** The one for whom a relative pronoun stands: what ends right before it. */
  private antecedent(begin: number): ReadSource {
    const person = this.people.endingAt(begin, this.text)
    if (person) return { begin, speakers: [person.person.speaker], kind: 'PERSON', person: person.person }
    const body = this.bodies.endingAt(begin)
    if (body) return { begin, speakers: [body.speaker], kind: 'THING' }
    const before = this.text.slice(Math.max(0, begin - 80), begin)
    const phrase =
      /(?:^|[\s“"(])((?:the|an?|one)\s(?:[\p{L}'’-]+\s){0,3}[\p{L}'’-]+|(?:\p{Lu}[\p{L}'’-]+\s){0,3}\p{Lu}[\p{L}'’-]+),?\s$/iu.exec(
        before,
      )?.[1]
    return phrase ? this.other(phrase, begin, begin) : { begin, speakers: [undefined], kind: 'THING' }
  }

  /** "both groups", "the two ministries": two, if the report names exactly two of the kind. */
  private group(words: string): Speaker[] | undefined {
    const kind =
      /^(?:both|the two|two)\s+(?:[\p{L}-]+\s+)*?(groups?|organi[sz]ations|parties|militias|governments|countries|states|ministries|men|women)\b/iu.exec(
        words.slice(0, 80),
      )?.[1]
    if (!kind) return undefined
    const type = /^(countries|states|governments)$/.test(kind)
      ? 'STATE'
      : /^(men|women)$/.test(kind)
        ? 'PERSON'
        : /^ministries$/.test(kind)
          ? 'ORGANIZATION'
          : 'ARMED_GROUP'
    const slugs = new Set(
      [...this.bodies.slugs, ...this.people.slugs()].filter(
        (slug) => this.known.bySlug.get(slug)?.type === type,
      ),
    )
    return slugs.size === 2 ? [...slugs].map((slug) => ({ slug })) : undefined
  }
}
