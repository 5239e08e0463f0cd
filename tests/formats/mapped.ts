import { TextFile } from '../../src/dossier/text-file.ts'
import type { ImportFormat } from '../../src/formats/in/import-format.ts'
import { KnownNodes } from '../../src/formats/in/known-nodes.ts'
import type { Mapping } from '../../src/formats/in/mapping/mapping-schema.ts'
import { openMapped } from '../../src/formats/in/mapping/open-mapped.ts'
import { readMapping } from '../../src/formats/in/mapping/read-mapping.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { DossierError, formatProblem } from '../../src/values/errors.ts'

/** A mapping that is written in YAML; throws where anything is wrong with it. */
export function mappingOf(text: string): Mapping {
  const mapping = readMapping('m.yaml', text)
  if ('items' in mapping) return mapping
  throw new DossierError(mapping)
}

/** What is wrong with a mapping, as a person reads it. */
export function mappingProblems(text: string): string[] {
  const mapping = readMapping('m.yaml', text)
  return 'items' in mapping ? [] : mapping.map(formatProblem)
}

/** The format of the tables that a mapping is for. */
export function formatOf(text: string): ImportFormat {
  const mapping = mappingOf(text)
  return {
    name: 'table',
    title: 'A table',
    description: 'Any table, by a mapping.',
    recognizes: () => true,
    open: async (file, context) => openMapped(file, mapping, context),
  }
}

type Item = Readonly<Record<string, unknown>>

/** What a mapping makes of a table, by their slugs: a graph is only asked, so that one does for many tables. */
export function itemsOf(graph: ImmediateEngine, text: string, name: string) {
  const file = TextFile.open(name)
  try {
    const reading = openMapped(file, mappingOf(text), { nodes: new KnownNodes(graph) })
    if (!('read' in reading)) throw new DossierError(reading)
    const items: Record<string, Item> = {}
    const problems = reading.read({
      head() {},
      item(_section, _index, fields) {
        const item = fields as Item
        items[String(item.slug)] = item
      },
      earlier: () => undefined,
      history: () => [],
    })
    return { items, problems: problems.map(formatProblem), left: Object.fromEntries(reading.left) }
  } finally {
    file.close()
  }
}
