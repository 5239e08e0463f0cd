import { isFields } from '../../../dossier/fields.ts'
import { itemSchemas } from '../../../dossier/format.ts'
import type { FieldPath } from '../../../values/errors.ts'
import { dateFormFault } from './date-form.ts'
import { faultsOfIssues, type MappingFault, nearestOf } from './mapping-problems.ts'
import { fieldSchemas, type MappedItem, type Mapping } from './mapping-schema.ts'
import { sectionOfFindable } from './node-finder.ts'
import { PatternFault } from './pattern-program.ts'
import { textPattern } from './safe-pattern.ts'
import { type Condition, originKeys, type ValueObject, valueKeys } from './value-schema.ts'

/** What is wrong with a mapping whose form is right: what does not go together, or names what is not there. */
export function mappingFaults(mapping: Mapping): MappingFault[] {
  const { header, columns } = mapping.file
  return [
    ...(columns && new Set(columns).size < columns.length
      ? [{ path: ['file', 'columns'], message: 'names two columns alike' }]
      : []),
    ...(mapping.recognize && !header
      ? [{ path: ['recognize'], message: 'needs a header (file: {header: true})' }]
      : []),
    ...conditionFaults(mapping.when ?? [], ['when']),
    ...mapping.items.flatMap((item, index) => itemFaults(mapping, item, index)),
  ]
}

function itemFaults(mapping: Mapping, item: MappedItem, index: number): MappingFault[] {
  const path = ['items', index]
  const before = mapping.items.slice(0, index)
  const names = before.flatMap(({ as }) => (as === undefined ? [] : [as]))
  const room = { mapping, names }
  return [
    ...(item.as !== undefined && names.includes(item.as)
      ? [{ path: [...path, 'as'], message: 'is what another item is called already' }]
      : []),
    ...conditionFaults(item.when ?? [], [...path, 'when']),
    ...missingFields(item).map((field) => ({
      path: [...path, 'fields'],
      message: `lacks ${field}, which every item of ${item.section} has`,
    })),
    ...mapFaults(item.fields, [...path, 'fields'], room),
  ]
}

/** Fields that an item cannot do without. A slug is made where a mapping gives none. */
const missingFields = ({ section, fields }: MappedItem): string[] =>
  Object.entries(itemSchemas[section].shape)
    .filter(([name, schema]) => name !== 'slug' && !schema.safeParse(undefined).success && !(name in fields))
    .map(([name]) => name)

interface CheckRoom {
  readonly mapping: Mapping
  /** What the items before are called. */
  readonly names: readonly string[]
}

/** Looks through all values within a field. */
function fieldFaults(field: unknown, path: FieldPath, room: CheckRoom): MappingFault[] {
  if (Array.isArray(field)) return field.flatMap((one, index) => fieldFaults(one, [...path, index], room))
  if (!isFields(field)) return []
  if (isValueObject(field)) return valueFaults(field, path, room)
  return mapFaults(field, path, room)
}

const mapFaults = (fields: object, path: FieldPath, room: CheckRoom): MappingFault[] =>
  Object.entries(fields).flatMap(([name, one]) => fieldFaults(one, [...path, name], room))

/** A map of fields, such as a figure, has other names in it. */
const isValueObject = (field: object): field is ValueObject =>
  Object.keys(field).every((key) => valueKeys.has(key))

function valueFaults(value: ValueObject, path: FieldPath, room: CheckRoom): MappingFault[] {
  const origins = originKeys.filter((key) => value[key] !== undefined)
  const fault = (key: string, message: string): MappingFault => ({ path: [...path, key], message })
  return [
    ...(origins.length === 1 ? [] : [{ path, message: originFault(origins) }]),
    ...[...togetherFaults(value)].map(([key, message]) => fault(key, message)),
    ...itemNameFaults(value, room).map((message) => fault('item', message)),
    ...wordFaults(value, room).map((message) => fault('words', message)),
    ...dateFaults(value).map((message) => fault('date', message)),
    ...createFaults(value, path, room),
    ...fieldFaults(value.first ?? [], [...path, 'first'], room),
    ...fieldFaults(value.slug ?? [], [...path, 'slug'], room),
  ]
}

