import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql'
import type { Random } from '../../bench/synthetic/random.ts'
import { type Material, type Noun, nounOf } from './material.ts'

/** A value as it may stand in a document (`written`) and among the variables (`given`). */
export interface Value {
  readonly written: string
  readonly given: unknown
}

const plain = (given: unknown): Value => ({ written: JSON.stringify(given), given })

/** What no argument of any type takes, or hardly any. */
const wrong: readonly unknown[] = [
  1.5,
  'NO_SUCH',
  true,
  {},
  { no: 1 },
  [],
  [[1]],
  null,
  [null],
  1e12,
  -3,
  '2023-13',
  '\n"',
]

/** Random values of the schema's input types. */
export class Values {
  readonly #random: Random
  readonly #material: Material

  constructor(random: Random, material: Material) {
    this.#random = random
    this.#material = material
  }

  wrong(): unknown {
    return this.#random.pick(wrong)
  }

  /**
   * @param name Of the argument or the input's field.
   * @param of The name of what has it.
   */
  value(type: GraphQLInputType, name: string, of: string, depth = 0): Value {
    const random = this.#random
    if (isNonNullType(type)) return this.#present(type.ofType, name, of, depth)
    return random.chance(0.06) ? plain(null) : this.#present(type, name, of, depth)
  }

  #present(type: GraphQLInputType, name: string, of: string, depth: number): Value {
    const random = this.#random
    if (isListType(type)) return this.#list(type.ofType, name, of, depth)
    if (isEnumType(type)) {
      const given = random.pick(type.getValues()).name
      return { written: given, given }
    }
    if (isInputObjectType(type)) return this.#object(type, depth)
    return plain(this.#scalar(String(type), name, of))
  }

  #list(item: GraphQLInputType, name: string, of: string, depth: number): Value {
    const random = this.#random
    // One item may stand for a list of it.
    if (random.chance(0.15)) return this.#present(isNonNullType(item) ? item.ofType : item, name, of, depth)
    const items = Array.from({ length: random.below(3) }, () => this.value(item, name, of, depth))
    return {
      written: `[${items.map(({ written }) => written).join(', ')}]`,
      given: items.map(({ given }) => given),
    }
  }

  #object(
    type: Parameters<typeof isInputObjectType>[0] & { getFields(): object; name: string },
    depth: number,
  ): Value {
    const random = this.#random
    const fields = Object.values(type.getFields()) as Parameters<typeof isRequiredInputField>[0][]
    const chosen = fields.filter(
      (field) => isRequiredInputField(field) || random.chance(depth > 1 ? 0.05 : 0.15),
    )
    const values = chosen.map(
      ({ name, type: inner }) => [name, this.value(inner, name, type.name, depth + 1)] as const,
    )
    return {
      written: `{ ${values.map(([name, { written }]) => `${name}: ${written}`).join(', ')} }`,
      given: Object.fromEntries(values.map(([name, { given }]) => [name, given])),
    }
  }

  #scalar(type: string, name: string, of: string): unknown {
    const random = this.#random
    const { words, dates } = this.#material
    switch (type) {
      case 'ID':
        return this.#id(nounOf(name === 'id' ? of : name))
      case 'EDTF':
        return random.chance(0.97) ? random.pick(dates) : 'yesterday'
      case 'Int':
        return random.chance(0.97) ? random.between(1, 4) : random.pick([0, -1, 501])
      case 'Float':
        return random.pick([0, -1.5, 3, 1e21])
      case 'Boolean':
        return random.chance(0.5)
      default:
        return name === 'lang' ? random.pick(['uk', 'en', 'xx']) : random.pick(words)
    }
  }

  #id(noun: Noun | undefined): string {
    const random = this.#random
    const { slugs } = this.#material
    if (random.chance(0.04)) return random.pick(['nobody', '', 'actor_99999', '__proto__'])
    return random.pick(slugs[noun ?? random.pick(Object.keys(slugs) as Noun[])])
  }
}
