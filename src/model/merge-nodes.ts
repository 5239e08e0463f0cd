import type { ImmediateEngine } from '../sql/engine.ts'
import type { RevisionDraft } from './history/journal.ts'
import { LaterLinks } from './history/later-links.ts'
import { LaterStatements } from './history/later-statements.ts'
import { MergeFaults } from './history/merge-faults.ts'
import { MergedLinks } from './history/merge-links.ts'
import { MergedNames } from './history/merge-names.ts'
import { MergedNodes } from './history/merge-nodes.ts'
import { MergeObstacles } from './history/merge-obstacles.ts'
import { MergeRecord, type RecordedMerge } from './history/merge-record.ts'
import { MergedReferences } from './history/merge-references.ts'
import { MergeReturns } from './history/merge-returns.ts'
import { MergedStatements } from './history/merge-statements.ts'
import type { MergedPair, MergedType, MergeStep } from './history/merge-steps.ts'
import { Survivors } from './history/merge-survivors.ts'
import { MergeTouched } from './history/merge-touched.ts'
import { MovedNodes } from './history/moved-nodes.ts'
import { Referrers } from './nodes/referrers.ts'
import { type Revised, revise } from './transact.ts'

/** Which nodes become one, all of one kind; of actors, of one type. */
export interface MergeDraft {
  readonly type: MergedType
  readonly into: number
  readonly from: readonly number[]
}

/** What moves the parts of a node, each kept as steps that can be undone. */
export class MergeParts {
  readonly links: MergedLinks
  readonly laterLinks: LaterLinks
  readonly laterStatements: LaterStatements
  readonly statements: MergedStatements
  readonly references: MergedReferences
  readonly names: MergedNames
  readonly nodes: MergedNodes
  readonly record: MergeRecord
  readonly faults: MergeFaults
  readonly obstacles: MergeObstacles
  readonly survivors: Survivors
  readonly touched: MergeTouched
  readonly returns: MergeReturns
  readonly moved: MovedNodes
  readonly referrers: Referrers

  constructor(engine: ImmediateEngine) {
    this.links = new MergedLinks(engine)
    this.record = new MergeRecord(engine)
    this.laterLinks = new LaterLinks(engine, this.record)
    this.laterStatements = new LaterStatements(engine)
    this.statements = new MergedStatements(engine)
    this.references = new MergedReferences(engine)
    this.names = new MergedNames(engine)
    this.nodes = new MergedNodes(engine)
    this.faults = new MergeFaults(engine)
    this.obstacles = new MergeObstacles(engine)
    this.survivors = new Survivors(engine)
    this.touched = new MergeTouched(engine)
    this.returns = new MergeReturns(engine)
    this.moved = new MovedNodes(engine)
    this.referrers = new Referrers(engine)
  }
}

const partsOf = new WeakMap<ImmediateEngine, MergeParts>()

/** Their queries are made once for each engine. */
export function mergePartsFor(engine: ImmediateEngine): MergeParts {
  const known = partsOf.get(engine) ?? new MergeParts(engine)
  partsOf.set(engine, known)
  return known
}

/**
 * Makes one node of several, as one revision: all that named one of `from` names `into`, which gets their names and
 * identifiers; their ids and slugs lead to it. Its own fields stay as they are.
 *
 * What then would make no sense is left out, and kept with the revision:
 * - who speaks for themselves speaks for nobody else, and who speaks to themselves to nobody;
 * - what is a part of itself is a part of nothing;
 * - nobody is affiliated with themselves, and no claim is related to itself;
 * - what two have in common (a part in an event, an affiliation, a relation, being what a statement is about) counts once.
 *
 * @param drafted Tells which nodes, or throws, once nobody else can write: what was looked at before may have changed.
 */
export const mergeNodes = (
  engine: ImmediateEngine,
  about: RevisionDraft,
  drafted: () => MergeDraft,
): Revised<{ readonly draft: MergeDraft; readonly merges: readonly RecordedMerge[] }> => {
  const parts = mergePartsFor(engine)
  return revise(
    engine,
    about,
    (writers) => {
      const draft = drafted()
      const { type, into, from } = draft
      for (const one of [into, ...from]) writers.journal.touch(type, one)
      parts.moved.look(parts.referrers.of(type, from))
      const merges = from.map((one) => {
        const pair = { type, into, from: one }
        parts.touched.noteReferrers(pair, writers.touched)
        return mergeOne(parts, pair, (kind, id) => writers.remove(kind, id))
      })
      return { draft, merges }
    },
    (revision, { merges }) => {
      parts.record.keep(revision, merges)
      parts.moved.keep(revision)
    },
  )
}

function mergeOne(
  { links, statements, references, names, nodes, record }: MergeParts,
  pair: MergedPair,
  remove: (type: MergedType, id: number) => void,
): RecordedMerge {
  const slug = record.slugOf(pair)
  const steps: MergeStep[] = [...statements.move(pair), ...links.move(pair), ...references.move(pair)]
  if (pair.type !== 'CLAIM') names.give(pair)
  return { pair, slug, steps: [...steps, nodes.remove(pair, remove)] }
}
