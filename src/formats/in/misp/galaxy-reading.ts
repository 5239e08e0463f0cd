import type { ItemSink } from '../../../dossier/draft.ts'
import { type Fields, isFields } from '../../../dossier/fields.ts'
import type { FieldPath, Problem } from '../../../values/errors.ts'
import { slugify } from '../../../values/id.ts'
import { uuidOf } from '../../out/stix/stix-ids.ts'
import type { ForeignReading } from '../import-format.ts'
import { JsonItems } from '../json/json-items.ts'
import type { WholeJson } from '../json/whole-json.ts'
import type { KnownNodes } from '../known-nodes.ts'
import { LeftOut } from '../left-out.ts'
import { type Attribution, attributionsOf, metaOf, textsOf } from './galaxy-attributions.ts'
import type { NamedState } from './state-names.ts'

/** Properties of `meta` that are read. */
const readMeta = new Set(['synonyms', 'country', 'cfr-suspected-state-sponsor', 'attribution-confidence'])
const readValue = new Set(['value', 'description', 'uuid', 'meta', 'related'])
const readCluster = new Set([
  'authors',
  'category',
  'description',
  'name',
  'source',
  'type',
  'uuid',
  'values',
  'version',
])

/** A cluster of threat actors: each is an actor, and what is said of it and a state a claim of whoever keeps the galaxy. */
export class GalaxyReading implements ForeignReading {
  readonly left = new LeftOut()
  readonly #json: WholeJson
  readonly #nodes: KnownNodes
  readonly #items: JsonItems
  readonly #states = new Map<string, string>()
  #source = ''
  #speaker = ''

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
    this.#states.clear()
    this.#items.begin(sink)
    const cluster = isFields(this.#json.data) ? this.#json.data : {}
    this.#beginCluster(cluster)
    const values = Array.isArray(cluster.values) ? cluster.values : []
    for (const [index, value] of values.entries()) this.#takeValue(value, ['values', index])
    return this.#items.problems
  }

