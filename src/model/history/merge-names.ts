import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import { eachTuple } from '../../sql/dialect.ts'
import {
  atOnce,
  type ImmediateCommand,
  type ImmediateEngine,
  type ImmediatePrepared,
} from '../../sql/engine.ts'
import { keyWordsOf } from '../../text/key-word.ts'
import { isObjectLike } from '../../values/is-object-like.ts'
import type { MergedPair } from './merge-steps.ts'
import { PastForms } from './past-forms.ts'

const [from, into] = [slot<number>('from'), slot<number>('into')]

/** Gives the node that stays the names and identifiers of the other, and notes where each came from. */
export class MergedNames {
  readonly #give: readonly ImmediateCommand[]
  readonly #takeBack: readonly ImmediateCommand[]
  readonly #names: ImmediatePrepared<{ text: string; isPerson: 0 | 1 }>
  readonly #forgetWords: ImmediateCommand
  readonly #addWord: ImmediateCommand
  readonly #past: PastForms

  constructor(engine: ImmediateEngine) {
    this.#give = giving.map((text) => engine.command(text))
    this.#takeBack = takingBack.map((text) => engine.command(text))
    this.#names =
      engine.prepare(sql`select l.text as text, case when a.type = 'PERSON' then 1 else 0 end as "isPerson"
      from label l left join actor a on a.id = l.entity_id where l.entity_id = ${slot('id')} order by l.id`)
    this.#forgetWords = engine.command(sql`delete from key_word where entity_id = ${slot('id')}`)
    this.#addWord = engine.command(
      sql`insert into key_word (word, entity_id) values (${slot('word')}, ${slot('id')})`,
    )
    this.#past = new PastForms(engine)
  }

  give({ from, into }: MergedPair): void {
    for (const command of this.#give) command.run({ from, into })
    this.writeKeyWords(into)
  }

  /** Those that came with the other by the merge of this revision go. */
  takeBack({ type, from, into }: MergedPair, revision: number): void {
    const [ends] = atOnce(this.#past.of([{ type, key: into, revisionId: revision }]))
    const hadNames = JSON.stringify(namesIn(ends?.before))
    for (const command of this.#takeBack) command.run({ from, into, revision, hadNames })
    this.writeKeyWords(into)
  }

  /** The words by which it is looked up, as its names are now. */
  writeKeyWords(id: number): void {
    this.#forgetWords.run({ id })
    const words = this.#names.all({ id }).flatMap(({ text, isPerson }) => keyWordsOf(text, isPerson === 1))
    for (const word of new Set(words)) this.#addWord.run({ id, word })
  }
}

const ownLabels = sql`select 1 from label o where o.entity_id = ${into} and o.lang = l.lang and o.text = l.text`
const ownLinks = sql`select 1 from external_id o
  where o.entity_id = ${into} and o.scheme = x.scheme and o.value = x.value`
/** Whether an earlier one that was merged brought it as well. */
const wasBrought = (kind: NameKind, scope: string, text: string) => sql`select 1 from name_origin n
  where n.entity_id = ${into} and n.kind = ${sql.lit(kind)} and n.scope = ${sql.ref(scope)} and n.text = ${sql.ref(text)}`

/** A name is the preferred one of its language where there is none yet. What both have did not come with the other. */
const giving = [
  sql`insert into name_origin (entity_id, kind, scope, text, from_id)
    select ${into}, 'LABEL', l.lang, l.text, ${from} from label l where l.entity_id = ${from}
      and (not exists (${ownLabels}) or exists (${wasBrought('LABEL', 'l.lang', 'l.text')}))`,
  sql`insert into label (entity_id, lang, text, preferred)
    select ${into}, l.lang, l.text, case when l.preferred = 1 and not exists (
      select 1 from label p where p.entity_id = ${into} and p.lang = l.lang and p.preferred = 1) then 1 else 0 end
    from label l where l.entity_id = ${from} and not exists (${ownLabels}) order by l.id`,
  sql`insert into name_origin (entity_id, kind, scope, text, from_id)
    select ${into}, 'LINK', x.scheme, x.value, ${from} from external_id x where x.entity_id = ${from}
      and (not exists (${ownLinks}) or exists (${wasBrought('LINK', 'x.scheme', 'x.value')}))`,
  sql`insert into external_id (entity_id, scheme, value)
    select ${into}, x.scheme, x.value from external_id x where x.entity_id = ${from} on conflict do nothing`,
]

type NameKind = 'LABEL' | 'LINK'
type Name = readonly [kind: NameKind, scope: string, text: unknown]

/** The names and identifiers in the written form of a node. */
function namesIn(form: object | null | undefined): Name[] {
  const { labels, links }: { labels?: unknown; links?: unknown } = form ?? {}
  const namesOf = (kind: NameKind, byScope: unknown) =>
    Object.entries(isObjectLike(byScope) ? byScope : {}).flatMap(([scope, texts]) =>
      [texts].flat().map((text): Name => [kind, scope, text]),
    )
  return [...namesOf('LABEL', labels), ...namesOf('LINK', links)]
}

/**
 * Whether a name came with the other node, and no one else's merge holds it: a later one, or, where the node had the name
 * before this merge, an earlier one. Where it did not have the name, what an earlier one brought had been edited away.
 */
const cameWith = (kind: NameKind, scope: string, text: string) => sql`
  exists (${wasBrought(kind, scope, text)} and n.from_id = ${from})
  and not exists (${wasBrought(kind, scope, text)} and n.from_id <> ${from} and (
    exists (select 1 from redirect r
      where r.space = 'entity' and r.from_id = n.from_id and r.revision_id > ${slot('revision')})
    or exists (select 1 from ${eachTuple('hadNames', { kind: 'text', scope: 'text', text: 'text' })} h
      where h.kind = n.kind and h.scope = n.scope and h.text = n.text)))`

const takingBack = [
  sql`delete from label where entity_id = ${into} and ${cameWith('LABEL', 'label.lang', 'label.text')}
    and text <> (select name from entity where id = ${into})`,
  sql`delete from external_id
    where entity_id = ${into} and ${cameWith('LINK', 'external_id.scheme', 'external_id.value')}`,
  sql`delete from name_origin where entity_id = ${into} and from_id = ${from}`,
]
