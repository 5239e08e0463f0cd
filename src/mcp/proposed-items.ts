import { z } from 'zod'
import { actorText } from '../meaning/actor.ts'
import { claimText } from '../meaning/claim.ts'
import { entityText } from '../meaning/entity.ts'
import { sourceText } from '../meaning/source.ts'
import { spanText, statementText } from '../meaning/statement.ts'
import {
  actorTypes,
  certainties,
  claimKinds,
  organizationKinds,
  quoteTypes,
  sourceKinds,
  speechActs,
  stances,
} from '../values/vocabulary.ts'
import { dateText, nodeName, toolInput } from './arguments.ts'

const newSlug = nodeName('A slug that nothing has yet: lower-case letters, digits and single hyphens.')
const reference = (meaning: string) => nodeName(`${meaning} An id or a slug.`).optional()
const words = (meaning: string) => z.string().max(2_000).optional().describe(meaning)

/** Statements, and what they need that the graph does not have, as a tool is given them. */

export const newSource = toolInput({
  slug: newSlug,
  title: z.string().min(1).max(1_000).describe(sourceText.title),
  kind: z.enum(sourceKinds).describe(sourceText.kind),
  publisher: reference(sourceText.publisher),
  author: words(sourceText.author),
  url: words(sourceText.url),
  archivedUrl: words(sourceText.archivedUrl),
  language: words(sourceText.language),
  publishedAt: dateText(sourceText.publishedAt),
  text: z.string().max(500_000).optional().describe(sourceText.text),
})

export const newActor = toolInput({
  slug: newSlug,
  type: z.enum(actorTypes).describe(actorText.type),
  name: z.string().min(1).max(500).describe(entityText.name),
  description: words(entityText.description),
  kind: z.enum(organizationKinds).optional().describe(`${actorText.kind} Organizations need it.`),
})

export const newClaim = toolInput({
  slug: newSlug,
  text: z.string().min(1).max(2_000).describe(claimText.text),
  kind: z.enum(claimKinds).describe(claimText.kind),
  subject: reference(claimText.subject),
  object: reference(claimText.object),
  event: reference(claimText.event),
})

export const newStatement = toolInput({
  speaker: nodeName('The actor that says it. An id or a slug, also of a new actor.'),
  speakerText: words(statementText.speakerText),
  onBehalfOf: reference(statementText.onBehalfOf),
  addressee: reference(statementText.addressee),
  text: z.string().min(1).max(5_000).describe(statementText.text),
  quoteType: z.enum(quoteTypes).describe(statementText.quoteType),
  act: z.enum(speechActs).describe(statementText.act),
  cue: words(statementText.cue),
  claim: reference('The claim that the statement speaks to, also a new one.'),
  stance: z.enum(stances).optional().describe(statementText.stance),
  certainty: z.enum(certainties).optional().describe(statementText.certainty),
  about: z.array(nodeName('An id or a slug.')).max(20).optional().describe(statementText.about),
  saidAt: dateText(statementText.saidAt),
  language: words(statementText.language),
  via: reference(statementText.via),
  span: toolInput({
    start: z.int().min(0).describe(spanText.start),
    end: z.int().min(0).describe(spanText.end),
    exact: z.string().max(5_000).describe(spanText.exact),
  })
    .optional()
    .describe(statementText.span),
})
