import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'
import type { KnownActor } from '../../src/extraction/speakers/known-actors.ts'
import { resolveReport } from '../../src/extraction/speakers/resolve.ts'

// Each row: source, cue, act, stance, speaker, and the day it was said where the report tells.
// The report is not ours to ship: only offsets into it and the slugs of those who speak are kept here.
const article = fileURLToPath(new URL('../../../shared/data/article/belgorod.txt', import.meta.url))
const present = existsSync(article)
if (!present) console.warn(`SKIPPED: no report at ${article}; reading it was not tested`)

const state = (slug: string, ...names: string[]): KnownActor => ({ slug, type: 'STATE', names })
const body = (slug: string, of: string, ...names: string[]): KnownActor => ({
  slug,
  type: 'ORGANIZATION',
  names,
  affiliations: [{ organization: of, role: 'PART_OF' }],
})

const actors: KnownActor[] = [
  state('united-states', 'United States', 'US'),
  state('russia', 'Russia', 'Russian Federation'),
  state('ukraine', 'Ukraine'),
  body('us-state-department', 'united-states', 'US Department of State', 'State Department'),
  body('russian-ministry-of-defence', 'russia', 'Russian Ministry of Defence'),
  body('kremlin', 'russia', 'Kremlin'),
  body('ukrainian-government', 'ukraine', 'Government of Ukraine', 'Ukrainian officials'),
  body('belgorod-regional-government', 'russia', 'Government of the Belgorod Region'),
  { slug: 'nato', type: 'ORGANIZATION', names: ['NATO', 'Nato'] },
  { slug: 'bbc', type: 'MEDIA_OUTLET', names: ['BBC'] },
  { slug: 'russian-volunteer-corps', type: 'ARMED_GROUP', names: ['Russian Volunteer Corps'] },
  { slug: 'liberty-of-russia-legion', type: 'ARMED_GROUP', names: ['Liberty of Russia Legion'] },
  {
    slug: 'matthew-miller',
    type: 'PERSON',
    names: ['Matthew Miller'],
    affiliations: [
      {
        organization: 'us-state-department',
        role: 'SPOKESPERSON',
        title: 'Spokesperson of the Department of State',
      },
    ],
  },
  {
    slug: 'vyacheslav-gladkov',
    type: 'PERSON',
    names: ['Vyacheslav Gladkov'],
    affiliations: [
      {
        organization: 'belgorod-regional-government',
        role: 'LEADER',
        title: 'Governor of the Belgorod Region',
      },
    ],
  },
]

type Row = string[]
const rows: Row[] = [
  ['27-44', '45-66', 'DISTANCE', 'DENIES', 'united-states'],
  ['100-106', '107-127', 'DISTANCE', 'DENIES', 'united-states'],
  ['167-173', '154-166', 'STATE', 'AFFIRMS', 'russia'],
  ['543-549', '550-556', 'DENY', 'DENIES', 'united-states'],
  ['622-660', '661-669', 'CONFIRM', 'AFFIRMS', 'matthew-miller'],
  ['622-660', '775-779', 'DOUBT', 'DENIES', 'matthew-miller'],
  ['920-934', '935-962', 'STATE', 'AFFIRMS', 'matthew-miller', '2023-05-23'],
  ['1094-1100', '1050-1059', 'STATE', 'AFFIRMS', 'russia'],
  ['1094-1100', '1101-1107', 'STATE', 'AFFIRMS', 'russia'],
  ['1145-1227', '1228-1252', 'CLAIM_RESPONSIBILITY', 'AFFIRMS', 'russian-volunteer-corps'],
  ['1145-1227', '1228-1252', 'CLAIM_RESPONSIBILITY', 'AFFIRMS', 'liberty-of-russia-legion'],
  ['1268-1272', '1273-1279', 'DENY_RESPONSIBILITY', 'DENIES', 'ukraine'],
  ['1352-1358', '1359-1367', 'STATE', 'AFFIRMS', 'russia', '2023-05-22'],
  ['1684-1708', '1709-1717', 'STATE', 'AFFIRMS', 'vyacheslav-gladkov'],
  ['1815-1833', '1834-1841', 'STATE', 'AFFIRMS', 'vyacheslav-gladkov', '2023-05-23'],
  ['1993-1995', '1996-2003', 'STATE', 'AFFIRMS', 'vyacheslav-gladkov'],
  ['1993-1995', '2005-2011', 'STATE', 'AFFIRMS', 'vyacheslav-gladkov'],
  ['2065-2072', '2073-2092', 'CONFIRM', 'AFFIRMS', 'bbc'],
  ['2315-2340', '2341-2350', 'STATE', 'AFFIRMS', 'russian-ministry-of-defence'],
  ['2315-2340', '2383-2390', 'STATE', 'AFFIRMS', 'russian-ministry-of-defence'],
  ['2642-2648', '2649-2655', 'STATE', 'AFFIRMS', 'russia'],
  ['2693-2697', '2698-2706', 'DENY', 'DENIES', 'ukraine'],
  ['2709-2721', '2722-2730', 'STATE', 'AFFIRMS', 'russian-ministry-of-defence'],
  ['2919-2938', '2906-2918', 'STATE', 'AFFIRMS', 'ukrainian-government'],
  ['3042-3101', '3102-3125', 'CONFIRM', 'AFFIRMS', 'russian-volunteer-corps'],
  ['3042-3101', '3102-3125', 'CONFIRM', 'AFFIRMS', 'liberty-of-russia-legion'],
  ['3147-3159', '3160-3172', 'STATE', 'AFFIRMS', 'russian-volunteer-corps'],
  ['3147-3159', '3160-3172', 'STATE', 'AFFIRMS', 'liberty-of-russia-legion'],
  ['4330-4334', '4310-4324', 'DENY', 'DENIES', 'ukraine'],
  ['4349-4360', '4361-4370', 'STATE', 'AFFIRMS', 'kremlin'],
  ['4579-4587', '4588-4597', 'STATE', 'AFFIRMS', 'russia'],
]

describe.skipIf(!present)('the report on Belgorod', () => {
  const text = present ? readFileSync(article, 'utf8') : ''
  const attributions = extract(text)
  const proposals = resolveReport({ text, published: '2023-05-24', attributions, actors })

  test('gives these statements of these speakers, and no others of known ones', () => {
    const read = proposals.flatMap(({ attribution, speaker, saidAt }): Row[] => {
      const a = attributions[attribution]
      if (!a || !speaker || !('slug' in speaker)) return []
      const row: Row = [
        a.source[0]?.join('-') ?? '',
        a.cue[0]?.join('-') ?? '',
        a.act,
        a.stance,
        speaker.slug,
      ]
      return [saidAt ? [...row, saidAt] : row]
    })
    expect(read).toEqual(rows)
  })

  test('never makes an affirmation of a denial', () => {
    const denials = attributions.filter((a) =>
      /\b(den(y|ies|ied|ials?)|disputes?)\b/i.test(text.slice(...(a.cue[0] ?? [0, 0]))),
    )
    expect(denials.length).toBeGreaterThanOrEqual(3)
    for (const denial of denials) expect(denial.stance).toBe('DENIES')
  })
})
