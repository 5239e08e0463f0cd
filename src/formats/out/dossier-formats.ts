import { exportDossier } from '../../dossier/export.ts'
import { type DossierFormat, dossierFormats } from '../../dossier/file-format.ts'
import type { FileFormat } from './export-format.ts'

const words = {
  yaml: { title: 'YAML', mediaType: 'application/yaml', endings: ['yaml', 'yml'] },
  jsonl: { title: 'JSON lines', mediaType: 'application/x-ndjson', endings: ['jsonl', 'ndjson'] },
  json: { title: 'JSON', mediaType: 'application/json', endings: ['json'] },
} as const satisfies Record<DossierFormat, object>

/** The dossier, in each of its forms: all that the graph says, of which an import makes the same graph. */
export const dossierFileFormats: readonly FileFormat[] = dossierFormats.map((name) => ({
  name,
  title: `dossier (${words[name].title})`,
  description: `The whole graph as a dossier in ${words[name].title}: an import makes the same graph of it.`,
  endings: words[name].endings,
  mediaType: words[name].mediaType,
  isBundle: false,
  write(graph, sink, { withHistory }) {
    const summary = exportDossier(graph.engine, name, (text) => sink.write(text), {
      scope: graph.part,
      onNodes: graph.onNodes,
      withHistory,
    })
    return { written: summary, left: {} }
  },
}))
