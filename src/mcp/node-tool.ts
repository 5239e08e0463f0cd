import { z } from 'zod'
import { parseId } from '../values/id.ts'
import { nodeKinds } from '../values/node-kinds.ts'
import type { NodeType } from '../values/vocabulary.ts'
import { afterCursor, moreLine, nodeName, pageEnd, pageSize, toolInput } from './arguments.ts'
import { citedStatement, statementLines } from './cited-statement.ts'
import { askActor, askEvent, askPlace } from './entity-forms.ts'
import { type AskNode, nodeFact } from './node-form.ts'
import { pageLink } from './quoted-text.ts'
import { askAssessment, askClaim, askSource, askStatement } from './record-forms.ts'
import type { Tool } from './tool.ts'
import { readData, refuseMissing } from './tool-error.ts'

const askers: Readonly<Record<NodeType, AskNode>> = {
  PLACE: askPlace,
  ACTOR: askActor,
  EVENT: askEvent,
  SOURCE: askSource,
  CLAIM: askClaim,
  STATEMENT: askStatement,
  ASSESSMENT: askAssessment,
}

const input = toolInput({
  id: nodeName('The id of a node, such as actor_17, or the slug of an actor, place, event, claim or source.'),
  first: pageSize(10, 50),
  after: afterCursor,
})

const output = pageEnd.extend({
  node: z.object({
    id: z.string(),
    type: z.string(),
    slug: z.string().nullable(),
    name: z.string().describe('The name; of claims and statements the text, of sources the title.'),
    facts: z.array(nodeFact),
    link: z.string().nullable().describe('Its page here.'),
  }),
  evidence: z.array(citedStatement),
})

const query = 'query FindNode($id: ID!) { node(id: $id) { id } }'
const data = z.object({ node: z.object({ id: z.string() }).nullable() })

/** What is known of a node, and on what it rests. */
export const nodeTool: Tool<typeof input, typeof output> = {
  name: 'node',
  title: 'A node with its evidence',
  description:
    'What the graph knows of one actor, place, event, claim, source, statement or assessment, and the statements on which it ' +
    'rests, the latest first: of an actor those that it has made, of a place or event those about it, of a claim those that ' +
    'speak to it, of a source those that stand in it, of a statement the chain through which it was told. At most 50 a page.',
  input,
  output,
  async answer(graph, { id: asked, first, after }) {
    const { node: found } = await readData(graph, { query, variables: { id: asked } }, data)
    const type = found && parseId(found.id)?.type
    if (!found || !type) return refuseMissing(graph, asked, 'node')
    const { evidence, end, facts, ...told } = await askers[type](graph, found.id, { first, after })
    const { one, hasPage } = nodeKinds[type]
    const link = hasPage ? pageLink(graph.baseUrl, one, told.slug ?? told.id) : null
    const node = { ...told, type, facts: [...facts], link }
    const lines = [
      `${type} ${told.id}${told.slug ? ` (${told.slug})` : ''}: ${told.name}`,
      ...facts.map(({ name, value }) => `  ${name}: ${value}`),
      ...(link ? [`  ${link}`] : []),
      ...evidence.map(statementLines),
      ...moreLine(end),
    ]
    return { data: { node, evidence: [...evidence], ...end }, text: lines.join('\n') }
  },
}
