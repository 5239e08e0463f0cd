import { randomUUID } from 'node:crypto'
import { checkItems } from '../dossier/check.ts'
import { gatherDrafts } from '../dossier/gather.ts'
import { Importer } from '../dossier/importer.ts'
import { sections } from '../dossier/sections.ts'
import { unsoundIn } from '../dossier/sound.ts'
import type { RevisionDraft } from '../model/history/journal.ts'
import { type NodeFields, withReferences } from '../model/history/named-forms.ts'
import { slugsOf } from '../model/nodes/slug.ts'
import { revise } from '../model/transact.ts'
import type { Writers } from '../model/writers.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import type { FieldPath } from '../values/errors.ts'
import { parseId } from '../values/id.ts'
import { type KeyTable, nodeKinds, type Section } from '../values/node-kinds.ts'
import type { NodeType } from '../values/vocabulary.ts'
import { expectedProblems } from './expected-revision.ts'
import { type DraftedItem, InputDraft } from './input-draft.ts'
import { lineProblems } from './line-texts.ts'
import type { KnownNode } from './named-nodes.ts'
import { invalid, refuseProblems } from './refusal.ts'
import type { ItemInput, RecordRequest, WriteProblem, WriteResult } from './request.ts'
import { type EditTools, editTools } from './tools.ts'
import { UnknownNodes } from './unknown-nodes.ts'

/** One node as it is wanted, and where the caller says so. */
export interface WantedItem {
  readonly section: Section
  readonly input: ItemInput
  readonly path: FieldPath
  /** Where it says which node is meant, where that is not `id` of the item. */
  readonly idPath?: FieldPath
  readonly expectedRevision?: string | undefined
  /** Where the caller says which revision is expected. */
  readonly expectedPath?: FieldPath
  /** Whether it must be none that is there. */
  readonly onlyNew?: boolean | undefined
}

interface ResolvedItem extends DraftedItem {
  readonly known: KnownNode | undefined
}

/** Writes nodes as they are wanted, all of them or none. */
export function recordNodes(engine: ImmediateEngine, request: RecordRequest): WriteResult {
  const { by, note, items, root, expectedRevision, onlyNew } = request
  const wanted = Object.entries(items).flatMap(([section, inputs]) =>
    inputs.map(
      (input, index): WantedItem => ({
        section: section as Section,
        input,
        path: root ?? ['input', section, index],
        expectedRevision,
        expectedPath: ['expectedRevision'],
        onlyNew,
      }),
    ),
  )
  return writeItems(engine, { by, note, action: 'RECORD' }, wanted)
}

/** The same as another action, for items that a caller names in other ways. */
export function writeItems(
  engine: ImmediateEngine,
  about: RevisionDraft,
  wanted: readonly WantedItem[],
): WriteResult {
  const { done, revision } = revise(
    engine,
    about,
    (writers) => new ItemWriter(engine, writers).write(wanted),
    undefined,
    () => slugsOf(engine).expect(slugsIn(wanted)),
  )
  return { revision, nodes: done, problems: [] }
}

/** The slugs that items have and name, by the tables in which they are looked for. */
function slugsIn(wanted: readonly WantedItem[]): Map<KeyTable, Set<string>> {
  const slugs = new Map<KeyTable, Set<string>>()
  const note = (type: NodeType, slug: unknown) => {
    const { keyTable } = nodeKinds[type]
    if (typeof slug === 'string' && !parseId(slug))
      slugs.set(keyTable, (slugs.get(keyTable) ?? new Set()).add(slug))
  }
  for (const { section, input } of wanted) {
    const { type } = sections[section]
    note(type, input.id)
    note(type, input.slug)
    withReferences(type, input, (slug, { to: [named = type] }) => note(named, slug))
  }
  return slugs
}

class ItemWriter {
  readonly #engine: ImmediateEngine
  readonly #writers: Writers
  readonly #tools: EditTools
  readonly #unknown: UnknownNodes
  readonly #problems: WriteProblem[] = []

  constructor(engine: ImmediateEngine, writers: Writers) {
    this.#engine = engine
    this.#writers = writers
    this.#tools = editTools(engine)
    this.#unknown = new UnknownNodes(engine)
  }

