import type { Row } from '../list/file.ts'
import type { Proposed } from './read-query.ts'

/** A proposed statement as a line of a table; offsets in UTF-16 code units. */
export const proposalRow = (proposed: Proposed): Row => ({
  index: proposed.index,
  review: 'PROPOSED',
  speaker: proposed.speaker?.slug,
  newSpeaker: proposed.proposedSpeaker,
  called: proposed.called,
  onBehalfOf: proposed.onBehalfOf?.slug,
  act: proposed.act,
  text: proposed.text,
  nearestClaim: proposed.claim?.slug,
  stance: proposed.stance,
  certainty: proposed.certainty,
  factuality: proposed.factuality,
  quoteType: proposed.quoteType,
  cue: proposed.cue,
  about: proposed.about.map(({ slug }) => slug).join(' '),
  saidAt: proposed.saidAt,
  via: proposed.via?.index,
  start: proposed.span.start,
  end: proposed.span.end,
  exact: proposed.span.exact,
})
