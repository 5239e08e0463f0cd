import type { ExportTally, FileFormat } from '../export-format.ts'
import { TallyCounter } from '../tally.ts'
import { LinkedGraph } from './linked-graph.ts'
import { contextDocument } from './linked-terms.ts'

/** The graph as JSON-LD, a record a line; what its terms mean is in the file. */
export const jsonLd: FileFormat = {
  name: 'jsonld',
  title: 'JSON-LD',
  isBundle: false,
  endings: ['jsonld'],
  mediaType: 'application/ld+json',
  description:
    'Linked data in the words of PROV, schema.org (Claim, ClaimReview) and W3C annotations; an import takes it back whole.',
  write(graph, sink, request): ExportTally {
    const tally = new TallyCounter()
    sink.write(`{"@context": ${JSON.stringify(contextDocument()['@context'])},\n"@graph": [`)
    let separator = '\n'
    for (const record of new LinkedGraph(graph, request).records(tally)) {
      sink.write(`${separator}${JSON.stringify(record)}`)
      separator = ',\n'
    }
    sink.write('\n]}\n')
    return tally
  },
}
