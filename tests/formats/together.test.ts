import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importCommand } from '../../src/cli/import.ts'
import { addressOf, openWriter } from '../engine.ts'
import { exported } from '../exported.ts'
import { folder } from '../graph.ts'
import { writeGraph } from '../made-graph.ts'

const path = folder()
let made = 0

/** Imports files by one command; what it says, and the graph's dossier then. */
async function imported(db: string, files: readonly string[]): Promise<{ lines: string[]; dossier: string }> {
  const lines: string[] = []
  const say = (line: string) => void lines.push(line.replaceAll(`${path}/`, ''))
  await importCommand(files, { db }, { info: say, error: say })
  const graph = openWriter(db)
  const dossier = exported(graph)
  graph.close()
  return { lines, dossier }
}

function written(name: string, content: string): string {
  const file = join(path, `${++made}-${name}`)
  writeFileSync(file, content)
  return file
}

function newAddress(): string {
  const file = join(path, `together-${++made}.db`)
  writeGraph(file)
  return addressOf(file)
}

const viina = (rows: string) =>
  `event_id_1pd,date,n_reports,sources_matching,source_urls,geonameid,asciiname,ADM1_NAME,ADM2_NAME,longitude,latitude,a_rus,representative_text\n${rows}\n`
const kyiv = '703448,Kyiv,Kiev City,Centre,30.52,50.45,1'
const actor = (name: string, code: string) => `${name}  [${code}]\n`
const person = (alias: string) => ({
  ...{ id: 'ada', schema: 'Person' },
  properties: { name: ['Ada Lovelace'], alias: [alias] },
})
const party = { id: 'party', schema: 'Organization', properties: { name: ['The Party'] } }
const plover = (id: string) =>
  JSON.stringify({
    ...{ id, date: '2020-02-03', event: 'AID', eventText: 'helped', text: `France helped ${id}.` },
    ...{ source: [{ actorText: 'French', code: 'FRA', sector: 'GOV' }], eventLoc: { name: 'Paris' } },
  })

const pairs: readonly (readonly [what: string, ending: string, first: string, second: string])[] = [
  [
    'two years of VIINA that share places, outlets and reports',
    'csv',
    viina(`11,20240102,1,ria,https://example.org/1,${kyiv},A blast in Kyiv`),
    viina(
      [
        `71,20250102,1,ria,https://example.org/7,${kyiv},A blast in Kyiv again`,
        `72,20250103,1,ria,https://example.org/1,${kyiv},A blast in Kyiv`,
      ].join('\n'),
    ),
  ],
  [
    'two dictionaries of OEDA',
    'actors.txt',
    `${actor('FRANCE', 'FRA')}+FRENCH_\n${actor('UNITED_NATIONS', 'IGOUNO')}${actor('JACQUES_CHIRAC', 'FRAGOV 950517-070516')}`,
    `${actor('UNITED_NATIONS', 'IGOUNO')}${actor('RED_CROSS', 'NGOHRI')}${actor('NICOLAS_SARKOZY', 'FRAGOV 070516-120515')}`,
  ],
  ['records of PLOVER', 'json', `[${plover('A1')}]`, `[${plover('A2')}, ${plover('A1')}]`],
  [
    'files of FollowTheMoney that have entities in common',
    'ftm.json',
    `${JSON.stringify(person('Ada'))}\n${JSON.stringify(party)}\n`,
    `${JSON.stringify(party)}\n`,
  ],
]

describe('files of one kind that are imported together', () => {
  it.each(pairs)(
    '%s make the graph that they make one after the other',
    async (_what, ending, first, second) => {
      const files = [written(`a.${ending}`, first), written(`b.${ending}`, second)]
      const together = newAddress()
      const { lines, dossier } = await imported(together, files)
      expect(lines.filter((line) => /problem|taken/.test(line))).toEqual([])
      const inTurn = newAddress()
      for (const file of files) await imported(inTurn, [file])
      expect((await imported(inTurn, files)).dossier).toBe(dossier)
      const again = await imported(together, files)
      expect(again.lines.filter((line) => /[1-9]\d* (created|updated)/.test(line))).toEqual([])
    },
  )

  it('and say different things of one record are told so, and nothing is written', async () => {
    const files = [person('Ada'), person('Ada L.')].map((one, at) =>
      written(`${at}.ftm.json`, `${JSON.stringify(one)}\n`),
    )
    const { lines, dossier } = await imported(newAddress(), files)
    expect(lines[0]).toMatch(/1\.ftm\.json:1.* is taken by an actor already, at .*0\.ftm\.json:1/)
    expect(dossier.trim().split('\n')).toHaveLength(1)
  })
})
