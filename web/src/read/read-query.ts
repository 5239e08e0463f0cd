import { graphql, type ResultOf } from '../kit/graphql.ts'

export const readQuery = graphql(`
  query Read($text: String!, $published: EDTF) {
    storedText(text: $text)
    textLanguage(text: $text) { tag name isRead }
    extract(text: $text, published: $published) {
      index
      text
      cue
      act
      stance
      certainty
      side
      factuality
      quoteType
      saidAt
      proposedSpeaker
      unnamed
      speaker { slug name }
      onBehalfOf { slug name }
      proposedOnBehalfOf
      addressee { slug name }
      proposedAddressee
      about { __typename slug name }
      claim { slug text }
      newClaim
      figure { low high unit }
      claimCandidates { score claim { slug text } }
      span { start end exact }
      sourceSpans { start end }
      via { index }
    }
  }
`)

export type ReadAnswer = ResultOf<typeof readQuery>
export type TextLanguage = ReadAnswer['textLanguage']
type Extracted = ReadAnswer['extract'][number]

/** A statement that the report seems to make. */
export interface Proposed extends Extracted {
  readonly id: string
  /** The words for the speaker in the report; empty where there are none. */
  readonly called: string
}

export const proposedInText = ({ storedText, extract }: ReadAnswer): Proposed[] =>
  extract.map((one) => ({
    ...one,
    id: String(one.index),
    called: one.sourceSpans.map(({ start, end }) => storedText.slice(start, end)).join(' … '),
  }))

/** Who speaks, as far as the report tells. */
export const speakerOf = ({ speaker, proposedSpeaker, called }: Proposed): string =>
  speaker?.name ?? proposedSpeaker ?? (called ? `“${called}”` : 'Nobody named')
