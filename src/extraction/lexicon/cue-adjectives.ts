import type { Certainty, Stance } from '../../values/vocabulary.ts'
import type { CueAct } from '../attribution.ts'

export interface AdjectiveCue {
  act: CueAct
  stance: Stance
  certainty: Certainty
  prepositions: Set<string>
  clause: boolean
  infinitive: boolean
}

type AdjectiveRow = [act: CueAct, takes: string, adjectives: string, stance?: Stance, certainty?: Certainty]

/** States of mind that a form of *be* turns into cues: is confident that, was critical of, is eager to. */
const adjectiveRows: AdjectiveRow[] = [
  ['BELIEVE', 'that of', 'confident sure certain convinced aware hopeful optimistic mindful wary adamant'],
  ['BELIEVE', 'about', 'confident optimistic pessimistic wary'],
  [
    'DOUBT',
    'that of about',
    'skeptical sceptical doubtful dubious incredulous unconvinced',
    'DENIES',
    'PROBABLE',
  ],
  ['BELIEVE', 'that of about', 'unaware unsure uncertain undecided', 'UNCOMMITTED'],
  [
    'FEEL',
    'that about with by at to',
    'worried concerned unhappy furious enthusiastic embarrassed delighted horrified outraged saddened disillusioned fed-up bitter wary scared terrified honored honoured ashamed amazed stunned relieved happy glad pleased proud disappointed surprised upset angry frustrated excited nervous afraid troubled alarmed shocked thrilled satisfied comfortable uncomfortable uneasy sorry grateful thankful fearful disgusted dismayed tired fond jealous thrilled',
  ],
  ['STATE', 'about on', 'clear honest candid vocal outspoken blunt frank explicit vague'],
  ['SUPPORT', 'about', 'enthusiastic passionate'],
  ['INTEND', 'to', 'open'],
  ['FEEL', 'of', 'proud afraid fearful tired fond envious'],
  ['FEEL', 'for', 'sorry grateful thankful'],
  ['CONDEMN', 'of', 'critical dismissive contemptuous'],
  ['CONDEMN', 'to', 'opposed', 'DENIES'],
  ['SUPPORT', 'of', 'supportive', 'AFFIRMS'],
  ['INTEND', 'to', 'willing eager ready determined prepared keen anxious desperate poised hoping'],
  ['INTEND', 'to', 'unwilling reluctant hesitant loath', 'DENIES'],
  ['INTEND', 'in', 'interested'],
]

export const adjectiveCues: Map<string, AdjectiveCue> = new Map()

for (const [act, takes, adjectives, stance = 'AFFIRMS', certainty = 'CERTAIN'] of adjectiveRows) {
  const words = takes.split(' ')
  for (const adjective of adjectives.split(' ')) {
    const old = adjectiveCues.get(adjective)
    adjectiveCues.set(adjective, {
      act: old?.act ?? act,
      stance: old?.stance ?? stance,
      certainty: old?.certainty ?? certainty,
      prepositions: new Set([
        ...(old?.prepositions ?? []),
        ...words.filter((w) => w !== 'that' && (w !== 'to' || act === 'CONDEMN')),
      ]),
      clause: old?.clause || words.includes('that'),
      infinitive: old?.infinitive || (words.includes('to') && act !== 'CONDEMN'),
    })
  }
}
