import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importCommand } from '../../src/cli/import.ts'
import { TextFile } from '../../src/dossier/text-file.ts'
import { formatOfFile } from '../../src/formats/import-formats.ts'
import { oeda } from '../../src/formats/in/oeda/oeda-format.ts'
import { addressOf, dbOf } from '../engine.ts'
import { exported } from '../exported.ts'
import { folder, newGraph } from '../graph.ts'
import { fileOf, importForeign } from './imported.ts'

const path = folder()
const data = new URL('../../../shared/data/actors', import.meta.url).pathname
const isHere = existsSync(data)
if (!isHere) console.warn('OEDA’s own dictionaries are not in ../shared: only a sample is tried.')

const sample = `# A dictionary
LANDIA_  [UKR]
+REPUBLIC_OF_LANDIA_
+THE_OLD_COUNTRY_ ; a nickname
OLD_TOWN_ [UKR]
ANNA_LEE_  ; CountryInfo.txt
+A._LEE_
\t[UKRELI 320101-070430]
\t[UKRGOV 070501-090531]
\t[UKRGOVMIL >20110101]
BO_LI_
\t[UKRGOV 070501-070532]
MINISTRY_OF_THINGS_ [UKRGOV]
WORLD_LEAGUE_OF_STATES_
WLS_
\t[IGOWLS]
CY_OTT_
\t[IGOWLS >960101]
GIZMO_WORKS_
\t[MNCUSA]\t; Retail\t$4,000,000
PEOPLES_FRONT_
\t[UKRREB]
WHO_KNOWS_
\t[UKRSOC]
`

/** What is exported of each actor, by its slug. */
async function actors(text: string) {
  const graph = newGraph(path)
  const result = await importForeign(graph, oeda, fileOf(text, 'actors.txt'))
  const items = exported(graph)
    .trim()
    .split('\n')
    .flatMap((line) => Object.values(JSON.parse(line) as object))
  const found = items.filter(
    (item): item is { slug: string } => typeof item === 'object' && item !== null && 'slug' in item,
  )
  return { ...result, actors: Object.fromEntries(found.map((item) => [item.slug, item])) }
}

describe('an actor dictionary', () => {
  it('leaves an actor as the first dictionary has it, whichever is imported again', async () => {
    const db = addressOf(join(folder(), 'two.db'))
    const other = 'ANNA_LEE_\n+A._LEE_\n\t[UKRGOV 910501-930531]\nBIG_CO_ [MNC]\nSMALL_CO_ [MNC]\n'
    const files = [fileOf(sample, 'actors.txt'), fileOf(other, 'actors.txt')]
    const imported = async (file: string) => {
      const lines: string[] = []
      const say = (line: string) => void lines.push(line)
      expect(await importCommand([file], { db }, { info: say, error: say })).toBe(0)
      return lines
    }
    for (const file of files) await imported(file)
    for (const file of files) expect((await imported(file))[0]).toMatch(/^actors +0 created, 0 updated/)
    expect(await imported(files[1] ?? '')).toContain('  actors that another dictionary has: 1')
  })

  it('is known by its lines', () => {
    const file = TextFile.open(fileOf(sample, 'txt'))
    expect(formatOfFile(file)?.name).toBe('oeda')
    file.close()
  })

  it('becomes states, organizations, people and terms of office; what its codes do not say is counted', async () => {
    const { problems, left, actors: all } = await actors(sample)
    expect(problems).toEqual([])
    expect(all).toMatchObject({
      'oeda-ukr': {
        name: 'Ukraine',
        type: 'STATE',
        iso3166: 'UA',
        labels: { en: ['Landia', 'Republic of Landia', 'The Old Country'] },
      },
      'oeda-anna-lee': {
        type: 'PERSON',
        labels: { en: 'A. Lee' },
        affiliations: [
          { organization: 'oeda-ukr', role: 'OFFICIAL', from: '2007-05-01', until: '2009-05-31' },
          { organization: 'oeda-ukr', role: 'OFFICIAL', from: '2011-01-01' },
        ],
      },
      'oeda-bo-li': { type: 'PERSON' },
      'oeda-ministry-of-things': {
        kind: 'GOVERNMENT_BODY',
        affiliations: [{ organization: 'oeda-ukr', role: 'PART_OF' }],
      },
      'oeda-world-league-of-states': { kind: 'INTERNATIONAL', labels: { en: 'WLS' } },
      'oeda-cy-ott': {
        type: 'PERSON',
        affiliations: [{ organization: 'oeda-world-league-of-states', from: '1996-01-01' }],
      },
      'oeda-gizmo-works': { kind: 'COMPANY' },
      'oeda-peoples-front': { type: 'ARMED_GROUP' },
    })
    expect(left).toMatchObject({
      'entries coded as a country alone (towns, peoples)': 1,
      'roles of elites (ELI)': 1,
      'dates of roles that are none': 1,
      'entries whose codes do not tell whether they are people, organizations or places': 1,
    })
  })

  it('does not write over an actor that the graph has by that name', async () => {
    const graph = newGraph(path)
    const other = sample.replaceAll('ANNA_LEE', 'ANNE_LEE')
    expect((await importForeign(graph, oeda, fileOf(other, 'txt'))).problems).toEqual([])
    dbOf(graph).prepare("update entity set slug = 'mine' where slug = 'oeda-anne-lee'").run()
    const { left, summary } = await importForeign(graph, oeda, fileOf(other, 'txt'))
    expect(left['actors that the graph has already, from elsewhere']).toBe(1)
    expect(summary?.actors).toMatchObject({ created: 0, updated: 0 })
  })

  it.each([
    [
      'that is cut short',
      sample.slice(0, sample.indexOf('\t[UKRSOC')),
      /:23 ends without a code for the last name/,
    ],
    [
      'in another encoding',
      Buffer.from(sample.replace('BO_LI', 'B\xd6_LI'), 'latin1'),
      /:11 is not text in UTF-8/,
    ],
    ['with a code that is none', sample.replace('[MNCUSA]', '[42]'), /:20 has a code that is none: \[42\]/],
    ['with a code before any name', `\t[UKRGOV]\n${sample}`, /:1 has a code before there is a name/],
    ['with nothing in it', '# nothing\n', /has no actor in it/],
  ])('%s is refused', async (_what, text, message) => {
    const { summary, problems } = await importForeign(newGraph(path), oeda, fileOf(text, 'txt'))
    expect(problems.join('\n')).toMatch(message)
    expect(summary).toBeNull()
  })

  it('takes a formula for a name', async () => {
    expect((await actors("=CMD|' /C CALC'!A0_\n\t[MNC]\n")).actors).toMatchObject({
      'oeda-cmd-c-calc-a0': { name: "=CMD|' /C CALC'!A0" },
    })
  })
})

describe.skipIf(!isHere)('OEDA’s own dictionaries (in ../shared)', () => {
  it('become actors, and change nothing when they come again', async () => {
    const graph = newGraph(path)
    const countries = readFileSync(`${data}/Phoenix.Countries.actors.txt`, 'utf8')
      .split('\n')
      .slice(0, 3000)
      .join('\n')
    const files = [`${data}/Phoenix.MilNonState.actors.txt`, fileOf(countries, 'txt')]
    for (const [index, file] of [...files, ...files].entries()) {
      const { summary, problems } = await importForeign(graph, oeda, file)
      expect(problems).toEqual([])
      if (index >= 2) expect(summary?.actors).toMatchObject({ created: 0, updated: 0 })
      else expect(summary?.actors.created).toBeGreaterThan(700)
    }
  })
})