const originFault = (origins: readonly string[]): string =>
  origins.length === 0
    ? `says nowhere where it comes from: one of ${originKeys.join(', ')} is wanted`
    : `says twice where it comes from (${origins.join(' and ')}): one is wanted`

/** Keys that mean something only beside another. */
function* togetherFaults(value: ValueObject): Generator<[key: string, message: string]> {
  const given = (key: keyof ValueObject): boolean => value[key] !== undefined
  const needs: readonly [keyof ValueObject, keyof ValueObject][] = [
    ['prefix', 'slug'],
    ['hash', 'slug'],
    ['part', 'split'],
    ['otherwise', 'words'],
    ['zone', 'date'],
    ['mark', 'date'],
    ['by', 'find'],
    ['create', 'find'],
  ]
  for (const [key, other] of needs)
    if (given(key) && !given(other)) yield [key, `means nothing without ${other}`]
  if (given('create') && value.else !== 'create') yield ['create', 'means nothing without else: create']
  if (value.else === 'create' && !given('find')) yield ['else', 'can be create only with find']
  if (value.else !== undefined && !given('find') && !given('words'))
    yield ['else', 'means nothing without find or words']
  if (value.else === 'keep' && given('find')) yield ['else', 'can be keep only with words, and not with find']
  const readings = (['date', 'number', 'find'] as const).filter(given)
  if (readings.length > 1) yield [readings[1] as string, `cannot be said beside ${readings[0]}`]
}

function itemNameFaults({ item }: ValueObject, { names }: CheckRoom): string[] {
  if (item === undefined || names.includes(item)) return []
  const near = nearestOf(names, item)
  return [
    names.length === 0
      ? 'is what no item before this one is called (as)'
      : `is what no item before this one is called; ${near ? `did you mean ${near}?` : `there are ${names.join(', ')}`}`,
  ]
}

function wordFaults({ words }: ValueObject, { mapping }: CheckRoom): string[] {
  if (typeof words !== 'string' || Object.hasOwn(mapping.words, words)) return []
  const names = Object.keys(mapping.words)
  const near = nearestOf(names, words)
  return [
    `is no table of words of this mapping${near ? `; did you mean ${near}?` : names.length > 0 ? `; there are ${names.join(', ')}` : ''}`,
  ]
}

const dateFaults = ({ date }: ValueObject): string[] =>
  (date === undefined ? [] : typeof date === 'string' ? [date] : date).flatMap((form) => {
    const fault = form === 'any' ? null : dateFormFault(form)
    return fault === null ? [] : [`${form} ${fault}`]
  })

/** What is made where nothing is found has the fields of its section. */
function createFaults({ find, create }: ValueObject, path: FieldPath, room: CheckRoom): MappingFault[] {
  if (find === undefined || create === undefined) return []
  const schema = fieldSchemas[sectionOfFindable(find)]
  const { error } = schema.safeParse(create)
  const within = [...path, 'create']
  return error ? faultsOfIssues(error.issues, create, within, schema) : mapFaults(create, within, room)
}

function conditionFaults(conditions: readonly Condition[], path: FieldPath): MappingFault[] {
  return conditions.flatMap((condition, index) => {
    const tests = (['is', 'not', 'empty', 'longest', 'matches'] as const).filter(
      (test) => condition[test] !== undefined,
    )
    const at = [...path, index]
    if (tests.length === 0)
      return [
        {
          path: at,
          message: 'says nothing of the column: one of is, not, empty, longest, matches is wanted',
        },
      ]
    const pattern = condition.matches === undefined ? null : textPattern(condition.matches)
    return pattern instanceof PatternFault ? [{ path: [...at, 'matches'], message: pattern.message }] : []
  })
}
