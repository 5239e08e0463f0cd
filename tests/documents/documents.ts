import {
  doTypesOverlap,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql'
import { Random } from '../../bench/synthetic/random.ts'
import type { Material } from './material.ts'
import { Values } from './values.ts'

/** What a client sends. */
export interface Asked {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** Names that every object in JavaScript has already, and some that it might be thought to have. */
const treacherous = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
  'length',
  'key',
]

/** How many objects stand inside each other. */
const DEEPEST = 4

interface Fragment {
  readonly name: string
  readonly type: GraphQLCompositeType
  readonly text: string
  /** How many objects stand inside each other in it. */
  readonly depth: number
}

/**
 * Random documents over a schema, from a seed: nearly all of them valid. Fragments in fragments and side by side,
 * conditions on anything, variables that are given, left out, null or wrong, treacherous aliases, fields that are asked
 * twice with more below.
 */
export class Documents {
  readonly #schema: GraphQLSchema
  readonly #material: Material
  readonly #random: Random

  constructor(schema: GraphQLSchema, material: Material, seed: number) {
    this.#schema = schema
    this.#material = material
    this.#random = new Random(seed)
  }

  next(): Asked {
    return new Draft(this.#schema, this.#material, this.#random).write()
  }
}

/** One document that is being written. */
class Draft {
  readonly #schema: GraphQLSchema
  readonly #random: Random
  readonly #values: Values
  readonly #fragments: Fragment[] = []
  readonly #definitions: string[] = []
  readonly #variables: Record<string, unknown> = {}
  readonly #conditions: string[] = []
  /** The field and the arguments that each key of an answer stands for: two meanings of one would not be valid. */
  readonly #keys = new Map<string, { readonly meaning: string; readonly args: string }>()
  #fragmentsBegun = 0
  /** How deep what is being written has gone. */
  #reached = 0

  constructor(schema: GraphQLSchema, material: Material, random: Random) {
    this.#schema = schema
    this.#random = random
    this.#values = new Values(random, material)
  }

  write(): Asked {
    const body = this.#set(this.#schema.getQueryType() as GraphQLCompositeType, 0)
    const variables = this.#definitions.length > 0 ? `(${this.#definitions.join(', ')})` : ''
    const fragments = this.#fragments.map(({ name, type, text }) => `fragment ${name} on ${type} ${text}`)
    return { query: [`query ${variables} ${body}`, ...fragments].join('\n'), variables: this.#variables }
  }

  #set(type: GraphQLCompositeType, depth: number): string {
    this.#reached = Math.max(this.#reached, depth)
    const asked: GraphQLField<unknown, unknown>[] = []
    const count = depth === 0 ? this.#random.between(1, 2) : this.#random.between(1, 3)
    const parts = Array.from({ length: count }, () => this.#selection(type, depth, asked))
    return `{ ${parts.join(' ')} }`
  }

  #selection(type: GraphQLCompositeType, depth: number, asked: GraphQLField<unknown, unknown>[]): string {
    const kind = this.#random.weighted([
      ['field', 60],
      ['again', asked.length > 0 ? 8 : 0],
      ['typename', depth === 0 ? 1 : 5],
      ['inline', 12],
      ['spread', 18],
    ] as const)
    if (kind === 'inline') return this.#inline(type, depth)
    if (kind === 'spread') return this.#spread(type, depth)
    if (kind === 'typename')
      return `${this.#random.chance(0.3) ? 'kind: ' : ''}__typename${this.#condition()}`
    const field = kind === 'again' ? this.#random.pick(asked) : this.#pickField(type, depth)
    if (!field) return '__typename'
    asked.push(field)
    return this.#field(field, depth)
  }

  #pickField(type: GraphQLCompositeType, depth: number): GraphQLField<unknown, unknown> | null {
    if (isUnionType(type)) return null
    const fields = Object.values(type.getFields())
    const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)))
    if (depth >= DEEPEST) return leaves.length > 0 ? this.#random.pick(leaves) : null
    // Leaves are most of what is asked, and an answer that is all of objects would soon be large.
    return this.#random.pick(leaves.length > 0 && this.#random.chance(0.4) ? leaves : fields)
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const alias = this.#random.chance(0.2)
      ? this.#random.pick(this.#random.chance(0.4) ? treacherous : ['a', 'b', 'c'])
      : null
    const { key, args } = this.#meaning(field, alias ?? field.name)
    const named = key === field.name ? key : `${key}: ${field.name}`
    const type = getNamedType(field.type)
    const below = isCompositeType(type) ? ` ${this.#set(type, depth + 1)}` : ''
    return `${named}${args}${this.#condition()}${below}`
  }

  /** The key and the arguments of a field: those that the key had before, or a new key. */
  #meaning(field: GraphQLField<unknown, unknown>, key: string): { key: string; args: string } {
    const meaning = `${field.name} ${field.args.map(String)} ${field.type}`
    const known = this.#keys.get(key)
    if (known?.meaning === meaning) return { key, args: known.args }
    const free = known ? `${field.name}${this.#keys.size}` : key
    const args = this.#arguments(field)
    this.#keys.set(free, { meaning, args })
    return { key: free, args }
  }

  #arguments({ name, args }: GraphQLField<unknown, unknown>): string {
    const written = args
      .filter((arg) => isRequiredArgument(arg) || this.#random.chance(likelihood(arg.name)))
      .map((arg) => `${arg.name}: ${this.#argument(arg, name)}`)
    return written.length > 0 ? `(${written.join(', ')})` : ''
  }

  #argument({ type, name }: GraphQLArgument, of: string): string {
    if (this.#random.chance(0.6)) return this.#values.value(type, name, of).written
    return this.#variable(type, name, of)
  }

  #variable(type: GraphQLArgument['type'], name: string, of: string): string {
    const random = this.#random
    const variable = `v${this.#definitions.length}`
    const value = this.#values.value(type, name, of)
    const default_ = this.#values.value(type, name, of)
    const hasDefault = random.chance(0.4) && default_.given !== null
    // Where a default stands in for it, what must not be null may be left out.
    const declared = hasDefault && isNonNullType(type) && random.chance(0.5) ? type.ofType : type
    this.#definitions.push(`$${variable}: ${declared}${hasDefault ? ` = ${default_.written}` : ''}`)
    const given = random.weighted([
      ['value', 80],
      ['missing', isNonNullType(declared) && !hasDefault ? 1 : 15],
      ['null', isNonNullType(declared) ? 1 : 6],
      ['wrong', 2],
    ] as const)
    if (given === 'value') this.#variables[variable] = value.given
    if (given === 'null') this.#variables[variable] = null
    if (given === 'wrong') this.#variables[variable] = this.#values.wrong()
    return `$${variable}`
  }

  #condition(): string {
    if (!this.#random.chance(0.15)) return ''
    const directive = () => `@${this.#random.pick(['skip', 'include'])}(if: ${this.#truth()})`
    if (this.#random.chance(0.9)) return ` ${directive()}`
    return ` @skip(if: ${this.#truth()}) @include(if: ${this.#truth()})`
  }

  #truth(): string {
    const random = this.#random
    if (random.chance(0.35)) return String(random.chance(0.5))
    if (this.#conditions.length > 0 && random.chance(0.5)) return `$${random.pick(this.#conditions)}`
    const name = `if${this.#conditions.length}`
    this.#conditions.push(name)
    const hasDefault = random.chance(0.4)
    const type = hasDefault && random.chance(0.5) ? 'Boolean' : 'Boolean!'
    this.#definitions.push(`$${name}: ${type}${hasDefault ? ` = ${random.chance(0.5)}` : ''}`)
    if (!hasDefault || random.chance(0.6)) this.#variables[name] = random.chance(0.5)
    if (type === 'Boolean' && random.chance(0.08)) this.#variables[name] = null
    return `$${name}`
  }

  #inline(type: GraphQLCompositeType, depth: number): string {
    const narrowed = this.#random.chance(0.3) ? null : this.#random.pick(this.#overlapping(type))
    const on = narrowed ? ` on ${narrowed}` : ''
    return `...${on}${this.#condition()} ${this.#set(narrowed ?? type, depth)}`
  }

  #spread(type: GraphQLCompositeType, depth: number): string {
    const fitting = this.#fragments.filter(
      (fragment) => depth + fragment.depth <= DEEPEST && doTypesOverlap(this.#schema, fragment.type, type),
    )
    const isNew = fitting.length === 0 || this.#random.chance(0.25)
    if (isNew && (this.#fragmentsBegun >= 4 || depth >= DEEPEST)) return '__typename'
    const fragment = isNew ? this.#newFragment(type, depth) : this.#random.pick(fitting)
    return `...${fragment.name}${this.#condition()}`
  }

  #newFragment(of: GraphQLCompositeType, depth: number): Fragment {
    const name = `F${this.#fragmentsBegun++}`
    const type = this.#random.chance(0.5) ? of : this.#random.pick(this.#overlapping(of))
    const reached = this.#reached
    this.#reached = 0
    const text = this.#set(type, depth)
    const fragment = { name, type, text, depth: this.#reached - depth }
    this.#reached = Math.max(reached, this.#reached)
    this.#fragments.push(fragment)
    return fragment
  }

  /** The types that something of this type may be of besides, and itself. */
  #overlapping(type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    if (!isObjectType(type)) return [type, ...this.#schema.getPossibleTypes(type)]
    return [type, ...type.getInterfaces().filter(isInterfaceType)]
  }
}

/** Pages are kept small, and cursors are hardly ever right. */
const likelihood = (argument: string): number => {
  if (argument === 'first') return 0.8
  return ['after', 'before', 'last'].includes(argument) ? 0.02 : 0.25
}
