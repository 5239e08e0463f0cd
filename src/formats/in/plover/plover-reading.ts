import type { DossierPart, ItemSink } from '../../../dossier/draft.ts'
import type { Fields } from '../../../dossier/fields.ts'
import type { Problem } from '../../../values/errors.ts'
import { type EventType, eventTypes } from '../../../values/vocabulary.ts'
import type { ForeignReading } from '../import-format.ts'
import type { KnownNodes } from '../known-nodes.ts'
import { LeftOut } from '../left-out.ts'
import { shortHash, slugOfText } from '../mapping/slug-rule.ts'
import { RecordItems, type RecordOrigin } from '../record-items.ts'
import { jsonRecords, type RecordInText } from './json-records.ts'
import { PloverActors } from './plover-actors.ts'
import { placeInRecord, recordOrigin } from './plover-places.ts'
import { actorsOfRecord, fieldsRead, formerType, type PloverRecord, ploverRecord } from './plover-record.ts'

const MOST_PROBLEMS = 1000

/** Makes an event of each record, and of its sentence a statement that is proposed: coders, not the graph's readers, found it. */
export class PloverReading implements ForeignReading {
  readonly part: DossierPart
  readonly left = new LeftOut()
  readonly #text: string
  readonly #nodes: KnownNodes
  readonly #items: RecordItems
  #actors: PloverActors

  constructor(file: string, text: string, nodes: KnownNodes) {
    this.#text = text
    this.#nodes = nodes
    this.#items = new RecordItems(file)
    this.part = this.#items
    this.#actors = new PloverActors(nodes, this.#items, this.left)
  }

  read(sink: ItemSink): readonly Problem[] {
    this.left.clear()
    this.#items.begin(sink)
    this.#actors = new PloverActors(this.#nodes, this.#items, this.left)
    const problems: Problem[] = []
    const slugs = new Set<string>()
    for (const record of jsonRecords(this.#items.file, this.#text)) {
      if ('message' in record) problems.push(record)
      else problems.push(...this.#readRecord(record, slugs))
      if (problems.length >= MOST_PROBLEMS) break
    }
    if (problems.length === 0 && slugs.size === 0)
      problems.push({ file: this.#items.file, line: 1, message: 'has no record in it' })
    return problems
  }

  #readRecord(given: RecordInText, slugs: Set<string>): Problem[] {
    const { data, error } = ploverRecord.safeParse(given.data)
    if (error)
      return error.issues.map(({ path }) =>
        this.#problem(
          given,
          path.filter((part) => typeof part !== 'symbol'),
        ),
      )
    const slug = slugOfText(data.id, /^plover/i.test(data.id) ? '' : 'plover-')
    // Coders count by hand: the ids of two records may be one.
    const isRepeated = slugs.has(slug)
    if (isRepeated) this.left.note('ids that an earlier record has too')
    slugs.add(slug)
    if ([data.event].flat()[0] === 'DOCUMENT') this.left.note('records about the file itself (DOCUMENT)')
    else this.#give(data, isRepeated ? `${slug}-${shortHash(given.text, 6)}` : slug, given)
    return []
  }

  #give(record: PloverRecord, slug: string, given: RecordInText): void {
    const origin = recordOrigin(given)
    const [sources, targets] = [record.source, record.target].map((side) =>
      actorsOfRecord(side).flatMap((actor) => this.#actors.slugOf(actor, given.line) ?? []),
    ) as [string[], string[]]
    const when = this.#dateOf(record)
    this.#items.give(
      'events',
      { slug, ...this.#eventFields(record, given.line), ...(when && { when }) },
      origin,
    )
    if (record.text?.trim())
      this.#giveStatement(record, slug, sources, [...new Set([...sources, ...targets])], origin)
    else if (sources.length + targets.length > 0)
      this.left.note('actors of events without a text', sources.length + targets.length)
    for (const [field, value] of Object.entries(given.data as object))
      if (!fieldsRead.has(field) && value !== '' && value !== null) this.left.note(field)
  }

  #eventFields({ event: types, mode, eventLoc }: PloverRecord, line: number): Fields {
    const [event, ...others] = [types].flat() as [string, ...string[]]
    if (others.length > 0) this.left.note('further types of events', others.length)
    const type = this.#typeOf(event)
    const place = this.#placeOf(eventLoc, line)
    return {
      name: `${event.slice(0, 1)}${event.slice(1).toLowerCase()}${mode ? `, ${mode}` : ''}${place ? ` (${place.name})` : ''}`,
      type,
      ...(mode?.trim() && { mode }),
      ...(place && { place: place.slug }),
    }
  }

  #typeOf(word: string): EventType {
    const known = eventTypes.find((type) => type === word) ?? formerType(word)
    if (known === undefined) this.left.note(`type of event ${word.slice(0, 40)}`)
    return known ?? 'OTHER'
  }

  #placeOf(given: PloverRecord['eventLoc'], line: number): { slug: string; name: string } | null {
    const [first, ...others] = [given].flat()
    if (others.length > 0) this.left.note('further places of events', others.length)
    const name = (typeof first === 'string' ? first : first?.name)?.trim()
    if (!name) return null
    const known = this.#nodes.named('PLACE', name)
    const slug = `plover-place-${slugOfText(name)}`
    if (known === undefined)
      this.#items.giveOnce('places', slug, () => ({ name, precision: 'LOCALITY' }), { line })
    return { slug: known ?? slug, name }
  }

  /** The examples of the manual all have one day, which stands for none. */
  #dateOf({ id, date }: PloverRecord): string | undefined {
    if (!date || !/^PLOVER-GSR/i.test(id)) return date || undefined
    this.left.note('dates of examples, which are made up')
    return undefined
  }

  #giveStatement(
    { text = '', language, publication = 'PLOVER' }: PloverRecord,
    slug: string,
    sources: readonly string[],
    about: readonly string[],
    origin: RecordOrigin,
  ): void {
    const speaker = this.#actors.publication(publication, origin.line)
    const [subject] = sources
    const written = language && { language }
    // A sentence that several events were found in is one source.
    const source = `plover-text-${shortHash(text)}`
    const sourceFields = { title: text, kind: 'OTHER', publisher: speaker, ...written, text }
    this.#items.giveOnce('sources', source, () => sourceFields, origin)
    const claim = { slug, text, kind: 'OCCURRENCE', event: slug, ...(sources.length === 1 && { subject }) }
    this.#items.give('claims', claim, origin)
    const said = { quoteType: 'INDIRECT', act: 'STATE', claim: slug, stance: 'AFFIRMS', certainty: 'CERTAIN' }
    const span = { start: 0, end: text.length, exact: text }
    this.#items.give(
      'statements',
      {
        ...{ slug, source, speaker, text, ...written, ...said, span },
        ...(about.length > 0 && { about }),
        review: 'PROPOSED',
      },
      origin,
    )
  }

  #problem(given: RecordInText, path: readonly (string | number)[]): Problem {
    const value = path.reduce<unknown>(
      (data, part) => (data as Record<string | number, unknown> | undefined)?.[part],
      given.data,
    )
    const [field = ''] = path
    const place = placeInRecord(given, [field], value, this.#items.file)
    if (value === undefined)
      return { ...place, path: String(field), message: 'is missing: every record has one' }
    return {
      ...place,
      path: path.join('.'),
      message:
        field === 'source' || field === 'target'
          ? 'should be a list of actors, each with texts'
          : field === 'event' || field === 'mode'
            ? 'should be a text that is not empty, or a list of such texts'
            : field === 'eventLoc'
              ? 'should be a place, with its name as a text'
              : 'should be a text that is not empty',
    }
  }
}
