import { dateCells, figureCells, listCells, nodeCells } from '../list/cells.ts'
import type { Row } from '../list/file.ts'
import type { Proposed } from './read-query.ts'

/** A proposed statement as a line of a table; offsets in UTF-16 code units. */
export const proposalRow = (proposed: Proposed): Row => ({
  index: proposed.index,
  review: 'PROPOSED',
  ...nodeCells('speaker', proposed.speaker),
  newSpeaker: proposed.proposedSpeaker,
  called: proposed.called,
  ...nodeCells('onBehalfOf', proposed.onBehalfOf),
  newOnBehalfOf: proposed.proposedOnBehalfOf,
  ...nodeCells('addressee', proposed.addressee),
  newAddressee: proposed.proposedAddressee,
  act: proposed.act,
  statementText: proposed.text,
  ...nodeCells('claim', proposed.claim),
  newClaim: proposed.newClaim,
  ...figureCells(proposed.figure),
  ...listCells(
    'claimCandidates',
    proposed.claimCandidates.map(({ claim, score }) => [
      { slug: claim.slug, name: claim.text },
      score.toFixed(2),
    ]),
  ),
  side: proposed.side,
  stance: proposed.stance,
  certainty: proposed.certainty,
  factuality: proposed.factuality,
  quoteType: proposed.quoteType,
  cue: proposed.cue,
  ...listCells(
    'about',
    proposed.about.map((node) => [node]),
  ),
  ...dateCells('saidAt', proposed.saidAt),
  via: proposed.via?.index,
  start: proposed.span.start,
  end: proposed.span.end,
  exact: proposed.span.exact,
})
