import type { ItemSink } from '../../../dossier/draft.ts'
import type { TextFile } from '../../../dossier/text-file.ts'
import type { Problem } from '../../../values/errors.ts'
import { EXTENSION_ID } from '../../out/stix/stix-extension.ts'
import type { FileHead, ForeignReading, ImportFormat, ReadingContext } from '../import-format.ts'
import { JsonItems } from '../json/json-items.ts'
import { readWholeJson, type WholeJson } from '../json/whole-json.ts'
import type { KnownNodes } from '../known-nodes.ts'
import { LeftOut } from '../left-out.ts'
import { NodeFinder } from './node-finder.ts'
import { ownExtension, ownItem } from './own-objects.ts'
import { nodeMappings } from './stix-nodes.ts'
import { readStixContents, type StixObject } from './stix-objects.ts'
import { StixStatements } from './stix-statements.ts'

/** STIX 2.1 and 2.0: bundles, lists of objects, and single ones. */
export const stixIn: ImportFormat = {
  name: 'stix',
  title: 'STIX 2',
  description:
    'STIX 2.1 and 2.0: identities, threat actors and intrusion sets are actors, campaigns and incidents events, locations places, ' +
    'reports sources. Who is behind what is a claim, and a statement of whoever created the relationship. All else is counted.',
  recognizes,
  open: async (file: TextFile, { nodes }: ReadingContext) => {
    const json = readWholeJson(file)
    return Array.isArray(json) ? json : new StixReading(json as WholeJson, nodes)
  },
}

/** An object of STIX has an id of its type and a UUID; whatever else is JSON has none. */
function recognizes({ name, text }: FileHead): boolean {
  if (/\.stix2?(\.json)?(\.gz)?$/i.test(name)) return true
  if (!/^\s*[[{]/.test(text) || !/"type"\s*:/.test(text)) return false
  return /"id"\s*:\s*"[a-z][a-z0-9-]*--[0-9a-f]{8}-[0-9a-f]{4}-/i.test(text)
}

class StixReading implements ForeignReading {
  readonly left = new LeftOut()
  readonly #json: WholeJson
  readonly #nodes: KnownNodes
  readonly #items: JsonItems

  constructor(json: WholeJson, nodes: KnownNodes) {
    this.#json = json
    this.#nodes = nodes
    this.#items = new JsonItems(json)
  }

  get part() {
    return this.#items.part
  }

  read(sink: ItemSink): readonly Problem[] {
    this.left.clear()
    this.#items.begin(sink)
    const contents = readStixContents(this.#json, this.left)
    if (contents.problems.length > 0) return contents.problems
    const finder = new NodeFinder(contents, this.#nodes, this.#items, this.left)
    const statements = new StixStatements(contents, finder, this.#items, this.left)
    for (const object of contents.objects.values()) this.#take(object, finder, statements)
    return this.#items.problems
  }

  #take(object: StixObject, finder: NodeFinder, statements: StixStatements): void {
    const extension = ownExtension(object)
    if (extension) this.#takeOwn(object, extension)
    else if (object.fields.revoked === true) this.left.note(`${object.type} (revoked)`)
    else if (nodeMappings.has(object.type)) finder.give(object)
    else if (object.type === 'relationship') statements.giveRelationship(object)
    else if (object.type === 'opinion') statements.giveOpinion(object)
    else if (object.type === 'note') statements.giveNote(object)
    else if (object.id !== EXTENSION_ID) this.left.note(object.type)
  }

  #takeOwn(object: StixObject, extension: Readonly<Record<string, unknown>>): void {
    const item = ownItem(object, extension)
    if (item) this.#items.give(item.section, item.fields, item.record)
  }
}
