import type { ExportTally, FileFormat, Sink } from '../export-format.ts'
import type { ExportedGraph } from '../exported-graph.ts'
import { TallyCounter } from '../tally.ts'
import { BundleWriter } from './bundle-writer.ts'
import { writeActor, writeEvent, writePlace } from './stix-entities.ts'
import { bundleHead } from './stix-extension.ts'
import { writeAssessment, writeClaim, writeStatement } from './stix-opinions.ts'
import { SourceObjects } from './stix-sources.ts'
import { NodeTimes } from './stix-times.ts'
import type { StixWriting } from './stix-writing.ts'

/** STIX 2.1: actors as identities, claims as notes, statements as opinions on them. */
export const stixOut: FileFormat = {
  name: 'stix',
  title: 'STIX 2.1',
  endings: ['stix.json'],
  description:
    'A bundle of STIX 2.1: actors are identities, places locations, events incidents, sources reports, claims notes, and statements ' +
    'and assessments opinions on them. What STIX has no properties for is in an extension, with which it can be imported again.',
  isBundle: false,
  mediaType: 'application/stix+json;version=2.1',
  write: writeStix,
}

function writeStix(graph: ExportedGraph, sink: Sink): ExportTally {
  const bundle = new BundleWriter(sink)
  const tally = new TallyCounter()
  const writing: StixWriting = { graph, bundle, tally, times: new NodeTimes(graph.engine) }
  const sources = new SourceObjects(writing)
  for (const object of bundleHead) bundle.object(object)
  for (const node of graph.nodes('PLACE')) writePlace(writing, node)
  for (const node of graph.nodes('ACTOR')) writeActor(writing, node)
  for (const node of graph.nodes('EVENT')) writeEvent(writing, node)
  for (const node of graph.nodes('SOURCE')) sources.write(node)
  for (const node of graph.nodes('CLAIM')) writeClaim(writing, node)
  for (const node of graph.nodes('STATEMENT')) writeStatement(writing, node)
  for (const node of graph.nodes('ASSESSMENT')) writeAssessment(writing, node)
  bundle.end()
  return tally
}
