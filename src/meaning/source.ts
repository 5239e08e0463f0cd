import type { Reliability, SourceKind } from '../values/vocabulary.ts'
import { languageTag } from './entity.ts'
import type { Meaning } from './meaning.ts'

export const sourceKindMeaning: Meaning<SourceKind> = {
  of: 'The form in which a source was published.',
  words: {
    ARTICLE: 'A written news report, analysis or opinion piece.',
    POST: 'A post on social media or in a messenger’s channel.',
    BROADCAST: 'Something sent on radio or television.',
    TRANSCRIPT: 'The written record of spoken words: an interview, a press briefing, a speech, a hearing.',
    IMAGE: 'A photograph, map, satellite picture or screenshot.',
    VIDEO: 'A recording with moving pictures that is not a BROADCAST.',
    REPORT: 'A study or statement that a body issues by itself, such as a ministry, an institute or the UN.',
    OTHER: 'None of the others.',
  },
}

export const reliabilityMeaning: Meaning<Reliability> = {
  of:
    'How reliable a source or outlet is in general, on the Admiralty scale (A to F). Whether one piece of information ' +
    'is true is told by Credibility instead: a reliable source can err.',
  words: {
    A: 'Completely reliable: no doubt about it; it has always been right.',
    B: 'Usually reliable: minor doubts; nearly always right.',
    C: 'Fairly reliable: doubts; right often.',
    D: 'Not usually reliable: grave doubts; right at times.',
    E: 'Unreliable: it has mostly been wrong, or it invents.',
    F: 'Cannot be judged: too little is known of it. This is no bad mark.',
  },
}

export const sourceText = {
  title:
    'The headline or title, as it was published. A source without one is named by whoever wrote it down.',
  kind: 'The form in which it was published.',
  publisher: 'The actor that published it, mostly a media outlet.',
  author: 'The byline, as it stands there.',
  url: 'Where it was published: an absolute http or https address (RFC 3986).',
  archivedUrl:
    'A copy that does not change, such as in a web archive: an absolute http or https address (RFC 3986).',
  language: `The language in which it is written or spoken. ${languageTag}`,
  publishedAt: 'When it was published, as exactly as is known.',
  retrievedAt:
    'When it was read or downloaded by whoever wrote it down (RFC 3339); without an offset it is UTC.',
  reliability: 'How reliable this source is, on the Admiralty scale; missing where nobody has judged it.',
  text: 'The whole text, where it is stored.',
  versionOf:
    'The source that this one is a later version of: the same report, published again at the same place with changes.',
  copyOf:
    'The source whose text this one takes over, all of it or nearly: such as the report of an agency that several outlets publish.',
} as const