  write(wanted: readonly WantedItem[]) {
    const items = wanted.flatMap((item) => this.#resolved(item))
    const renamed = renamedSlugs(items)
    refuseProblems(wanted.flatMap(({ input, path }) => lineProblems(input, path)))
    const named = items.map((item) => this.#withSlugs(item, renamed))
    this.#expectSlugs(slugsIn(named.map(({ section, path, fields }) => ({ section, path, input: fields }))))
    const draft = new InputDraft(named)
    refuseProblems(unsoundIn(draft).map((problem) => draft.told(problem)))
    const gathered = gatherDrafts([draft])
    const problems = checkItems(this.#engine, gathered)
    refuseProblems([...this.#problems, ...problems.map((problem) => draft.told(problem))])
    for (const { known, fields } of items)
      if (known && known.slug !== fields.slug)
        this.#writers.rename(known.type, known.key, String(fields.slug))
    // What was expected of them is not so any more.
    if (renamed.size > 0) this.#expectSlugs(new Map())
    const importer = new Importer(this.#engine, this.#writers, gathered, { isNameless: isUntilWritten })
    importer.run()
    this.#expectSlugs(new Map())
    return items.map(({ section, fields }) => ({
      type: sections[section].type,
      key: importer.keyOf(section, String(fields.slug)),
    }))
  }

  #expectSlugs(named: ReadonlyMap<KeyTable, ReadonlySet<string>>): void {
    slugsOf(this.#engine).expect(named)
  }

  /** The whole of the item: what the graph has of it, with what the caller gives on top. None where its id names nothing. */
  #resolved(wanted: WantedItem): ResolvedItem[] {
    const { section, input, path, idPath = [...path, 'id'], expectedRevision, expectedPath = [] } = wanted
    const { id, ...given } = input
    const known = this.#known(section, input)
    if (known && wanted.onlyNew) {
      this.#problems.push(refusedAsKnown(known, wanted))
      return []
    }
    if (!known && typeof id === 'string') {
      this.#problems.push(this.#unknown.problem([sections[section].type], id, idPath))
      return []
    }
    if (!known) {
      const slug = given.slug ?? slugUntilWritten(section, path)
      return [{ section, path, known, fields: withoutEmpty({ ...given, slug }) }]
    }
    this.#problems.push(...expectedProblems(this.#tools, known, expectedRevision, expectedPath))
    this.#refuseTakenSlug(section, known, given.slug, path)
    const before = this.#fieldsOf(known)
    const slug = typeof id === 'string' && typeof given.slug === 'string' ? given.slug : known.slug
    const fields = withoutEmpty({ ...before, ...withName(before, given), slug })
    return [{ section, path, known, fields }]
  }

  #known(section: Section, { id, slug }: ItemInput): KnownNode | undefined {
    const reference = id ?? slug
    return typeof reference === 'string'
      ? this.#tools.finder.find([sections[section].type], reference)
      : undefined
  }

  #refuseTakenSlug(section: Section, known: KnownNode, slug: unknown, path: FieldPath): void {
    if (typeof slug !== 'string' || slug === known.slug) return
    const other = this.#tools.finder.find([sections[section].type], slug)
    if (other && other.key !== known.key)
      this.#problems.push(
        invalid([...path, 'slug'], `${JSON.stringify(slug)} is the slug of another already.`),
      )
  }

  #fieldsOf({ type, key }: KnownNode): NodeFields {
    const form = this.#tools.forms.of(type, key)
    return (form && this.#tools.named.named([{ type, form }])[0]) ?? {}
  }

  /** References by slug, as a dossier has them: the caller may give ids, and slugs that change in the same request. */
  #withSlugs({ section, fields, path }: ResolvedItem, renamed: ReadonlyMap<string, string>): DraftedItem {
    const named = withReferences(sections[section].type, fields, (value, { to }) => {
      if (typeof value !== 'string') return value
      if (!parseId(value)) return renamed.get(value) ?? value
      return this.#tools.finder.find(to, value)?.slug ?? value
    })
    return { section, path, fields: named }
  }
}

/** Whoever adds alone is told which node is there already. */
function refusedAsKnown({ slug }: KnownNode, { input, path }: WantedItem): WriteProblem {
  const field = typeof input.id === 'string' ? 'id' : 'slug'
  const advice = field === 'id' ? 'leave its id out' : 'give another slug'
  return invalid([...path, field], `${JSON.stringify(slug)} is there already, and is not changed: ${advice}.`)
}

/** Nobody need think of a slug for a statement or an assessment: it has this one until it is written, as `statement-17`. */
const slugUntilWritten = (section: Section, path: FieldPath): string | undefined =>
  section === 'statements' || section === 'assessments'
    ? `new-${path.join('-').toLowerCase()}-${UNTIL_WRITTEN}`
    : undefined

/** What nobody gives as a slug. */
const UNTIL_WRITTEN = randomUUID()

const isUntilWritten = (slug: string): boolean => slug.endsWith(UNTIL_WRITTEN)

/** Slugs that are given up in the request, and what stands in their place. */
const renamedSlugs = (items: readonly ResolvedItem[]): Map<string, string> =>
  new Map(
    items.flatMap(({ known, fields }) =>
      known && known.slug !== fields.slug ? [[known.slug, String(fields.slug)]] : [],
    ),
  )

const withoutEmpty = (fields: NodeFields): NodeFields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))

/** A name that is mended stands in the place of the old one among the labels, unless the caller gives those too. */
function withName(before: NodeFields, given: NodeFields): NodeFields {
  const { name, labels } = given
  if (typeof name !== 'string' || labels !== undefined || name === before.name) return given
  const known = before.labels
  if (typeof known !== 'object' || known === null) return given
  const mended = Object.entries(known).map(([lang, texts]: [string, readonly string[]]) => [
    lang,
    [...new Set(texts.map((text) => (text === before.name ? name : text)))],
  ])
  return { ...given, labels: Object.fromEntries(mended) }
}
