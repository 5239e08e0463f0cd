// Each noun adds itself, and the fields that it gives to earlier nouns, to the builder.
import './types/place.ts'
import './types/actor.ts'
import './types/affiliation.ts'
import './types/event.ts'
import './types/participation.ts'
import './types/source.ts'
import './types/claim.ts'
import './types/claim-relation.ts'
import './types/statement.ts'
import './types/statement-lists.ts'
import './types/statement-details.ts'
import './types/position.ts'
import './types/side.ts'
import './types/history.ts'
import './types/voice.ts'
import './types/assessment.ts'
import './types/agreement.ts'
import './types/facet.ts'
import './types/grid.ts'
import './types/search.ts'
import './types/stats.ts'
import './types/tally.ts'
import './types/timeline.ts'
import './types/timeline-histogram.ts'
import './types/paths.ts'
import './types/links.ts'
import './types/neighborhood.ts'
import './types/extract.ts'
import './types/language.ts'
import './types/user.ts'
import './types/revision.ts'
import './types/revision-list.ts'
import './types/change.ts'
import './types/merged-node.ts'
import './types/duplicate.ts'
import './mutations/all.ts'
import './subscriptions/all.ts'
import { builder } from './kit/builder.ts'
import { needsReader } from './kit/descriptions.ts'
import { manual } from './run/manual.ts'

export const schema = builder.toSchema()
// Pothos has no option for it.
schema.description = manual
// Reading is refused as a whole, before any field of it is asked for.
for (const type of [schema.getQueryType(), schema.getSubscriptionType()])
  for (const field of Object.values(type?.getFields() ?? {}))
    field.description = `${field.description} ${needsReader}`
