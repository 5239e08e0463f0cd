import { type Fields, isFields } from '../../../dossier/fields.ts'
import { parseEdtf } from '../../../values/date.ts'
import type { FieldPath, Problem } from '../../../values/errors.ts'
import type { WholeJson } from '../json/whole-json.ts'
import type { LeftOut } from '../left-out.ts'

/** An object of STIX, and where in its file it stands. */
export interface StixObject {
  readonly path: FieldPath
  readonly type: string
  readonly id: string
  readonly fields: Fields
}

/** What a file of STIX has. */
export interface StixContents {
  /** The bundle's id; null of objects that are in none. */
  readonly bundle: string | null
  /** Of each id, the latest version, in the order of the file. */
  readonly objects: ReadonlyMap<string, StixObject>
  readonly problems: readonly Problem[]
}

/** Reads a bundle of any version of STIX 2, a list of objects, an envelope of TAXII, or a single object. */
export function readStixContents(json: WholeJson, left: LeftOut): StixContents {
  const { data } = json
  if (!isFields(data) && !Array.isArray(data))
    return problemOnly(json.problem([], 'is no STIX: a bundle, an object or a list of objects is wanted'))
  const isBundle = isFields(data) && (data.type === 'bundle' || Array.isArray(data.objects))
  const reader = new ObjectReader(json, left)
  if (Array.isArray(data)) reader.takeAll(data, [])
  else if (!isBundle) reader.take(data, [])
  else if (Array.isArray(data.objects)) reader.takeAll(data.objects, ['objects'])
  else if (data.objects !== undefined)
    return problemOnly(json.problem(['objects'], 'should be a list of objects'))
  if (isBundle && isFields(data))
    for (const property of Object.keys(data)) if (!ofBundles.has(property)) left.note(`bundle.${property}`)
  const bundle = isFields(data) && data.type === 'bundle' && typeof data.id === 'string' ? data.id : null
  return { bundle, objects: reader.objects, problems: reader.problems }
}

/** The properties of bundles, and of the envelopes in which a server of TAXII hands objects out. */
const ofBundles = new Set(['type', 'id', 'spec_version', 'objects', 'more', 'next'])

const problemOnly = (problem: Problem): StixContents => ({
  bundle: null,
  objects: new Map(),
  problems: [problem],
})

const idPattern = /^[a-z][a-z0-9-]*--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

class ObjectReader {
  readonly objects = new Map<string, StixObject>()
  readonly problems: Problem[] = []
  readonly #json: WholeJson
  readonly #left: LeftOut

  constructor(json: WholeJson, left: LeftOut) {
    this.#json = json
    this.#left = left
  }

  takeAll(objects: readonly unknown[], path: FieldPath): void {
    for (const [index, object] of objects.entries()) this.take(object, [...path, index])
  }

  take(fields: unknown, path: FieldPath): void {
    const fault = objectFault(fields)
    if (fault) {
      this.problems.push(this.#json.problem([...path, ...fault.field], fault.message))
      return
    }
    const { type, id } = fields as { type: string; id: string }
    const object: StixObject = { path, type, id: id.toLowerCase(), fields: fields as Fields }
    const known = this.objects.get(object.id)
    if (!known) this.objects.set(object.id, object)
    else this.#takeVersion(known, object)
  }

  /** The later version counts; two of one moment that differ cannot both be right. */
  #takeVersion(known: StixObject, object: StixObject): void {
    const [before, now] = [modifiedAt(known), modifiedAt(object)]
    if (before === now && JSON.stringify(known.fields) !== JSON.stringify(object.fields)) {
      const { line } = this.#json.placeOf(known.path)
      this.problems.push(
        this.#json.problem(
          [...object.path, 'id'],
          `is the id of another object at line ${line}, and neither is the later version: they differ and are modified at the same time`,
        ),
      )
      return
    }
    this.#left.note('older or repeated versions of an object')
    if (now > before) this.objects.set(object.id, object)
  }
}

function objectFault(fields: unknown): { field: FieldPath; message: string } | null {
  if (!isFields(fields)) return { field: [], message: 'should be an object of STIX: a map of properties' }
  const { type, id } = fields
  if (typeof type !== 'string' || type === '')
    return { field: ['type'], message: 'should be the type of an object of STIX, such as identity' }
  if (typeof id !== 'string' || !idPattern.test(id) || !id.startsWith(`${type}--`))
    return { field: ['id'], message: `should be an id of STIX: ${type}-- and a UUID` }
  return null
}

function modifiedAt({ fields }: StixObject): number {
  const text = fields.modified ?? fields.created
  return (typeof text === 'string' ? parseEdtf(text)?.earliest : undefined) ?? Number.NEGATIVE_INFINITY
}

/** The texts of a list; what is none in it is passed over. */
export const textsIn = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.filter((text): text is string => typeof text === 'string' && text.trim() !== '')
    : []

export const refsIn = (value: unknown): string[] => textsIn(value).map((ref) => ref.toLowerCase())

/** A reference; undefined where there is none. */
export const refIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.toLowerCase() : undefined
