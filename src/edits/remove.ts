import { revise } from '../model/transact.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import { formatId } from '../values/id.ts'
import { nodeTypes } from '../values/vocabulary.ts'
import { expectedProblems } from './expected-revision.ts'
import { noSuchNode } from './find-node.ts'
import { inUse, invalid, Refusal, refuseProblems } from './refusal.ts'
import type { RemoveRequest, WriteResult } from './request.ts'
import { editTools } from './tools.ts'

/** Takes a node away that nothing refers to. */
export function removeNode(engine: ImmediateEngine, request: RemoveRequest): WriteResult {
  const { by, note, node: reference, expectedRevision } = request
  const { done, revision } = revise(engine, { by, note, action: 'REMOVE' }, (writers) => {
    const tools = editTools(engine)
    const { finder } = tools
    const node = finder.find(nodeTypes, reference)
    if (!node) {
      const near = finder.nearest(nodeTypes, reference)
      throw new Refusal([
        invalid(['id'], `${JSON.stringify(reference)} ${noSuchNode(nodeTypes, near)}`, near),
      ])
    }
    refuseProblems(expectedProblems(tools, node, expectedRevision, ['expectedRevision']))
    const referrers = tools.referrers
      .of(node.type, [node.key])
      .filter(({ type, key }) => type !== node.type || key !== node.key)
    if (referrers.length > 0) throw new Refusal([inUse(['id'], formatId(node.type, node.key), referrers)])
    writers.remove(node.type, node.key)
    return node
  })
  return { revision, nodes: [{ type: done.type, key: done.key }], problems: [] }
}
