import type { CallToolResult, McpServer, ToolAnnotations } from '@modelcontextprotocol/server'
import type { z } from 'zod'
import type { AskedGraph } from './asked-graph.ts'
import { errorLines, ToolError } from './tool-error.ts'

/** What a tool answers: data of its output's shape, and the same for reading. */
export interface ToolAnswer<Output> {
  readonly data: Output
  readonly text: string
}

/** A tool: what it is called with, what it gives, and how it is found. */
export interface Tool<Input extends z.ZodObject, Output extends z.ZodObject> {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: Input
  readonly output: Output
  readonly answer: (graph: AskedGraph, args: z.output<Input>) => Promise<ToolAnswer<z.output<Output>>>
}

const readsOnly: ToolAnnotations = { readOnlyHint: true, openWorldHint: false }
const addsOnly: ToolAnnotations = { readOnlyHint: false, destructiveHint: false, openWorldHint: false }

/** A tool that changes nothing. */
export const addReadingTool = <Input extends z.ZodObject, Output extends z.ZodObject>(
  server: McpServer,
  graph: AskedGraph,
  tool: Tool<Input, Output>,
): void => addTool(server, graph, tool, readsOnly)

/** A tool that adds to the graph, and changes nothing of what is there. */
export const addProposingTool = <Input extends z.ZodObject, Output extends z.ZodObject>(
  server: McpServer,
  graph: AskedGraph,
  tool: Tool<Input, Output>,
): void => addTool(server, graph, tool, addsOnly)

function addTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  server: McpServer,
  graph: AskedGraph,
  { name, title, description, input, output, answer }: Tool<Input, Output>,
  annotations: ToolAnnotations,
): void {
  const schemas: { readonly inputSchema: z.ZodObject; readonly outputSchema: z.ZodObject } = {
    inputSchema: input,
    outputSchema: output,
  }
  server.registerTool(name, { title, description, annotations, ...schemas }, async (args) => {
    try {
      const { data, text } = await answer(graph, input.parse(args))
      // What was written is told in any case, or it would be written again.
      if (annotations.readOnlyHint) refuseTooLarge(data)
      // A client that checks it by the schema takes nothing more.
      return { structuredContent: output.parse(data), content: [{ type: 'text', text: withinAnswer(text) }] }
    } catch (error) {
      return failed(error instanceof ToolError ? error.message : errorLines([graph.told(error)]))
    }
  })
}

const failed = (text: string): CallToolResult => ({ isError: true, content: [{ type: 'text', text }] })

/** The most characters of a tool's answer. */
export const LONGEST_ANSWER = 100_000
/** The same of its data, in which each statement has the whole of its source. */
const LARGEST_DATA = 400_000

function refuseTooLarge(data: unknown): void {
  const { length } = JSON.stringify(data)
  if (length > LARGEST_DATA)
    throw new ToolError(
      `The answer has ${length} characters, and a tool gives ${LARGEST_DATA}. Ask for fewer with first.`,
    )
}

/** An answer's pages and texts are short; this is for pages on which all of them are as long as they may be. */
const withinAnswer = (text: string): string =>
  text.length > LONGEST_ANSWER
    ? `${text.slice(0, LONGEST_ANSWER)}…\nThis was cut off: ask for fewer with first.`
    : text
