import { atOnce, type Engine } from '../sql/engine.ts'
import type { Section } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import { exportHistory } from './export-history.ts'
import { AcceptedInDoubt } from './export-review.ts'
import { textsOfFormat } from './export-text.ts'
import type { DossierFormat } from './file-format.ts'
import { type ExportScope, ItemReader, type SaysAccepted } from './item-reader.ts'
import { sectionNames, sections } from './sections.ts'

/** How many nodes of each section were written. */
export type ExportSummary = Record<Section, number>

export interface DossierExportOptions {
  /** What is taken of the graph; all, where it is left out. */
  readonly scope?: ExportScope | undefined
  /** Is told whenever nodes have been read, how many. */
  readonly onNodes?: ((count: number) => void) | undefined
  /** Whether the ids of nodes and the history follow, which JSON lines alone have. */
  readonly withHistory?: boolean | undefined
}

/**
 * Writes the graph as a dossier, of which an import makes the same graph. Section by section, in the order of slugs, or
 * in that of coming where it matters; page by page, so that a large graph takes no more memory; and in one snapshot, so that
 * others may write meanwhile.
 */
export function exportDossier(
  engine: Engine,
  format: DossierFormat,
  write: (text: string) => void,
  { scope, onNodes, withHistory }: DossierExportOptions = {},
): ExportSummary {
  const reader = new ItemReader(engine, scope, onNodes)
  const inDoubt = new AcceptedInDoubt(engine)
  const texts = textsOfFormat[format]
  const summary = recordFrom(sectionNames, () => 0)
  atOnce(
    engine.snapshot(() => {
      const saysAccepted = whoSaysAccepted(inDoubt, scope !== undefined)
      write(texts.head)
      for (const section of sectionNames) {
        for (const page of reader.pages(sections[section].type, saysAccepted)) {
          write(page.map(({ item }, index) => texts.item(section, item, summary[section] + index)).join(''))
          summary[section] += page.length
        }
        write(texts.end(section, summary[section]))
      }
      if (withHistory) exportHistory(engine, write)
      write(texts.foot)
    }),
  )
  return summary
}

/** Of a part of the graph all say it: the accepted statement that names a node may be in another part. */
function whoSaysAccepted(inDoubt: AcceptedInDoubt, isPart: boolean): SaysAccepted {
  if (!inDoubt.hasProposals()) return () => new Set()
  return isPart ? (_, keys) => new Set(keys) : (type, keys) => inDoubt.among(type, keys)
}
