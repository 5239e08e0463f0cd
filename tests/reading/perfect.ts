import type { GoldReport, GoldStatement, Wanted } from './gold.ts'
import type { Came, Prediction } from './prediction.ts'

/** What a reading of a report would be that finds all that gold has, and nothing else. */
export const perfect = (report: GoldReport): Prediction[] =>
  report.statements.map((statement) => predictionOf(report, statement))

function predictionOf(report: GoldReport, statement: GoldStatement): Prediction {
  const { source, cue, content, about, saidAt, act, stance, certainty } = statement
  return {
    ...{ source, cue, content, about, saidAt, act, stance, certainty },
    speakers: statement.speakers.map(cameOf),
    onBehalfOf: statement.onBehalfOf && cameOf(statement.onBehalfOf),
    addressee: statement.addressee && cameOf(statement.addressee),
    claim: claimOf(report, statement),
    isNested: false,
  }
}

function cameOf(wanted: Wanted): Came {
  if (wanted.is === 'new') return { is: 'new', name: wanted.actor.name, type: wanted.actor.type }
  return wanted.is === 'described' ? { is: 'described', name: 'a witness' } : wanted
}

/** The claim of the graph where there is one, or else a new one. */
function claimOf({ graph }: GoldReport, { nearest, claim }: GoldStatement): Prediction['claim'] {
  if (nearest) return { slug: nearest, text: graph.claims.get(nearest)?.text ?? '', isNew: false }
  return claim ? { slug: claim, text: claim, isNew: true } : undefined
}
