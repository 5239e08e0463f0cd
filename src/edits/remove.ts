import { revise } from '../model/transact.ts'
import type { ImmediateEngine } from '../sql/engine.ts'
import { formatId } from '../values/id.ts'
import { nodeTypes } from '../values/vocabulary.ts'
import { expectedProblems } from './expected-revision.ts'
import { inUse, Refusal, refuseProblems } from './refusal.ts'
import type { RemoveRequest, WriteResult } from './request.ts'
import { editTools } from './tools.ts'
import { UnknownNodes } from './unknown-nodes.ts'

/** Takes a node away that nothing refers to. */
export function removeNode(engine: ImmediateEngine, request: RemoveRequest): WriteResult {
  const { by, note, node: reference, expectedRevision } = request
  const { done, revision } = revise(engine, { by, note, action: 'REMOVE' }, (writers) => {
    const tools = editTools(engine)
    const node = tools.finder.find(nodeTypes, reference)
    if (!node) throw new Refusal([new UnknownNodes(engine).problem(nodeTypes, reference, ['id'])])
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
