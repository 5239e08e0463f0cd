import { describe, expect, it } from 'vitest'
import { TextFile } from '../../src/dossier/text-file.ts'
import { LastDossier } from '../../src/dossier/whole-dossier.ts'
import { KnownNodes } from '../../src/formats/in/known-nodes.ts'
import { tableHead } from '../../src/formats/in/mapping/draft/table-head.ts'
import { openReadings } from '../../src/formats/open-readings.ts'
import { folder, newGraph } from '../graph.ts'
import { fileOf } from './imported.ts'
import { formatOf } from './mapped.ts'

const path = folder()
const zip = Buffer.from('PK\x03\x04 and so on, \xff', 'latin1')
const mapped = formatOf(
  'hearsay: mapping\nitems:\n  - section: actors\n    fields: {name: Name, type: =PERSON}\n',
)

describe('a ZIP file', () => {
  it.each([
    ['csv.zip', undefined],
    ['csv', undefined],
    ['xlsx', mapped],
    ['yaml', 'dossier'],
  ] as const)('whose name ends with .%s is not read, and what to do is said', async (ending, asked) => {
    const file = TextFile.open(fileOf(zip, ending))
    const context = { nodes: new KnownNodes(newGraph(path)) }
    const { readings, faults } = await openReadings(file, context, new LastDossier(), asked)
    file.close()
    expect(readings).toEqual([])
    expect(faults[0]?.message).toMatch(/^is packed as ZIP: unpack it.*as CSV/)
  })

  it('is no table of which a mapping could be drafted', () => {
    const head = tableHead({ name: 'a.xlsx', bytes: zip, text: zip.toString('latin1') })
    expect(head).toMatchObject({ fault: expect.stringContaining('save a workbook') })
  })
})
