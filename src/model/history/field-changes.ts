import type { Answer, Engine } from '../../sql/engine.ts'
import type { ChangeRecord } from './revision-store.ts'

interface FieldDifference {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}
export class FieldChanges {
  constructor(engine: Engine) {}
  of(changes: readonly ChangeRecord[]): Answer<Map<ChangeRecord, FieldDifference[]>> {
    throw new Error('x')
  }
}
