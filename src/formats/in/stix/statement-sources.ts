import { uuidOf } from '../../out/stix/stix-ids.ts'
import type { JsonItems } from '../json/json-items.ts'
import type { NodeFinder } from './node-finder.ts'
import { refIn, refsIn, type StixContents, type StixObject } from './stix-objects.ts'

/** Where something is said: a source, and who made it. */
export interface StatementSource {
  readonly slug: string
  /** The report that it is; null for the bundle itself. */
  readonly report: StixObject | null
}

/** Tells in which sources the objects of a bundle say what they say. */
export class StatementSources {
  readonly #contents: StixContents
  readonly #finder: NodeFinder
  readonly #items: JsonItems
  readonly #reports = new Map<string, StixObject[]>()

  constructor(contents: StixContents, finder: NodeFinder, items: JsonItems) {
    this.#contents = contents
    this.#finder = finder
    this.#items = items
    for (const object of contents.objects.values())
      if (object.type === 'report' && finder.of(object.id)) this.#addReport(object)
  }

  /** The reports that have an object; where none has it, the bundle, if that has an id. */
  of({ id }: StixObject): StatementSource[] {
    const reports = (this.#reports.get(id) ?? []).flatMap((report) => {
      const slug = this.#finder.slugOf(report.id, 'SOURCE')
      return slug === undefined ? [] : [{ slug, report }]
    })
    const { bundle } = this.#contents
    if (reports.length > 0 || bundle === null) return reports
    return [{ slug: `stix-bundle-${uuidOf(refIn(bundle) ?? '')}`, report: null }]
  }

  /** The bundle is a source where something in it stands in no report. */
  give({ slug, report }: StatementSource): void {
    const { bundle } = this.#contents
    if (report) return
    const title = `STIX bundle ${bundle}`
    this.#items.giveOnce('sources', slug, () => ({ title, kind: 'OTHER' }), { path: [] })
  }

  #addReport(report: StixObject): void {
    for (const ref of new Set(refsIn(report.fields.object_refs))) {
      const known = this.#reports.get(ref)
      if (known) known.push(report)
      else this.#reports.set(ref, [report])
    }
  }
}
