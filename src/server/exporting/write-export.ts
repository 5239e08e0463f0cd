import type { BundleSink, ExportRequest, ExportTally, Sink } from '../../formats/out/export-format.ts'
import { ExportedGraph } from '../../formats/out/exported-graph.ts'
import type { Graph } from '../../model/graph.ts'
import { atOnce } from '../../sql/engine.ts'
import { UserError } from '../../values/errors.ts'
import type { ExportPlan } from './export-plan.ts'
import { ZipBundle } from './zip-bundle.ts'

/** Writes a graph as planned, in one snapshot; a bundle is packed into one file. */
export function writeExport(
  graph: Graph,
  plan: ExportPlan,
  sink: Sink,
  request: ExportRequest,
  onNodes?: (count: number) => void,
): ExportTally {
  const { format } = plan
  if (!format.isBundle)
    return inSnapshot(graph, plan, onNodes, (exported) => format.write(exported, sink, request))
  const bundle = new ZipBundle(
    sink,
    () =>
      new UserError(
        `The ${format.title} is larger than a ZIP file can be (4 GiB): write it into a folder with hearsay export.`,
      ),
  )
  return inSnapshot(graph, plan, onNodes, (exported) => {
    const tally = format.write(exported, bundle, request)
    bundle.end()
    return tally
  })
}

/** Writes a bundle as files of its own. */
export function writeBundle(
  graph: Graph,
  plan: ExportPlan,
  bundle: BundleSink,
  request: ExportRequest,
  onNodes?: (count: number) => void,
): ExportTally {
  const { format } = plan
  if (!format.isBundle) throw new Error(`${format.name} is one file.`)
  return inSnapshot(graph, plan, onNodes, (exported) => format.write(exported, bundle, request))
}

const inSnapshot = (
  graph: Graph,
  plan: ExportPlan,
  onNodes: ((count: number) => void) | undefined,
  work: (exported: ExportedGraph) => ExportTally,
): ExportTally =>
  atOnce(
    graph.engine.snapshot(() => work(new ExportedGraph(graph.engine, { ...plan.partOf(graph), onNodes }))),
  )
