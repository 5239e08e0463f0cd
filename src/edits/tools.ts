import { LaterRevisions } from '../model/history/later-revisions.ts'
import { NamedForms } from '../model/history/named-forms.ts'
import { RevisionStore } from '../model/history/revision-store.ts'
import { WrittenForms } from '../model/history/written.ts'
import { Referrers } from '../model/nodes/referrers.ts'
import { SourceStore } from '../model/source/store.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import { NodeFinder } from './find-node.ts'

/** What changes look things up with. Their queries are made once for each engine. */
export class EditTools {
  readonly finder: NodeFinder
  readonly forms: WrittenForms
  readonly named: NamedForms
  readonly referrers: Referrers
  readonly revisions: RevisionStore
  readonly later: LaterRevisions
  readonly sources: SourceStore

  constructor(engine: ImmediateEngine) {
    this.finder = new NodeFinder(engine)
    this.forms = new WrittenForms(engine)
    this.named = new NamedForms(engine)
    this.referrers = new Referrers(engine)
    this.revisions = new RevisionStore(engine)
    this.later = new LaterRevisions(engine)
    this.sources = new SourceStore(engine)
  }
}

const toolsOf = new WeakMap<ImmediateEngine, EditTools>()

export function editTools(engine: ImmediateEngine): EditTools {
  const known = toolsOf.get(engine) ?? new EditTools(engine)
  toolsOf.set(engine, known)
  return known
}
