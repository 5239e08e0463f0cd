import type { OrganizationKind } from '../../values/vocabulary.ts'

/** Somebody whom the graph does not know, as far as a report tells who it is. */
export interface NewActor {
  readonly name: string
  readonly type: 'PERSON' | 'ORGANIZATION' | 'ARMED_GROUP' | 'MEDIA_OUTLET' | 'STATE'
  readonly kind: OrganizationKind | undefined
  /** Whether it is called by a name: what is only described ("officials") is somebody else in another report. */
  readonly isNamed: boolean
}