  /** The names of what stands for the whole file; the items are given once something is said in it. */
  #beginCluster(cluster: Fields): void {
    for (const property of Object.keys(cluster)) if (!readCluster.has(property)) this.left.note(property)
    const [source] = textsOf(cluster.source)
    this.#speaker =
      this.#nodes.named('ACTOR', source ?? MAINTAINER) ?? (slugify(source ?? '') || 'misp-project')
    const mark = textsOf(cluster.uuid)[0] ?? slugify(String(cluster.type))
    this.#source = slugify(`misp-galaxy-${mark}`)
  }

  #takeValue(value: unknown, path: FieldPath): void {
    if (!isFields(value)) {
      this.#items.noteProblem(path, 'should be a threat actor: a map with its value, uuid and meta')
      return
    }
    this.#noteLeft(value)
    const slug = this.#slugOf(value)
    const known = this.#knownSlug(value)
    if (known === undefined || known.endsWith(slugMark(value))) this.#giveActor(known ?? slug, value, path)
    for (const attribution of attributionsOf(metaOf(value), this.left))
      this.#giveAttribution(known ?? slug, value, attribution, path)
  }

  #slugOf(value: Fields): string {
    const name = typeof value.value === 'string' ? slugify(value.value).slice(0, 60).replace(/-$/, '') : ''
    return `${name || 'threat-actor'}${slugMark(value)}`
  }

  /** What the graph has under this name or this id. */
  #knownSlug(value: Fields): string | undefined {
    const linked = typeof value.uuid === 'string' ? this.#nodes.linked('misp', value.uuid) : undefined
    if (linked !== undefined && this.#nodes.typeOf('ACTOR', linked) === 'ACTOR') return linked
    if (this.#nodes.typeOf('ACTOR', this.#slugOf(value)) === 'ACTOR') return this.#slugOf(value)
    return typeof value.value === 'string' ? this.#nodes.named('ACTOR', value.value) : undefined
  }

  #giveActor(slug: string, value: Fields, path: FieldPath): void {
    const synonyms = [...new Set(textsOf(metaOf(value).synonyms))].filter((name) => name !== value.value)
    const fields = {
      slug,
      type: 'ORGANIZATION',
      kind: 'OTHER',
      ...(value.value !== undefined && { name: value.value }),
      ...(synonyms.length > 0 && { labels: { und: synonyms } }),
      ...(value.description !== undefined && value.description !== '' && { description: value.description }),
      ...(value.uuid !== undefined && { links: { misp: value.uuid } }),
    }
    const names = { name: ['value'], slug: ['value'], labels: ['meta', 'synonyms'], links: ['uuid'] }
    this.#items.give('actors', fields, { path, names })
  }

  #giveAttribution(actor: string, value: Fields, attribution: Attribution, path: FieldPath): void {
    const name = String(value.value)
    const { property, kind, certainty, isByState } = attribution
    this.#giveSourceOnce()
    const state = this.#stateSlug(attribution.state)
    const text = attribution.textOf(name)
    const mark = uuidOf(`${property} ${slugMark(value)} ${attribution.state.code}`)
    const record = { path: [...path, 'meta', property] }
    const claim = `${slugify(text).slice(0, 80).replace(/-$/, '')}-${mark.slice(0, 8)}`
    const ends = isByState ? { subject: state, object: actor } : { subject: actor, object: state }
    this.#items.give('claims', { slug: claim, text, kind, ...ends }, record)
    this.#items.give(
      'statements',
      {
        ...{ slug: `misp-galaxy-${mark}`, source: this.#source, speaker: this.#speaker, text },
        ...{ quoteType: 'INDIRECT', act: 'STATE', claim, stance: 'AFFIRMS', certainty },
        about: [actor, state],
      },
      record,
    )
  }

  #giveSourceOnce(): void {
    if (this.part.has('sources', this.#source) || !isFields(this.#json.data)) return
    const { name, type, version, authors, source } = this.#json.data
    const title = `MISP galaxy: ${String(name ?? type)}`
    const author = textsOf(authors).join(', ')
    this.#items.give(
      'sources',
      {
        slug: this.#source,
        title: version === undefined ? title : `${title}, version ${String(version)}`,
        kind: 'OTHER',
        ...(author !== '' && { author }),
      },
      { path: [], names: { title: ['name'], author: ['authors'] } },
    )
    const maintainer = textsOf(source)[0] ?? MAINTAINER
    if (this.#nodes.named('ACTOR', maintainer) !== undefined) return
    const fields = { name: maintainer, type: 'ORGANIZATION', kind: 'OTHER' }
    this.#items.giveOnce('actors', this.#speaker, () => fields, { path: ['source'] })
  }

  /** The slug of a state, which is given once where the graph does not know it by its name. */
  #stateSlug({ code, name }: NamedState): string {
    const known = this.#states.get(code)
    if (known !== undefined) return known
    const slug = this.#nodes.named('ACTOR', name) ?? `state-${code.toLowerCase()}`
    if (!this.#nodes.typeOf('ACTOR', slug))
      this.#items.giveOnce('actors', slug, () => ({ name, type: 'STATE', iso3166: code }), { path: [] })
    this.#states.set(code, slug)
    return slug
  }

  #noteLeft(value: Fields): void {
    for (const property of Object.keys(value)) if (!readValue.has(property)) this.left.note(property)
    for (const property of Object.keys(metaOf(value)))
      if (!readMeta.has(property)) this.left.note(`meta.${property.replace(/:.*/s, ': …')}`)
    if (!Array.isArray(value.related)) return
    for (const relation of value.related)
      this.left.note(`related (${isFields(relation) ? String(relation.type) : 'of no type'})`)
  }
}

const MAINTAINER = 'MISP Project'

/** By what a threat actor of the galaxy is known: its UUID, or its name where it has none. */
const slugMark = ({ uuid, value }: Fields): string =>
  `-${uuidOf(`misp ${String(uuid ?? value)}`).slice(0, 8)}`
