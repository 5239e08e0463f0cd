import { slugsOf } from '../model/nodes/slug.ts'
import type { Writers } from '../model/writers.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import type { Section } from '../values/node-kinds.ts'
import type { Dossier, StatementItem } from './format.ts'
import { upwardsFirst } from './hierarchy.ts'
import { type ImportSummary, ItemKeys } from './item-keys.ts'
import type { DossierItems } from './items.ts'
import { ItemOrigins } from './origins.ts'
import { sections } from './sections.ts'

/** Of so many items what the graph has is read together, and the same of sources, whose texts may be long. */
const ITEMS_AHEAD = 500
const SOURCES_AHEAD = 20

export interface ImporterOptions {
  /** Whether a slug of a statement or an assessment is only there to be told apart by: its id will name it. */
  readonly isNameless?: (slug: string) => boolean
  /** The id that a node is to have; the next one, where it is left out. */
  readonly idOf?: (noun: Section, slug: string) => number | undefined
  /** Called for each item that is written. */
  readonly onItem?: () => void
}

/** Puts slugs in the place of ids, and each item in the order in which what it refers to is there. */
export class Importer {
  readonly #writers: Writers
  readonly #items: DossierItems
  readonly #origins: ItemOrigins
  readonly #keys: ItemKeys
  readonly #isNameless: (slug: string) => boolean
  readonly #onItem: () => void
  readonly #idOf: (noun: Section, slug: string) => number | undefined
  readonly #redirected: ((noun: Section, slug: string) => number | undefined) | null

  /** @param items Of which nothing is wrong. */
  constructor(
    engine: ImmediateEngine,
    writers: Writers,
    items: DossierItems,
    { isNameless = () => false, onItem = () => {}, idOf = () => undefined }: ImporterOptions = {},
  ) {
    const slugs = slugsOf(engine)
    this.#isNameless = isNameless
    this.#onItem = onItem
    this.#idOf = idOf
    this.#writers = writers
    this.#items = items
    this.#keys = new ItemKeys(items, slugs)
    this.#origins = new ItemOrigins(engine, items)
    this.#redirected = slugs.hasRedirects()
      ? (noun, slug) => slugs.redirected(sections[noun].keyTable, slug)?.id
      : null
  }

  run(): ImportSummary {
    this.#putPlaces()
    this.#putActors()
    this.#putEvents()
    this.#putSources()
    this.#putClaims()
    this.#putStatements()
    this.#putAssessments()
    return this.#keys.summary()
  }

  /** The key of an item that was put, or of a node that the graph has. */
  keyOf(noun: Section, slug: string): number {
    return this.#keys.must(noun, slug)
  }

