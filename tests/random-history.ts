import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Random } from '../bench/synthetic/random.ts'
import { importDossiers } from '../src/dossier/import.ts'
import { performWrite } from '../src/edits/perform.ts'
import type { WriteRequest } from '../src/edits/request.ts'
import type { ImmediateEngine } from '../src/sql/engine.ts'
import { DossierError } from '../src/values/errors.ts'
import { formatId } from '../src/values/id.ts'
import { nodeKinds, type Section } from '../src/values/node-kinds.ts'
import { nodeTypes } from '../src/values/vocabulary.ts'
import { dbOf } from './engine.ts'
import { randomDossier } from './random-dossier.ts'

type Item = Record<string, unknown>
type ChangeName = 'record' | 'review' | 'remove' | 'merge' | 'import' | 'undo' | 'read'
type Unsigned<Request> = Request extends WriteRequest ? Omit<Request, 'by'> : never

const sectionsOf = nodeTypes.map((type) => nodeKinds[type].many)

const names = ['Ada Moss', 'Kari Holm', 'Ole Dahl', 'The ministry', 'An official', 'Norway']
const words = [
  'denied that the bridge was closed',
  'said that three boats were missing',
  'claimed that the raid was over',
]

/** Whoever changes a graph in all the ways there are, at random. */
export class RandomEditor {
  readonly #graph: ImmediateEngine
  readonly #folder: string
  readonly #random: Random
  #made = 0

  constructor(graph: ImmediateEngine, folder: string, random: Random) {
    this.#graph = graph
    this.#folder = folder
    this.#random = random
  }

  /** A random dossier, the same for the same number. */
  dossier(): Record<Section, Item[]> {
    const [dossier] = fc.sample(fc.gen().map(randomDossier), {
      seed: this.#random.below(2 ** 31),
      numRuns: 1,
    })
    return dossier as Record<Section, Item[]>
  }

  /** Does something, which may be refused, and says what it was. */
  async change(by: number | null): Promise<string> {
    const kind = this.#random.weighted<ChangeName>([
      ['record', 6],
      ['review', 3],
      ['remove', 3],
      ['merge', 3],
      ['import', 2],
      ['undo', 3],
      ['read', 1],
    ])
    if (kind === 'import') this.#import()
    else await this.#write(kind, by)
    return kind
  }

  async #write(kind: Exclude<ChangeName, 'import'>, by: number | null): Promise<void> {
    await performWrite(this.#graph, {
      ...this.#request(kind),
      by,
      note: this.#random.pick([undefined, 'Why not?']),
    })
  }

  #request(kind: Exclude<ChangeName, 'import'>): Unsigned<WriteRequest> {
    switch (kind) {
      case 'record':
        return { kind, items: this.#items() }
      case 'review':
        return { kind, reviews: this.#reviews() }
      case 'remove':
        return { kind, node: this.#anyNode() }
      case 'merge':
        return this.#merge()
      case 'undo':
        return { kind, revision: `revision_${1 + this.#random.below(this.#greatest('revision'))}` }
      case 'read':
        return { kind, report: { text: this.#report(), title: `Report ${++this.#made}` } }
    }
  }

  #import(): void {
    const { hearsay, language } = { hearsay: 1, language: this.#random.pick(['en', 'uk']) }
    const file = join(this.#folder, `import-${++this.#made}.json`)
    writeFileSync(file, JSON.stringify({ hearsay, language, ...this.#items() }))
    try {
      importDossiers(this.#graph, [file])
    } catch (error) {
      if (!(error instanceof DossierError)) throw error
    }
  }

  /** A few items of a random dossier: they change what is there, or are something new of another slug. */
  #items(): Partial<Record<Section, Item[]>> {
    const dossier = this.dossier()
    const items: Partial<Record<Section, Item[]>> = {}
    for (const section of sectionsOf) {
      if (!this.#random.chance(0.3)) continue
      const one = this.#random.pick(dossier[section])
      const isNew = this.#random.chance(0.4)
      items[section] = [isNew ? { ...one, slug: `${String(one.slug)}-${++this.#made}` } : one]
    }
    return items
  }

  #reviews() {
    const statements = [...new Set([1, 2, 3].map(() => this.#slug('statement')))]
    return statements.map((statement) => ({
      statement,
      verdict: this.#random.pick(['ACCEPT', 'REJECT'] as const),
      ...(this.#random.chance(0.3)
        ? { edits: { text: `Mended ${++this.#made}.`, certainty: 'POSSIBLE' } }
        : {}),
    }))
  }

  /** Two nodes of one kind become one, unless a rule is against it. */
  #merge(): Unsigned<WriteRequest> {
    const of = this.#random.pick(['ENTITY', 'CLAIM'] as const)
    const slug = () => this.#slug(of === 'CLAIM' ? 'claim' : 'entity')
    return { kind: 'merge', of, into: slug(), from: [slug()] }
  }

  #report(): string {
    const sentence = () =>
      `${this.#random.pick(names)} ${this.#random.pick(words)}, reporter ${++this.#made} wrote.`
    return [1, 2, 3].map(sentence).join('\n\n')
  }

  #anyNode(): string {
    const type = this.#random.pick(nodeTypes)
    const { keyTable } = nodeKinds[type]
    return formatId(type, 1 + this.#random.below(this.#greatest(keyTable)))
  }

  #greatest(table: string): number {
    return (
      dbOf(this.#graph).prepare<[], number>(`select coalesce(max(id), 1) from "${table}"`).pluck().get() ?? 1
    )
  }

  /** One that is there, or one of nothing where all were removed. */
  #slug(table: string): string {
    const slugs = dbOf(this.#graph).prepare<[], string>(`select slug from ${table} order by id`).pluck().all()
    return slugs.length > 0 ? this.#random.pick(slugs) : 'nothing'
  }
}
