import { realpathSync } from 'node:fs'
import { anImport } from '../model/history/journal.ts'
import { type Slugs, slugsOf } from '../model/nodes/slug.ts'
import { transact, transactBulk } from '../model/transact.ts'
import type { Writers } from '../model/writers.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import { combined, type Outcome, type Upserted } from '../sql/upsert.ts'
import { DossierError, type Problem } from '../values/errors.ts'
import type { Section } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import { checkDrafts } from './check.ts'
import { composedDraft } from './compose.ts'
import type { DossierDraft } from './draft.ts'
import type { Dossier, StatementItem } from './format.ts'
import { upwardsFirst } from './hierarchy.ts'
import { ItemOrigins } from './origins.ts'
import { inFileOrder } from './problem.ts'
import { readDraft } from './read.ts'
import { sectionNames, sections } from './sections.ts'

export type Counts = Record<Outcome, number>
export type ImportSummary = Record<Section, Counts>

/** The least new statements, and the least part of the graph's statements, from which on a load is quicker in bulk. */
const LARGE = 5000
const LARGE_PART = 0.2

/**
 * Writes dossiers in one transaction, or throws a DossierError that names every problem in them. The same dossier again
 * changes nothing. The files may refer to each other, and to the graph, in any order.
 */
export function importDossiers(engine: ImmediateEngine, paths: readonly string[]): ImportSummary {
  const files = [...new Map(paths.map((path) => [realPathOf(path), path])).values()]
  const read = files.map(readDraft)
  const drafts = composedDraft(read.filter((one): one is DossierDraft => !Array.isArray(one)))
  const unread = read.filter((one): one is readonly Problem[] => Array.isArray(one)).flat()
  const seen = engine.state()
  const { dossiers, problems } = checkDrafts(engine, drafts, unread.length === 0)
  if (unread.length + problems.length > 0) throw new DossierError(inFileOrder([...unread, ...problems]))
  return writeDossiers(engine, dossiers, () => {
    // Another process has written between the check and the lock: what was right may not be any more.
    if (engine.state() === seen) return
    const { problems } = checkDrafts(engine, drafts, true)
    if (problems.length > 0) throw new DossierError(inFileOrder(problems))
  })
}

/** A file counts once, whatever names lead to it. What is not there is left to whoever reads it. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** `recheck` is called once nobody else can write. */
function writeDossiers(
  engine: ImmediateEngine,
  dossiers: readonly Dossier[],
  recheck: () => void,
): ImportSummary {
  const run = isLarge(engine, dossiers) ? transactBulk : transact
  return run(engine, anImport, (writers) => {
    recheck()
    return new Importer(engine, writers, dossiers).run()
  })
}

/** Whether a load is large, by what is new: a dossier that the graph holds already is compared, and writes nothing. */
function isLarge(engine: ImmediateEngine, dossiers: readonly Dossier[]): boolean {
  const slugs = slugsOf(engine)
  const statements = dossiers.flatMap((dossier) => dossier.statements)
  if (statements.length < LARGE) return false
  const coming = statements.filter(({ slug }) => !slugs.find('statement', slug)).length
  return coming >= LARGE && coming >= slugs.greatestId('statement') * LARGE_PART
}

/** Puts slugs in the place of ids, and each item in the order in which what it refers to is there. */
export class Importer {
  readonly #writers: Writers
  readonly #dossiers: readonly Dossier[]
  readonly #slugs: Slugs
  readonly #origins: ItemOrigins
  readonly #isNameless: (slug: string) => boolean
  readonly #ids = new Map<string, number>()
  readonly #outcomes = recordFrom(sectionNames, () => new Map<string, Outcome>())

  /** @param isNameless Whether a slug of a statement or an assessment is only there to be told apart by: its id will name it. */
  constructor(
    engine: ImmediateEngine,
    writers: Writers,
    dossiers: readonly Dossier[],
    isNameless: (slug: string) => boolean = () => false,
  ) {
    this.#isNameless = isNameless
    this.#writers = writers
    this.#dossiers = dossiers
    this.#slugs = slugsOf(engine)
    this.#origins = new ItemOrigins(engine, dossiers)
  }

