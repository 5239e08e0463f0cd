import type { Fields } from '../../../dossier/fields.ts'
import { uuidOf } from '../../out/stix/stix-ids.ts'
import type { JsonItems } from '../json/json-items.ts'
import type { LeftOut } from '../left-out.ts'
import { housekeeping, type NodeFinder, withoutUndefined } from './node-finder.ts'
import { claimOfRelationship } from './relationship-claims.ts'
import { type StatementSource, StatementSources } from './statement-sources.ts'
import { languageOf } from './stix-nodes.ts'
import { refsIn, type StixContents, type StixObject } from './stix-objects.ts'

/** Opinions by STIX's scale, as a stance and how certain it is. */
const stances: ReadonlyMap<string, readonly [string, string]> = new Map(
  Object.entries({
    'strongly-agree': ['AFFIRMS', 'CERTAIN'],
    agree: ['AFFIRMS', 'PROBABLE'],
    neutral: ['UNCOMMITTED', 'POSSIBLE'],
    disagree: ['DENIES', 'PROBABLE'],
    'strongly-disagree': ['DENIES', 'CERTAIN'],
  } satisfies Record<string, readonly [string, string]>),
)

/**
 * Makes statements of what somebody says in a bundle: relationships, opinions and notes. Each is a statement of whoever created
 * it, in each report that has it, or in the bundle. Of what nobody is known to have created, nobody is the speaker: it is counted.
 */
export class StixStatements {
  readonly #contents: StixContents
  readonly #finder: NodeFinder
  readonly #items: JsonItems
  readonly #left: LeftOut
  readonly #sources: StatementSources

  constructor(contents: StixContents, finder: NodeFinder, items: JsonItems, left: LeftOut) {
    this.#contents = contents
    this.#finder = finder
    this.#items = items
    this.#left = left
    this.#sources = new StatementSources(contents, finder, items)
  }

