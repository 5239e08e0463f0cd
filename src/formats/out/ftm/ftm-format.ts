import type { NodeType } from '../../../values/vocabulary.ts'
import type { ExportTally, FileFormat, Sink } from '../export-format.ts'
import type { ExportedGraph, ExportedNode } from '../exported-graph.ts'
import { TallyCounter } from '../tally.ts'
import { writeActor, writeEvent, writePlace } from './ftm-entities.ts'
import { writeSource } from './ftm-sources.ts'
import { writeAssessment, writeClaim, writeStatement } from './ftm-statements.ts'
import { FtmWriting } from './ftm-writing.ts'

/** Entities of FollowTheMoney, one on a line. */
export const ftmOut: FileFormat = {
  name: 'ftm',
  title: 'FollowTheMoney',
  endings: ['ftm.json', 'ftm.jsonl', 'ftm.ijson', 'ijson'],
  description:
    'Entities of FollowTheMoney, one on a line: persons, organizations, public bodies and companies with what they belong to, ' +
    'addresses, events, documents, and claims as notes. What is not accepted is left out.',
  isBundle: false,
  mediaType: 'application/x-ndjson',
  write: writeFtm,
}

function writeFtm(graph: ExportedGraph, sink: Sink): ExportTally {
  const tally = new TallyCounter()
  const writing = new FtmWriting(graph, sink, tally)
  for (const node of writtenNodes(writing, 'PLACE')) writePlace(writing, node)
  for (const node of writtenNodes(writing, 'ACTOR')) writeActor(writing, node)
  for (const node of writtenNodes(writing, 'EVENT')) writeEvent(writing, node)
  for (const node of writtenNodes(writing, 'SOURCE')) writeSource(writing, node)
  for (const node of writtenNodes(writing, 'CLAIM')) writeClaim(writing, node)
  for (const node of graph.nodes('STATEMENT'))
    if (node.item.review === undefined || node.item.review === 'ACCEPTED') writeStatement(writing, node)
    else tally.leave('statements that are not accepted')
  for (const node of graph.nodes('ASSESSMENT')) writeAssessment(writing, node)
  return tally
}

function* writtenNodes<Type extends NodeType>(
  writing: FtmWriting,
  type: Type,
): Generator<ExportedNode<Type>> {
  for (const node of writing.graph.nodes(type))
    if (writing.isWritten(type, node.key)) yield node
    else writing.tally.leave('actors, places, events and claims that are not accepted')
}
