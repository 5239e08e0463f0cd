import type { Certainty, Stance } from '../../values/vocabulary.ts'
import type { CueAct } from '../attribution.ts'

/** A noun that reports: its act, the prepositions that lead to its content, and whether it takes a clause or *to*. */
export interface NounCue {
  act: CueAct
  stance: Stance
  certainty: Certainty
  prepositions: Set<string>
  clause: boolean
  infinitive: boolean
}

type NounRow = [act: CueAct, takes: string, nouns: string, stance?: Stance, certainty?: Certainty]

const nounRows: NounRow[] = [
  [
    'STATE',
    'that about of',
    'claim assertion statement argument contention declaration announcement remark comment report insistence suggestion allegation message narrative account description portrayal characterization depiction explanation mention discussion reference warning complaint word',
  ],
  ['STATE', 'about on', 'remarks comments statements speech rhetoric views view'],
  ['ACCUSE', 'that of against about', 'accusation allegation charge'],
  ['ACCUSE', 'of on against', 'criticism attack attacks critique denunciation condemnation ridicule mockery'],
  ['CONFIRM', 'that of', 'admission acknowledgment acknowledgement confession confirmation'],
  ['DENY', 'that of', 'denial denials rejection dismissal', 'DENIES'],
  ['DENY', 'to', 'refusal', 'DENIES'],
  ['DOUBT', 'that about', 'doubt doubts skepticism scepticism misgivings qualms', 'DENIES', 'PROBABLE'],
  ['ASK', 'about', 'question questions', 'UNCOMMITTED'],
  ['DEMAND', 'for to that', 'call calls demand demands plea pleas request requests appeal'],
  ['DEMAND', 'to that for', 'proposal proposals recommendation push'],
  ['PROMISE', 'to that of', 'promise promises pledge pledges vow vows commitment'],
  ['THREATEN', 'to that of', 'threat threats'],
  [
    'SUPPORT',
    'for of',
    'support endorsement praise embrace defense backing advocacy enthusiasm admiration sympathy',
  ],
  ['CONDEMN', 'to of', 'opposition objection objections hostility resistance', 'DENIES'],
  ['BELIEVE', 'that in', 'belief conviction faith confidence assumption notion theory opinion suspicion'],
  [
    'PREDICT',
    'that of for',
    'prediction predictions forecast expectation expectations estimate projection',
    'AFFIRMS',
    'PROBABLE',
  ],
  [
    'FEEL',
    'that about of over',
    'fear fears worry worries concern concerns hope hopes regret anger frustration outrage anxiety unease',
  ],
  ['INTEND', 'to', 'plan plans intention decision desire willingness effort bid attempt ambition goal'],
  ['INTEND', 'for', 'plan plans vision desire'],
  ['ACCUSE', 'against', 'backlash'],
  ['INTEND', 'in', 'interest'],
  [
    'BELIEVE',
    'of on about toward towards',
    'opinion impression perception assessment vision stance position attitude feelings thoughts',
  ],
  ['CONFIRM', 'that', 'conclusion finding findings'],
  [
    'FEEL',
    'that with about at',
    'optimism disappointment dismay surprise satisfaction dissatisfaction displeasure discontent relief gratitude sadness sorrow remorse shock',
  ],
  ['STATE', 'for about', 'words'],
  ['STATE', 'that about of', 'contention observation revelation disclosure testimony rebuke query queries'],
  ['DEMAND', 'to that for', 'invitation ultimatum'],
  ['BELIEVE', 'of about that', 'idea clue alarm confidence certainty'],
  ['FEEL', 'for about', 'contempt disdain pride love'],
]

export const nounCues: Map<string, NounCue> = nounCuesOf()

function nounCuesOf(): Map<string, NounCue> {
  const cues = new Map<string, NounCue>()
  for (const [act, takes, nouns, stance = 'AFFIRMS', certainty = 'CERTAIN'] of nounRows) {
    const words = takes.split(' ')
    for (const noun of nouns.split(' ')) {
      for (const form of noun.endsWith('s') ? [noun] : [noun, plural(noun)]) {
        const old = cues.get(form)
        cues.set(form, {
          act: old?.act ?? act,
          stance: old?.stance ?? stance,
          certainty: old?.certainty ?? certainty,
          prepositions: new Set([
            ...(old?.prepositions ?? []),
            ...words.filter((w) => w !== 'that' && w !== 'to'),
            ...(act === 'CONDEMN' ? ['to'] : []),
          ]),
          clause: old?.clause || words.includes('that'),
          infinitive: old?.infinitive || (words.includes('to') && act !== 'CONDEMN'),
        })
      }
    }
  }
  return cues
}

function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}
