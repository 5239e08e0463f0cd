import { sql } from 'kysely'
import { NamedForms, type NodeFields } from '../model/history/named-forms.ts'
import { WrittenForms } from '../model/history/written.ts'
import { typeIn } from '../model/nodes/slug.ts'
import { slot } from '../sql/build.ts'
import { upTo } from '../sql/dialect.ts'
import { atOnce, type Engine, type Prepared } from '../sql/engine.ts'
import { nodeKinds, type Section } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import { type NodeType, nodeTypes } from '../values/vocabulary.ts'
import { exportedItem } from './export-item.ts'
import { AcceptedInDoubt } from './export-review.ts'
import { textsOfFormat } from './export-text.ts'
import type { DossierFormat } from './file-format.ts'
import { sectionNames, sections } from './sections.ts'

/** How many nodes are read at a time. A source has its whole text. */
const PAGE = 500
const PAGE_OF_SOURCES = 10

/** How many nodes of each section were written. */
export type ExportSummary = Record<Section, number>

/**
 * Writes the whole graph as a dossier, of which an import makes the same graph. Section by section, in the order of slugs, or
 * in that of coming where it matters; page by page, so that a large graph takes no more memory; and in one snapshot, so that
 * others may write meanwhile.
 */
export function exportDossier(
  engine: Engine,
  format: DossierFormat,
  write: (text: string) => void,
): ExportSummary {
  const reader = new ItemReader(engine)
  const texts = textsOfFormat[format]
  const summary = recordFrom(sectionNames, () => 0)
  atOnce(
    engine.snapshot(() => {
      write(texts.head)
      for (const section of sectionNames) {
        for (const items of reader.pages(sections[section].type)) {
          write(items.map((item, index) => texts.item(section, item, summary[section] + index)).join(''))
          summary[section] += items.length
        }
        write(texts.end(section, summary[section]))
      }
      write(texts.foot)
    }),
  )
  return summary
}

/** Kinds of node among which the one that came later goes before an equal one, as of two statements of one moment. */
const ranked: readonly NodeType[] = ['SOURCE', 'STATEMENT', 'ASSESSMENT']

interface OrderedKey {
  readonly id: number
  /** What the nodes are ordered by. */
  readonly at: string | number
}

/** Reads the nodes of a kind as items of a dossier, in their order. */
class ItemReader {
  readonly #keys: Readonly<Record<NodeType, Prepared<OrderedKey>>>
  readonly #forms: WrittenForms
  readonly #named: NamedForms
  readonly #inDoubt: AcceptedInDoubt

  constructor(engine: Engine) {
    this.#keys = recordFrom(nodeTypes, (type) => engine.prepare(keysAfter(type)))
    this.#forms = new WrittenForms(engine)
    this.#named = new NamedForms(engine)
    this.#inDoubt = new AcceptedInDoubt(engine)
  }

  *pages(type: NodeType): Generator<NodeFields[]> {
    const hasProposals = this.#inDoubt.hasProposals()
    const limit = type === 'SOURCE' ? PAGE_OF_SOURCES : PAGE
    let after: string | number = ranked.includes(type) ? 0 : ''
    for (;;) {
      const keys = atOnce(this.#keys[type].all({ after, limit }))
      const last = keys.at(-1)
      if (!last) return
      yield this.#items(
        type,
        keys.map(({ id }) => id),
        hasProposals,
      )
      after = last.at
    }
  }

  #items(type: NodeType, ids: readonly number[], hasProposals: boolean): NodeFields[] {
    const forms = this.#forms.many(type, ids)
    const inDoubt = hasProposals ? this.#inDoubt.among(type, ids) : new Set<number>()
    const keyed = ids.flatMap((id) => {
      const form = forms.get(id)
      return form ? [{ type, form, isInDoubt: inDoubt.has(id) }] : []
    })
    const named = this.#named.named(keyed)
    return keyed.map(({ isInDoubt }, index) => exportedItem(type, named[index] ?? {}, isInDoubt))
  }
}

const keysAfter = (type: NodeType) => {
  const table = nodeKinds[type].keyTable
  const order = sql.ref(ranked.includes(type) ? 'id' : 'slug')
  return sql<OrderedKey>`select id, ${order} as at from ${sql.table(table)}
    where ${typeIn(table)} = ${sql.lit(type)} and ${order} > ${slot('after')} order by ${order} limit ${upTo('limit')}`
}
