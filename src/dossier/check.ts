import { slugsOf } from '../model/nodes/slug.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import type { Problem } from '../values/errors.ts'
import { Catalog } from './catalog.ts'
import type { DossierDraft } from './draft.ts'
import type { Dossier } from './format.ts'
import { circleProblems } from './hierarchy.ts'
import { inFileOrder } from './problem.ts'
import { ownProblems, referenceProblems, slugProblems } from './rules.ts'
import { checkedShape } from './shape.ts'
import { textProblems } from './text.ts'

export interface Checked {
  readonly dossiers: readonly Dossier[]
  readonly problems: readonly Problem[]
}

/**
 * All that is wrong with the drafts, in one go. They are looked at together and with the graph: a slug may be that of an
 * item in any of them. The rules look at the fields as they stand in the file, so that one wrong field hides no other. Where not
 * all files could be read, what they refer to may be in those: references are left out then.
 */
export function checkDrafts(engine: ImmediateEngine, drafts: readonly DossierDraft[], all = true): Checked {
  const catalog = new Catalog(drafts, slugsOf(engine))
  const shapes = drafts.map(checkedShape)
  const problems = [
    ...shapes.flatMap((shape) => (isProblems(shape) ? shape : [])),
    ...catalog.items.flatMap((item) => [
      ...slugProblems(catalog, item),
      ...ownProblems(item),
      ...(all ? referenceProblems(catalog, item) : []),
    ]),
    ...circleProblems(engine, catalog),
    ...textProblems(engine, catalog),
  ]
  return {
    dossiers: shapes.flatMap((shape) => (isProblems(shape) ? [] : [shape])),
    problems: inFileOrder(problems),
  }
}

const isProblems = (shape: Dossier | readonly Problem[]): shape is readonly Problem[] => Array.isArray(shape)
