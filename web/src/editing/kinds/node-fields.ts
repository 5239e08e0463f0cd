import { nodeTypeNamed } from '../../../../src/values/node-kinds.ts'
import type { NodeType } from '../../search/hit.ts'
import type { FormField } from '../form/field.ts'
import { actorFields, eventFields, placeFields } from './entity-fields.ts'
import { assessmentFields, claimFields, sourceFields, statementFields } from './said-fields.ts'

/** What can be written of each kind of node. */
export const nodeFields: Readonly<Record<NodeType, readonly FormField[]>> = {
  ACTOR: actorFields,
  PLACE: placeFields,
  EVENT: eventFields,
  SOURCE: sourceFields,
  CLAIM: claimFields,
  STATEMENT: statementFields,
  ASSESSMENT: assessmentFields,
}

/** The kind of a node by its id: `actor_17` is an ACTOR. */
export const typeOfId = (id: string): NodeType | undefined => nodeTypeNamed(id.split('_')[0] ?? '')