  run(): ImportSummary {
    this.#putEntities()
    this.#putSources()
    this.#putClaims()
    this.#putStatements()
    this.#putAssessments()
    return recordFrom(sectionNames, (noun) => countsOf(this.#outcomes[noun]))
  }

  #putEntities(): void {
    const { places, actors, events } = this.#writers
    for (const item of upwardsFirst(this.#all('places'), ({ partOf }) => partOf))
      this.#note(
        'places',
        item.slug,
        places.put({
          ...item,
          partOf: this.#id('places', item.partOf),
          review: this.#origins.of('places', item),
        }),
      )
    const kept = upwardsFirst(this.#all('actors'), ({ allegiance }) => allegiance).map((item) => {
      const { affiliations = [], ...rest } = item
      const actor = actors.put({
        ...rest,
        allegiance: this.#id('actors', item.allegiance),
        review: this.#origins.of('actors', item),
      })
      this.#note('actors', item.slug, actor)
      return { actor, slug: item.slug, affiliations }
    })
    for (const { actor, slug, affiliations } of kept) {
      const resolved = affiliations
        .map((one) => ({ ...one, organization: this.#must('actors', one.organization) }))
        .filter(({ organization }) => organization !== actor.id)
      this.#note('actors', slug, { id: actor.id, outcome: actors.affiliate(actor, resolved) })
    }
    for (const item of upwardsFirst(this.#all('events'), ({ partOf }) => partOf)) {
      const participants = item.participants?.map((one) => ({
        ...one,
        actor: this.#must('actors', one.actor),
      }))
      const [place, partOf] = [this.#id('places', item.place), this.#id('events', item.partOf)]
      const review = this.#origins.of('events', item)
      this.#note('events', item.slug, events.put({ ...item, place, partOf, participants, review }))
    }
  }

  #putSources(): void {
    const { sources } = this.#writers
    const kept = this.#all('sources').map((item) => {
      const source = sources.put({ ...item, publisher: this.#id('actors', item.publisher) })
      this.#note('sources', item.slug, source)
      return { source, item }
    })
    for (const { source, item } of kept) {
      const origins = {
        versionOf: this.#id('sources', item.versionOf),
        copyOf: this.#id('sources', item.copyOf),
      }
      this.#note('sources', item.slug, { id: source.id, outcome: sources.relate(source, origins) })
    }
  }

  #putClaims(): void {
    const { claims } = this.#writers
    const kept = this.#all('claims').map(({ relations = [], ...item }) => {
      const claim = claims.put({
        ...item,
        subject: this.#id('actors', item.subject),
        event: this.#id('events', item.event),
        object: this.#id('places', item.object),
        review: this.#origins.of('claims', item),
      })
      this.#note('claims', item.slug, claim)
      return { claim, slug: item.slug, relations }
    })
    for (const { claim, slug, relations } of kept) {
      const resolved = relations
        .map(({ type, to }) => ({ type, to: this.#must('claims', to) }))
        .filter(({ to }) => to !== claim.id)
      this.#note('claims', slug, { id: claim.id, outcome: claims.relate(claim, resolved) })
    }
  }

  /**
   * In the order of the files, since of two statements of one moment the later one counts. What a statement is reported in
   * may come after it, and is then named once it is there.
   */
  #putStatements(): void {
    const waiting: StatementItem[] = []
    for (const item of this.#all('statements')) {
      const via = item.via === undefined ? undefined : this.#find('statements', item.via)
      const slug = this.#putStatement(item, via)
      if (via === undefined && item.via !== undefined) waiting.push({ ...item, slug })
    }
    for (const item of waiting) this.#putStatement(item, this.#id('statements', item.via))
  }

  /** @returns The slug that it has now. */
  #putStatement(item: StatementItem, via: number | undefined): string {
    const speaker = this.#must('actors', item.speaker)
    // The two may have been merged since: nobody speaks for or to themselves.
    const another = (slug: string | undefined) => {
      const id = this.#id('actors', slug)
      return id === speaker && slug !== item.speaker ? undefined : id
    }
    const put = this.#writers.statements.put({
      ...item,
      slug: this.#nameOf(item),
      source: this.#must('sources', item.source),
      speaker,
      onBehalfOf: another(item.onBehalfOf),
      addressee: another(item.addressee),
      claim: this.#id('claims', item.claim),
      about: item.about?.map((slug) => this.#must('actors', slug)),
      via,
    })
    this.#note('statements', item.slug, put)
    return put.slug
  }

  #putAssessments(): void {
    for (const item of this.#all('assessments'))
      this.#note(
        'assessments',
        item.slug,
        this.#writers.assessments.put({
          ...item,
          slug: this.#nameOf(item),
          assessor: this.#must('actors', item.assessor),
          claim: this.#must('claims', item.claim),
          evidence: this.#id('sources', item.evidence),
        }),
      )
  }

  #nameOf({ slug }: { readonly slug: string }): string | undefined {
    return this.#isNameless(slug) ? undefined : slug
  }

  /**
   * The items of all files; an entity's name is in its file's language, where it does not say. What has been merged into
   * another is left out: somebody has decided since what the one that stays is like.
   */
  #all<N extends Section>(noun: N): (Dossier[N][number] & { language?: string | undefined })[] {
    const named = sections[noun].keyTable === 'entity'
    return this.#dossiers.flatMap((dossier) =>
      (dossier[noun] as Dossier[N][number][])
        .filter((item) => !this.#isMerged(noun, item.slug))
        .map((item) => (named ? { language: dossier.language, ...item } : item)),
    )
  }

  #isMerged(noun: Section, slug: string): boolean {
    const survivor = this.#slugs.redirected(sections[noun].keyTable, slug)
    if (survivor) this.#note(noun, slug, { id: survivor.id, outcome: 'unchanged' })
    return survivor !== undefined
  }

  #note(noun: Section, slug: string, { id, outcome }: Upserted): void {
    this.#ids.set(`${sections[noun].keyTable} ${slug}`, id)
    const before = this.#outcomes[noun].get(slug)
    this.#outcomes[noun].set(slug, before ? combined(before, outcome) : outcome)
  }

  /** The key of an item that was put, or of a node that the graph has. */
  keyOf(noun: Section, slug: string): number {
    return this.#must(noun, slug)
  }

  #id(noun: Section, slug: string | undefined): number | undefined {
    return slug === undefined ? undefined : this.#must(noun, slug)
  }

  #must(noun: Section, slug: string): number {
    const id = this.#find(noun, slug)
    if (id === undefined)
      throw new Error(`${slug} was there when the dossier was checked, and is not there now.`)
    return id
  }

  #find(noun: Section, slug: string): number | undefined {
    const key = `${sections[noun].keyTable} ${slug}`
    const id = this.#ids.get(key) ?? this.#slugs.find(sections[noun].keyTable, slug)?.id
    if (id !== undefined) this.#ids.set(key, id)
    return id
  }
}

function countsOf(outcomes: ReadonlyMap<string, Outcome>): Counts {
  const counts = { created: 0, updated: 0, unchanged: 0 }
  for (const outcome of outcomes.values()) counts[outcome]++
  return counts
}
