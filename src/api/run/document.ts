import {
  type ASTNode,
  type DocumentNode,
  GraphQLError,
  Kind,
  type ParseOptions,
  parse,
  type Source,
} from 'graphql'
import { textProblem } from '../../text/text-problem.ts'
import { count, type Limits, limitError, refusedRequest } from './limits.ts'
import { keepPlace } from './places.ts'

/**
 * Parses a document within the limits that can be seen before it is validated: so that a huge document is not read to its
 * end, and nothing that validation or coercion goes through by calling itself is too deep or too long for it.
 */
export function parseWithinLimits(
  limits: Limits,
  source: string | Source,
  options?: ParseOptions,
): DocumentNode {
  const document = parseDocument(limits, source, options)
  walk(document, limits)
  return document
}

function parseDocument(limits: Limits, source: string | Source, options?: ParseOptions): DocumentNode {
  try {
    return parse(source, { ...options, maxTokens: limits.tokens })
  } catch (error) {
    // The parser calls itself for what stands within, and ends where the stack does.
    if (error instanceof RangeError) throw nestingError(limits)
    // The parser has no other sign for it.
    if (!(error instanceof GraphQLError) || !/^Syntax Error: Document contains more/.test(error.message))
      throw error
    throw limitError('TOKEN_LIMIT', `The query is longer than ${count(limits.tokens)} tokens.`, {
      allowed: limits.tokens,
    })
  }
}

/** A part of a document, how many values it stands in, and which argument it belongs to. */
interface DocumentPart {
  readonly node: ASTNode
  readonly nesting: number
  readonly depth: number
  readonly path: readonly (string | number)[]
}

/** Not by calling itself: what is too deep for the stack is refused here. */
function walk(document: DocumentNode, limits: Limits): void {
  const childNodes: DocumentPart[] = [{ node: document, nesting: 0, depth: 0, path: [] }]
  for (let part = childNodes.pop(); part; part = childNodes.pop()) {
    keepPlace(part.node)
    checkPart(part, limits)
    childNodes.push(...partsWithin(part))
  }
}

/** Fields are counted by the measure; this is for what it does not count, such as fragments in fragments. */
const DEEPEST_NODE = 500

function checkPart({ node, nesting, depth, path }: DocumentPart, limits: Limits): void {
  if (nesting > limits.nesting || depth > DEEPEST_NODE) throw nestingError(limits)
  if (node.kind === Kind.FIELD && (node.alias?.value.length ?? 0) > limits.aliasLength)
    throw limitError(
      'ALIAS_LIMIT',
      `An alias is ${count(node.alias?.value.length ?? 0)} characters long; ${limits.aliasLength} are allowed.`,
      { allowed: limits.aliasLength },
    )
  if (node.kind === Kind.LIST && node.values.length > limits.values)
    throw wrongInput(node, path, tooLong(argumentName(path), node.values.length, limits.values))
  const problem = node.kind === Kind.STRING ? textProblem(node.value) : null
  if (problem) throw wrongInput(node, path, `${argumentName(path)} ${problem}.`)
}

function partsWithin({ node, nesting, depth, path }: DocumentPart): DocumentPart[] {
  const isValue = node.kind === Kind.LIST || node.kind === Kind.OBJECT
  const part = (inner: ASTNode, at = path): DocumentPart => ({
    node: inner,
    nesting: isValue ? nesting + 1 : nesting,
    depth: depth + 1,
    path: at,
  })
  if (node.kind === Kind.LIST) return node.values.map((value, index) => part(value, [...path, index]))
  if (node.kind === Kind.ARGUMENT) return [part(node.name), part(node.value, [node.name.value])]
  if (node.kind === Kind.OBJECT_FIELD) return [part(node.name), part(node.value, [...path, node.name.value])]
  if (node.kind === Kind.VARIABLE_DEFINITION)
    return innerNodes(node).map((inner) => part(inner, [node.variable.name.value]))
  return innerNodes(node).map((inner) => part(inner))
}

const innerNodes = (node: ASTNode): ASTNode[] =>
  Object.values(node).flatMap((value) => (Array.isArray(value) ? value : value?.kind ? [value] : []))

/** An argument's path as it would be written: `filter.by[3]`. */
export const argumentName = (path: readonly (string | number)[]): string =>
  path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index > 0 ? `.${step}` : step))
    .join('') || 'A value'

export const tooLong = (name: string, length: number, allowed: number): string =>
  `${name} has ${count(length)} values; a list may have ${count(allowed)}. Ask in several requests.`

export const nestingError = ({ nesting }: Limits): GraphQLError =>
  limitError(
    'DEPTH_LIMIT',
    `The query is nested too deep: lists and objects of values may stand ${nesting} deep in each other.`,
    { allowed: nesting },
  )

const wrongInput = (node: ASTNode, argument: DocumentPart['path'], message: string): GraphQLError =>
  new GraphQLError(message, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT', ...(argument.length > 0 && { argument }), http: refusedRequest },
  })
