import type { FieldPath, Problem } from '../values/errors.ts'
import type { DossierDraft, DossierPart, DossierReading, ItemSink } from './draft.ts'
import { isFields } from './fields.ts'
import { sectionNames } from './sections.ts'

type Loaded = DossierDraft | readonly Problem[]

/** Keeps the last dossier that was read whole, as its problems mostly come together, and lets go the one before. */
export class LastDossier {
  #last: WholeDossier | null = null

  keep(dossier: WholeDossier): void {
    if (this.#last !== dossier) this.clear()
    this.#last = dossier
  }

  clear(): void {
    this.#last?.release()
    this.#last = null
  }
}

/** A dossier that is read as a whole: JSON, or a document of YAML. */
export class WholeDossier implements DossierReading, DossierPart {
  readonly file: string
  readonly whole = 'these files'
  readonly part: DossierPart = this
  readonly #load: () => Loaded
  readonly #last: LastDossier
  #loaded: Loaded | null

  /** @param loaded What `load` would give, where it is known already. */
  constructor(file: string, load: () => Loaded, last: LastDossier, loaded: Loaded | null = null) {
    this.file = file
    this.#load = load
    this.#last = last
    this.#loaded = loaded
    if (loaded) last.keep(this)
  }

  read(sink: ItemSink): readonly Problem[] {
    const draft = this.#draft()
    if (!('data' in draft)) return draft
    readDraftItems(draft.data, sink)
    return []
  }

  problem(path: FieldPath, message: string): Problem {
    const draft = this.#draft()
    if ('data' in draft) return draft.problem(path, message)
    return { file: this.file, message: 'has changed while it was imported' }
  }

  release(): void {
    this.#loaded = null
  }

  #draft(): Loaded {
    this.#last.keep(this)
    this.#loaded ??= this.#load()
    return this.#loaded
  }
}

/** Gives all that is in a dossier's data to whoever takes items. */
export function readDraftItems(data: unknown, sink: ItemSink): void {
  if (!isFields(data)) {
    sink.head(data)
    return
  }
  const lists = sectionNames.filter((section) => Array.isArray(data[section]))
  sink.head({ ...data, ...Object.fromEntries(lists.map((section) => [section, []])) })
  for (const section of lists)
    for (const [index, item] of (data[section] as readonly unknown[]).entries())
      sink.item(section, index, item, false)
}
