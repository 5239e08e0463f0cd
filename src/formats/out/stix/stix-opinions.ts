import type { ClaimItem, StatementItem } from '../../../dossier/format.ts'
import type { Certainty, ClaimRelationType, Stance, Verdict } from '../../../values/vocabulary.ts'
import type { ExportedNode } from '../exported-graph.ts'
import { MAKER_ID } from './stix-extension.ts'
import { stixIdOf } from './stix-ids.ts'
import { nodeObject, refsTo, type StixWriting, writeRelationship } from './stix-writing.ts'

/** STIX's scale of five points. */
export type StixOpinion = 'strongly-disagree' | 'disagree' | 'neutral' | 'agree' | 'strongly-agree'

const opinionsOfVerdicts: Readonly<Record<Verdict, StixOpinion>> = {
  VERIFIED: 'strongly-agree',
  PARTLY_VERIFIED: 'agree',
  UNVERIFIED: 'neutral',
  DISPUTED: 'neutral',
  REFUTED: 'strongly-disagree',
}

/** Whoever is certain agrees or disagrees strongly; whoever takes no side is neutral, however sure. */
function opinionOf(stance: Stance, certainty: Certainty | undefined): StixOpinion {
  if (stance === 'UNCOMMITTED') return 'neutral'
  const side = stance === 'AFFIRMS' ? 'agree' : 'disagree'
  return certainty === 'CERTAIN' ? `strongly-${side}` : side
}

const relationNames: Readonly<Record<ClaimRelationType, string>> = {
  CONTRADICTS: 'contradicts',
  SUPPORTS: 'supports',
  REFINES: 'refines',
  EQUIVALENT: 'equivalent-to',
}

/** A claim is a note on what it is about. Nobody is its author: who says so are the opinions on it. */
export function writeClaim(writing: StixWriting, node: ExportedNode<'CLAIM'>): void {
  const { text, subject, event, object, relations = [] }: ClaimItem = node.item
  const about = refsTo(writing, 'ACTOR', [subject, event, object])
  const properties = { content: text, object_refs: about.length > 0 ? about : [MAKER_ID] }
  const note = nodeObject(writing, 'note', node, properties, ['text'])
  writing.bundle.object(note)
  const times = writing.times.of('CLAIM', node.key)
  for (const { type, to } of relations)
    writeRelationship(writing, {
      from: note.id,
      relation: relationNames[type],
      to: stixIdOf('note', 'CLAIM', to),
      times,
    })
  writing.tally.wrote('claims')
}

/** A statement with a stance is an opinion on its claim; any other is a note on what it is about. */
export function writeStatement(writing: StixWriting, node: ExportedNode<'STATEMENT'>): void {
  const { claim, stance, certainty, text } = node.item
  const own =
    claim !== undefined && stance !== undefined
      ? {
          explanation: text,
          opinion: opinionOf(stance, certainty),
          object_refs: [stixIdOf('note', 'CLAIM', claim)],
        }
      : { content: text, object_refs: aboutOf(writing, node.item) }
  const properties = {
    created_by_ref: stixIdOf('identity', 'ACTOR', node.item.speaker),
    lang: node.item.language,
    authors: authorsOf(writing, node.item),
    ...own,
  }
  const type = 'opinion' in own ? 'opinion' : 'note'
  writing.bundle.object(nodeObject(writing, type, node, properties, ['text', 'language']))
  writing.tally.wrote('statements')
}

/** The speaker, and whoever is spoken for. */
const authorsOf = ({ graph }: StixWriting, { speaker, onBehalfOf }: StatementItem): string[] =>
  [speaker, onBehalfOf].flatMap((slug) => (slug === undefined ? [] : [graph.named('ACTOR', slug).name]))

function aboutOf(writing: StixWriting, { claim, about = [], addressee, speaker }: StatementItem): string[] {
  const refs = [...refsTo(writing, 'CLAIM', [claim]), ...refsTo(writing, 'ACTOR', [...about, addressee])]
  return refs.length > 0 ? refs : refsTo(writing, 'ACTOR', [speaker])
}

/** An assessment is its assessor's opinion on the claim. */
export function writeAssessment(writing: StixWriting, node: ExportedNode<'ASSESSMENT'>): void {
  const { assessor, claim, method, verdict } = node.item
  const properties = {
    created_by_ref: stixIdOf('identity', 'ACTOR', assessor),
    explanation: method,
    authors: [writing.graph.named('ACTOR', assessor).name],
    opinion: opinionsOfVerdicts[verdict],
    object_refs: [stixIdOf('note', 'CLAIM', claim)],
  }
  writing.bundle.object(nodeObject(writing, 'opinion', node, properties, ['method']))
  writing.tally.wrote('assessments')
}
