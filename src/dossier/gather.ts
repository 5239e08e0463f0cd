import { textHash } from '../model/source/write.ts'
import { stands } from '../model/statement/faults.ts'
import type { Problem } from '../values/errors.ts'
import { Lru } from '../values/lru.ts'
import { nodeKinds, type Section } from '../values/node-kinds.ts'
import { composedValue } from './compose.ts'
import type { DossierDraft, DossierPart, DossierReading, EarlierItem, ItemSink } from './draft.ts'
import { type Fields, isFields } from './fields.ts'
import { hierarchiesOf } from './hierarchy.ts'
import type { HistoryFault } from './history-rows.ts'
import { DossierItems } from './items.ts'
import { faultsOfItem, isAllNamed } from './rules.ts'
import { referencesIn } from './sections.ts'
import { headShape, itemShape } from './shape.ts'
import { isSpan } from './text.ts'
import { readDraftItems } from './whole-dossier.ts'

/** The items of dossiers, and what is wrong with the text of those that could not be read: of those there is no item. */
export interface Gathered {
  readonly items: DossierItems
  readonly unread: readonly Problem[]
}

/**
 * Reads dossiers item by item, and checks of each what can be told of it alone. What it names is looked for among the items
 * before it: in a dossier that is written in the order of dependence there is little that waits for the end.
 */
export function gatherItems(readings: readonly DossierReading[], onItem: () => void = () => {}): Gathered {
  const items = new DossierItems()
  const outcomes = readings.map((reading) => ({
    reading,
    problems: reading.read(new ItemGatherer(items, reading.part, onItem)),
  }))
  const unread = outcomes.flatMap(({ problems }) => problems)
  if (unread.length === 0) return { items, unread }
  // Some items are of dossiers that turned out to be none: the others are read once more without them.
  items.close()
  const readable = outcomes.filter(({ problems }) => problems.length === 0).map(({ reading }) => reading)
  return { items: gatherItems(readable).items, unread }
}

/** The same of dossiers that are there as data. */
export const gatherDrafts = (drafts: readonly DossierDraft[]): DossierItems =>
  gatherItems(
    drafts.map((part) => ({
      part,
      read: (sink) => {
        readDraftItems(part.data, sink)
        return []
      },
    })),
  ).items

/** Letters of sources' texts that are kept while the statements in them come. */
const LETTERS_KEPT = 8_000_000

class ItemGatherer implements ItemSink {
  readonly #items: DossierItems
  readonly #part: DossierPart
  readonly #onItem: () => void
  readonly #texts = new Lru<number, string>(LETTERS_KEPT, undefined, (text) => text.length + 1)

  constructor(items: DossierItems, part: DossierPart, onItem: () => void) {
    this.#items = items
    this.#part = part
    this.#onItem = onItem
    // Until its head says otherwise, and for items that come without one.
    items.addPart(part, 'en')
  }

  head(data: unknown): void {
    const shape = headShape(this.#part, composedValue(data))
    if (typeof shape === 'string') this.#items.setLanguage(shape)
    else this.#items.addProblems(shape)
  }

  item(noun: Section, index: number, given: unknown, isComposed: boolean): void {
    this.#onItem()
    const fields = isComposed ? given : composedValue(given)
    const shape = itemShape(this.#part, [noun, index], fields)
    if (isProblems(shape)) this.#items.addProblems(shape)
    if (!isFields(fields)) return
    const isFine = !isProblems(shape) && faultsOfItem(noun, fields).length === 0
    // Of what has a fault, whatever stands in the file matters for what is told.
    const kept = isFine ? shape : fields
    const number = this.#items.add(noun, index, kept)
    if (!isFine || !isAllNamed(this.#items, noun, kept)) this.#items.waiting.push(number)
    this.#noteHierarchies(noun, number, kept)
    if (noun === 'sources') this.#noteText(number, kept, given)
    if (noun === 'statements') this.#noteStatement(number, kept, given)
  }

  earlier(section: Section, slug: string): EarlierItem | undefined {
    const number = this.#items.find(section, slug)
    if (number === undefined) return undefined
    const { part, noun } = this.#items.place(number)
    return part === this.#part ? undefined : { section: noun, fields: this.#items.fields(number) }
  }

  history(given: unknown): readonly HistoryFault[] {
    return this.#items.history.add(given)
  }

  #noteHierarchies(noun: Section, number: number, fields: Fields): void {
    for (const reference of hierarchiesOf[noun]) {
      const above = fields[reference.field]
      if (typeof above !== 'string') continue
      const known = this.#items.above.get(reference) ?? new Map<number, string>()
      this.#items.above.set(reference, known.set(number, above))
    }
  }

  #noteText(number: number, { slug, text }: Fields, given: unknown): void {
    if (typeof text !== 'string' || typeof slug !== 'string') return
    this.#items.hashes.push({ number, slug, hash: textHash(text) })
    const before = isFields(given) ? given.text : undefined
    if (typeof before === 'string' && before !== text) this.#items.addLongText(slug, before)
  }

  #noteStatement(number: number, fields: Fields, given: unknown): void {
    const { review = 'ACCEPTED', span, source } = fields
    if (review === 'ACCEPTED' || review === 'PROPOSED') noteNamed(this.#items.named[review], fields)
    if (!isSpan(span) || typeof source !== 'string') return
    const before = isFields(given) && isFields(given.span) ? given.span.exact : undefined
    if (typeof before === 'string' && before !== span.exact) this.#items.addExact(number, before)
    const text = this.#textOf(source)
    if (text === undefined || (text !== null && !stands(span, text))) this.#items.spans.push(number)
  }

  /** The text of a source among the items so far; null where it has none, undefined where it cannot be told as yet. */
  #textOf(source: string): string | null | undefined {
    const number = this.#items.find('sources', source)
    if (number === undefined || this.#items.isLongText(source)) return undefined
    const known = this.#texts.get(number)
    if (known !== undefined) return known === '' ? null : known
    const { text } = this.#items.fields(number)
    this.#texts.set(number, typeof text === 'string' ? text : '')
    return typeof text === 'string' ? text : null
  }
}

/** What a statement names of the kinds that may be proposed. */
function noteNamed(named: DossierItems['named']['ACCEPTED'], fields: Fields): void {
  for (const { reference, space } of derivedNames) {
    const value = fields[reference.field]
    if (typeof value === 'string') named[space].add(value)
    else if (Array.isArray(value))
      for (const slug of value) if (typeof slug === 'string') named[space].add(slug)
  }
}

const derivedNames = referencesIn.statements.flatMap((reference) => {
  const [space] = reference.to.map((type) => nodeKinds[type].keyTable)
  return space === 'entity' || space === 'claim' ? [{ reference, space }] : []
})

const isProblems = (shape: Fields | readonly Problem[]): shape is readonly Problem[] => Array.isArray(shape)