  giveRelationship(object: StixObject): void {
    const type = String(object.fields.relationship_type)
    const claim = this.#claimOf(object)
    if (claim === null) this.#left.note(`relationship (${type})`)
    else {
      const { description } = object.fields
      const isQuoted = !isBlank(description)
      const given = this.#say(object, {
        text: isQuoted ? description : claim.text,
        quoteType: isQuoted ? 'DIRECT' : 'INDIRECT',
        claim: claim.slug,
        stance: 'AFFIRMS',
        certainty: certaintyOf(object),
        about: claim.about,
      })
      if (!given) this.#left.note(`relationship (${type}) of which nobody is known to say so`)
    }
  }

  giveOpinion(object: StixObject): void {
    const stance = stances.get(String(object.fields.opinion))
    if (!stance) this.#items.noteProblem([...object.path, 'opinion'], OPINION_ADVICE)
    const claims = refsIn(object.fields.object_refs).flatMap((ref) => this.#claimSlugs(ref))
    if (claims.length === 0) this.#left.note('opinion on what is no claim')
    for (const [index, claim] of claims.entries()) {
      const { explanation, opinion } = object.fields
      const [side, certainty] = stance ?? []
      const fields = {
        text: isBlank(explanation) ? opinion : explanation,
        quoteType: 'DIRECT',
        claim,
        stance: side,
        certainty,
      }
      const given = this.#say(object, { ...fields, saidAt: object.fields.created }, index)
      if (!given) this.#left.note('opinion of which nobody is known to say so')
    }
  }

  giveNote(object: StixObject): void {
    const about = refsIn(object.fields.object_refs).flatMap((ref) => {
      const node = this.#finder.of(ref)
      return node && ['ACTOR', 'PLACE', 'EVENT'].includes(node.type) ? [node.slug] : []
    })
    const { content, created } = object.fields
    const given = this.#say(object, {
      text: content,
      quoteType: 'DIRECT',
      about: about.length > 0 ? [...new Set(about)] : undefined,
      saidAt: created,
    })
    if (!given) this.#left.note('note of which nobody is known to say so')
  }

  /** The claims that an opinion can be on: those of relationships, and those of our own exports. */
  #claimSlugs(ref: string): string[] {
    const own = this.#finder.slugOf(ref, 'CLAIM')
    if (own !== undefined) return [own]
    const object = this.#contents.objects.get(ref)
    const claim = object?.type === 'relationship' ? this.#claimOf(object) : null
    return claim ? [claim.slug] : []
  }

  /** The claim of a relationship, which is given once. */
  #claimOf(object: StixObject) {
    if (object.fields.revoked === true) return null
    return claimOfRelationship(object, this.#finder)
  }

  #noteUnread({ type, fields }: StixObject): void {
    for (const property of Object.keys(fields))
      if (!housekeeping.has(property) && !read.has(property)) this.#left.note(`${type}.${property}`)
  }

  /** @returns Whether somebody is known to say it somewhere. */
  #say(object: StixObject, fields: Fields, index = 0): boolean {
    const told = this.#sources.of(object).flatMap((source) => {
      const speaker = this.#finder.slugOf(
        object.fields.created_by_ref ?? source.report?.fields.created_by_ref,
        'ACTOR',
      )
      return speaker === undefined ? [] : [{ source, speaker }]
    })
    if (told.length > 0 && index === 0) this.#noteUnread(object)
    for (const { source, speaker } of told) this.#giveStatement(object, source, speaker, fields, index)
    return told.length > 0
  }

  #giveStatement(
    object: StixObject,
    source: StatementSource,
    speaker: string,
    fields: Fields,
    index: number,
  ): void {
    this.#sources.give(source)
    this.#giveClaim(object, fields.claim)
    const mark = uuidOf(`${object.id} ${source.slug} ${index}`)
    this.#items.give(
      'statements',
      withoutUndefined({
        slug: `${object.type}-${mark}`,
        source: source.slug,
        speaker,
        language: languageOf(object),
        act: 'STATE',
        ...fields,
        saidAt: fields.saidAt ?? (source.report ? undefined : object.fields.created),
      }),
      { path: object.path, names: statementNames[object.type] ?? {} },
    )
  }

  #giveClaim(object: StixObject, slug: unknown): void {
    if (typeof slug !== 'string' || this.#items.part.has('claims', slug)) return
    const candidates = [object.id, ...refsIn(object.fields.object_refs)]
    for (const id of candidates) {
      const made = this.#contents.objects.get(id)
      const claim = made?.type === 'relationship' ? this.#claimOf(made) : null
      if (made && claim?.slug === slug) {
        this.#items.give('claims', { slug, ...claim.fields }, { path: made.path })
        return
      }
    }
  }
}

/** The properties that are read of what somebody says. */
const read = new Set([
  ...['relationship_type', 'source_ref', 'target_ref', 'description', 'created_by_ref'],
  ...['opinion', 'explanation', 'object_refs', 'content'],
])

const isBlank = (text: unknown): boolean =>
  text === undefined || (typeof text === 'string' && text.trim() === '')

const OPINION_ADVICE = `should be one of ${[...stances.keys()].join(', ')}`

const statementNames: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  relationship: { text: ['description'], saidAt: ['created'], speaker: ['created_by_ref'] },
  opinion: { text: ['explanation'], saidAt: ['created'], speaker: ['created_by_ref'], stance: ['opinion'] },
  note: { text: ['content'], saidAt: ['created'], speaker: ['created_by_ref'], about: ['object_refs'] },
}

/** How sure a creator is, by the None/Low/Med/High scale of STIX; whoever does not say is taken at their word. */
function certaintyOf({ fields: { confidence } }: StixObject): string {
  if (typeof confidence !== 'number' || confidence >= 70) return 'CERTAIN'
  return confidence >= 30 ? 'PROBABLE' : 'POSSIBLE'
}
