import type { NodeReference } from '../model/nodes/references.ts'
import type { Problem } from '../values/errors.ts'
import { type KeyTable, keyTables, type Section } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import { type LongText, longText, withMovedSpan } from './compose.ts'
import type { DossierPart } from './draft.ts'
import type { Fields } from './fields.ts'
import { HistoryRows } from './history-rows.ts'
import { sectionNames, sections } from './sections.ts'
import { Spool } from './spool.ts'

/** One item of a dossier, read again. Where anything is wrong with it, its fields are as they stand in the file. */
export interface Item {
  readonly number: number
  readonly part: DossierPart
  readonly noun: Section
  readonly path: readonly [Section, number]
  readonly fields: Fields
}

interface SourceHash {
  readonly number: number
  readonly slug: string
  readonly hash: string
}

/** Slugs that are named, by their space. */
class NamedSlugs {
  readonly entity = new Set<string>()
  readonly claim = new Set<string>()
}

/**
 * All items of the dossiers that are imported together, counted from 0. Of each only its slug and its place are in memory; its
 * fields are in a spool, since there may be millions of items.
 */
export class DossierItems {
  /** What is wrong with the form of dossiers and items. */
  readonly problems: Problem[] = []
  /** Numbers of items with a fault, or a reference that is not found in the files: it may be in the graph. */
  readonly waiting: number[] = []
  /** Numbers of statements whose span was not found in the text of its source as yet. */
  readonly spans: number[] = []
  /** The texts of sources, by what tells them apart. */
  readonly hashes: SourceHash[] = []
  /** Items that have the slug of another, which is the first with it. */
  readonly repeated: number[] = []
  /** What leads up to others of its own kind: by the reference, the slug that each names. */
  readonly above = new Map<NodeReference, Map<number, string>>()
  /** What accepted and what proposed statements name of what may itself be proposed: there may be millions of them, of few nodes. */
  readonly named = { ACCEPTED: new NamedSlugs(), PROPOSED: new NamedSlugs() }

  /** Where the dossiers say how the graph came about. */
  readonly history = new HistoryRows()

  readonly #spool = new Spool()
  readonly #parts: { readonly part: DossierPart; language: string }[] = []
  readonly #partOf: number[] = []
  readonly #sectionOf: number[] = []
  readonly #indexOf: number[] = []
  readonly #textOf: number[] = []
  readonly #bySlug = recordFrom(keyTables, () => new Map<string, number>())
  readonly #longTexts = new Map<string, number>()
  /** The words of spans that are not composed, by the number of the statement. */
  readonly #exact = new Map<number, string>()
  #lastLongText: { readonly source: string; readonly text: LongText } | null = null

  /** What a check says that it has looked through. */
  get whole(): string {
    return this.#parts[0]?.part.whole ?? ''
  }

  get size(): number {
    return this.#textOf.length
  }

  addPart(part: DossierPart, language: string): void {
    this.#parts.push({ part, language })
  }

  addProblems(problems: readonly Problem[]): void {
    for (const problem of problems) this.problems.push(problem)
  }

  /** Says in which language the part is that was added last. */
  setLanguage(language: string): void {
    const last = this.#parts.at(-1)
    if (last) last.language = language
  }

  /** Adds an item of the part that was added last. */
  add(noun: Section, index: number, fields: Fields): number {
    const number = this.#textOf.push(this.#spool.add(JSON.stringify(fields))) - 1
    this.#partOf.push(this.#parts.length - 1)
    this.#sectionOf.push(sectionNames.indexOf(noun))
    this.#indexOf.push(index)
    const { slug } = fields
    if (typeof slug !== 'string') return number
    const known = this.#bySlug[sections[noun].keyTable]
    const first = known.get(slug)
    // Of one dossier the first is that of the earlier section, wherever its line stands.
    const isBefore = first !== undefined && this.#isBefore(number, first)
    if (first === undefined || isBefore) known.set(slug, number)
    if (first !== undefined) this.repeated.push(isBefore ? first : number)
    return number
  }

  #isBefore(number: number, other: number): boolean {
    const [section = 0, ofOther = 0] = [this.#sectionOf[number], this.#sectionOf[other]]
    return this.#partOf[number] === this.#partOf[other] && section < ofOther
  }

  /** Keeps a source's text as the file has it, which is not composed. */
  addLongText(source: string, text: string): void {
    this.#longTexts.set(source, this.#spool.add(text))
  }

  /** Keeps the words of a statement's span as the file has them, which are not composed. */
  addExact(number: number, exact: string): void {
    this.#exact.set(number, exact)
  }

  isLongText(source: string): boolean {
    return this.#longTexts.has(source)
  }

  /** The number of the first item with that slug, in the noun's space of slugs. */
  find(space: Section, slug: string): number | undefined {
    return this.#bySlug[sections[space].keyTable].get(slug)
  }

  nounOf(number: number): Section {
    const section = sectionNames[this.#sectionOf[number] ?? -1]
    if (!section) throw new Error(`There is no item ${number}.`)
    return section
  }

  /** The language of the dossier that an item is in. */
  languageOf(number: number): string | undefined {
    return this.#parts[this.#partOf[number] ?? -1]?.language
  }

  /** The slugs of a space, and the number of the first item with each. */
  slugsIn(table: KeyTable): ReadonlyMap<string, number> {
    return this.#bySlug[table]
  }

  *numbers(noun?: Section): Generator<number> {
    const section = noun && sectionNames.indexOf(noun)
    for (let number = 0; number < this.size; number++)
      if (section === undefined || this.#sectionOf[number] === section) yield number
  }

  /** An item without its fields. */
  place(number: number): Omit<Item, 'fields'> {
    const part = this.#parts[this.#partOf[number] ?? -1]?.part
    if (!part) throw new Error(`There is no item ${number}.`)
    const noun = this.nounOf(number)
    return { number, part, noun, path: [noun, this.#indexOf[number] ?? 0] }
  }

  item(number: number): Item {
    return { ...this.place(number), fields: this.fields(number) }
  }

  fields(number: number): Fields {
    const fields: Fields = JSON.parse(this.#spool.text(this.#textOf[number] ?? -1))
    return this.#longTexts.size > 0 && this.nounOf(number) === 'statements'
      ? this.#withMovedSpan(number, fields)
      : fields
  }

  close(): void {
    this.history.close()
    this.#spool.close()
  }

  #withMovedSpan(number: number, fields: Fields): Fields {
    const text = this.#longText(String(fields.source))
    if (!text) return fields
    const { span } = fields
    const exact = this.#exact.get(number) ?? (span as { exact?: unknown } | undefined)?.exact
    return withMovedSpan(fields, text, exact)
  }

  /** Statements mostly come source by source. */
  #longText(source: string): LongText | undefined {
    if (this.#lastLongText?.source === source) return this.#lastLongText.text
    const at = this.#longTexts.get(source)
    if (at === undefined) return undefined
    const text = longText(this.#spool.text(at))
    this.#lastLongText = { source, text }
    return text
  }
}
