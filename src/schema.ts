// Each noun adds itself, and the fields that it gives to earlier nouns, to the builder.
import './graph/place/type.ts'
import './graph/actor/type.ts'
import './graph/event/type.ts'
import './graph/source/type.ts'
import './graph/claim/type.ts'
import './graph/statement/type.ts'
import './graph/statement/details-type.ts'
import './graph/statement/position-type.ts'
import './graph/statement/side-type.ts'
import './graph/statement/history-type.ts'
import './graph/assessment/type.ts'
import './questions/agreement-type.ts'
import './questions/facet-type.ts'
import './questions/grid-type.ts'
import './questions/search-type.ts'
import './questions/stats-type.ts'
import './questions/tally-type.ts'
import './questions/timeline-type.ts'
import './questions/timeline-histogram-type.ts'
import './questions/paths-type.ts'
import './questions/neighborhood-type.ts'
import './read/extract-type.ts'
import { builder } from './graphql/builder.ts'
import { manual } from './graphql/manual.ts'

export const schema = builder.toSchema()
// Pothos has no option for it.
schema.description = manual