  #putPlaces(): void {
    for (const [number, item] of this.#each('places', upwardsFirst(this.#items, 'places')))
      this.#keys.note(
        number,
        this.#writers.places.put({
          ...item,
          id: this.#idOf('places', item.slug),
          language: this.#items.languageOf(number),
          partOf: this.#keys.given('places', item.partOf),
          review: this.#origins.of('places', item),
        }),
      )
  }

  #putActors(): void {
    const { actors } = this.#writers
    const affiliated: number[] = []
    for (const [number, { affiliations, ...item }] of this.#each(
      'actors',
      upwardsFirst(this.#items, 'actors'),
    )) {
      const put = actors.put({
        ...item,
        id: this.#idOf('actors', item.slug),
        language: this.#items.languageOf(number),
        allegiance: this.#keys.given('actors', item.allegiance),
        review: this.#origins.of('actors', item),
      })
      this.#keys.note(number, put)
      if (affiliations || put.outcome !== 'created') affiliated.push(number)
    }
    for (const number of affiliated) {
      const actor = this.#keys.of(number)
      const resolved = (this.#item('actors', number).affiliations ?? [])
        .map((one) => ({ ...one, organization: this.#keys.must('actors', one.organization) }))
        .filter(({ organization }) => organization !== actor.id)
      this.#keys.note(number, { id: actor.id, outcome: actors.affiliate(actor, resolved) })
    }
  }

  #putEvents(): void {
    for (const [number, item] of this.#each('events', upwardsFirst(this.#items, 'events'))) {
      const participants = item.participants?.map((one) => ({
        ...one,
        actor: this.#keys.must('actors', one.actor),
      }))
      const put = this.#writers.events.put({
        ...item,
        id: this.#idOf('events', item.slug),
        participants,
        language: this.#items.languageOf(number),
        place: this.#keys.given('places', item.place),
        partOf: this.#keys.given('events', item.partOf),
        review: this.#origins.of('events', item),
      })
      this.#keys.note(number, put)
    }
  }

  #putSources(): void {
    const { sources } = this.#writers
    const related: number[] = []
    for (const [number, item] of this.#each('sources')) {
      const id = this.#idOf('sources', item.slug)
      const put = sources.put({ ...item, id, publisher: this.#keys.given('actors', item.publisher) })
      this.#keys.note(number, put)
      if (item.versionOf || item.copyOf || put.outcome !== 'created') related.push(number)
    }
    for (const number of related) {
      const source = this.#keys.of(number)
      const item = this.#item('sources', number)
      const origins = {
        versionOf: this.#keys.given('sources', item.versionOf),
        copyOf: this.#keys.given('sources', item.copyOf),
      }
      this.#keys.note(number, { id: source.id, outcome: sources.relate(source, origins) })
    }
  }

  #putClaims(): void {
    const { claims } = this.#writers
    const related: number[] = []
    for (const [number, { relations, ...item }] of this.#each('claims')) {
      const put = claims.put({
        ...item,
        id: this.#idOf('claims', item.slug),
        subject: this.#keys.given('actors', item.subject),
        event: this.#keys.given('events', item.event),
        object: this.#keys.given('places', item.object),
        review: this.#origins.of('claims', item),
      })
      this.#keys.note(number, put)
      if (relations || put.outcome !== 'created') related.push(number)
    }
    for (const number of related) {
      const claim = this.#keys.of(number)
      const resolved = (this.#item('claims', number).relations ?? [])
        .map(({ type, to }) => ({ type, to: this.#keys.must('claims', to) }))
        .filter(({ to }) => to !== claim.id)
      this.#keys.note(number, { id: claim.id, outcome: claims.relate(claim, resolved) })
    }
  }

  /**
   * In the order of the files, since of two statements of one moment the later one counts. What a statement is reported in
   * may come after it, and is then named once it is there.
   */
  #putStatements(): void {
    const waiting: { readonly number: number; readonly slug: string }[] = []
    for (const [number, item] of this.#each('statements')) {
      const via = item.via === undefined ? undefined : this.#keys.find('statements', item.via)
      const slug = this.#putStatement(number, item, via)
      if (via === undefined && item.via !== undefined) waiting.push({ number, slug })
    }
    for (const { number, slug } of waiting) {
      const item = this.#item('statements', number)
      this.#putStatement(number, { ...item, slug }, this.#keys.given('statements', item.via))
    }
  }

  /** @returns The slug that it has now. */
  #putStatement(number: number, item: StatementItem, via: number | undefined): string {
    const speaker = this.#keys.must('actors', item.speaker)
    // The two may have been merged since: nobody speaks for or to themselves.
    const another = (slug: string | undefined) => {
      const key = this.#keys.given('actors', slug)
      return key === speaker && slug !== item.speaker ? undefined : key
    }
    const put = this.#writers.statements.put({
      ...item,
      id: this.#idOf('statements', item.slug),
      slug: this.#nameOf(item),
      source: this.#keys.must('sources', item.source),
      speaker,
      onBehalfOf: another(item.onBehalfOf),
      addressee: another(item.addressee),
      claim: this.#keys.given('claims', item.claim),
      about: item.about?.map((slug) => this.#keys.must('actors', slug)),
      via,
    })
    this.#keys.note(number, put)
    return put.slug
  }

  #putAssessments(): void {
    for (const [number, item] of this.#each('assessments'))
      this.#keys.note(
        number,
        this.#writers.assessments.put({
          ...item,
          id: this.#idOf('assessments', item.slug),
          slug: this.#nameOf(item),
          assessor: this.#keys.must('actors', item.assessor),
          claim: this.#keys.must('claims', item.claim),
          evidence: this.#keys.given('sources', item.evidence),
        }),
      )
  }

  #nameOf({ slug }: { readonly slug: string }): string | undefined {
    return this.#isNameless(slug) ? undefined : slug
  }

  /**
   * The items of a section in an order. What has been merged into another is left out: somebody has decided since what the one
   * that stays is like.
   */
  *#each<N extends Section>(
    noun: N,
    numbers: Iterable<number> = this.#items.numbers(noun),
  ): Generator<[number, Dossier[N][number]]> {
    for (const several of batches(numbers, noun === 'sources' ? SOURCES_AHEAD : ITEMS_AHEAD)) {
      const items = several.map((number) => this.#item(noun, number))
      this.#expect(noun, items)
      for (const [place, item] of items.entries()) {
        const number = several[place] as number
        const survivor = this.#redirected?.(noun, item.slug)
        this.#onItem()
        if (survivor === undefined) yield [number, item]
        else this.#keys.note(number, { id: survivor, outcome: 'unchanged' })
      }
    }
    // Nothing that was read ahead is taken for true once others write.
    this.#expect(noun, [])
  }

  /** Tells the writer which items come next. */
  #expect<N extends Section>(noun: N, items: readonly Dossier[N][number][]): void {
    const expected = items.map((item) => ({
      id: this.#idOf(noun, item.slug),
      slug: noun === 'statements' || noun === 'assessments' ? this.#nameOf(item) : item.slug,
      source: 'speaker' in item ? this.#keys.must('sources', item.source) : 0,
    }))
    this.#writers[noun].expect(expected)
  }

  /** Has the form that was checked: nothing is written of items in which anything is wrong. */
  #item<N extends Section>(_noun: N, number: number): Dossier[N][number] {
    return this.#items.fields(number) as Dossier[N][number]
  }
}

/** So many at a time. */
function* batches<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = []
  for (const one of all) {
    batch.push(one)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
