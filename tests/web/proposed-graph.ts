import { join } from 'node:path'
import { importDossiers } from '../../src/dossier/import.ts'
import { anImport } from '../../src/model/history/journal.ts'
import { transact } from '../../src/model/transact.ts'
import { ReportWriter } from '../../src/reports/writing/write.ts'
import { openWriter } from '../engine.ts'
import { folder } from '../graph.ts'
import { propose } from '../review-fixture.ts'
import { dispute } from './explorer.ts'

const report = `Storm over the Highland

Arland said that the zeppelin fleet had sunk in the storm. Borland denied that the zeppelin fleet had sunk. “We saw it burn,”
said Freda Holt, an engineer. The Ministry of Defence of Arland said that Borland had attacked the bridge.
`

/** The dispute, a report that was read and that nobody accepted, and what else a proposal may bring. */
export function writeProposedGraph(): string {
  const path = join(folder(), 'proposed.db')
  const writer = openWriter(path)
  importDossiers(writer, [dispute])
  transact(writer, anImport, (writers) => propose({ writer }, writers))
  new ReportWriter(writer).write({ text: report, title: 'Storm report', published: '2024-04-02' })
  writer.close()
  return path
}
