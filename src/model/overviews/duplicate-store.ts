import type { Answer, Engine } from '../../sql/engine.ts'
import type { NodeId } from '../../values/id.ts'
import type { NodeType } from '../../values/vocabulary.ts'

export interface LikelyDuplicate {
  readonly a: NodeId
  readonly b: NodeId
  readonly score: number
  readonly reasons: readonly string[]
}

export class DuplicateStore {
  constructor(_engine: Engine) {}

  likely(_: { type: NodeType; of: number | null; first: number }): Answer<LikelyDuplicate[]> {
    return []
  }
}
