import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import { eachTuple, listed } from '../../sql/dialect.ts'
import type { ImmediateCommand, ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import type { MergedPair, MergeStep } from './merge-steps.ts'

const [from, into] = [slot<number>('from'), slot<number>('into')]

/** Whatever stands between the two: one at one end, and the other at the other. */
const between = (one: string, other: string) => sql`(${sql.ref(one)} = ${from} and ${sql.ref(other)} = ${into}
  or ${sql.ref(one)} = ${into} and ${sql.ref(other)} = ${from})`

const spokenFor = between('speaker_id', 'on_behalf_of_id')
const addressed = between('speaker_id', 'addressee_id')

interface SpokenForRow {
  readonly id: number
  readonly speaker: number
  readonly principal: number
}

/** What statements say of two actors at once, and which entities they are about. */
export class MergedStatements {
  readonly #spokenFor: ImmediatePrepared<SpokenForRow>
  readonly #addressed: ImmediatePrepared<{ id: number; addressee: number }>
  readonly #aboutBoth: ImmediatePrepared<{ id: number }>
  readonly #about: ImmediatePrepared<{ id: number }>
  readonly #speakForOneself: ImmediateCommand
  readonly #addressNobody: ImmediateCommand
  readonly #dropAbout: ImmediateCommand
  readonly #moveAbout: ImmediateCommand
  readonly #speakForAgain: ImmediateCommand
  readonly #addressAgain: ImmediateCommand
  readonly #moveAboutBack: ImmediateCommand
  readonly #addAbout: ImmediateCommand
  readonly #addAboutBeside: ImmediateCommand

  constructor(engine: ImmediateEngine) {
    const isAboutBoth = sql`entity_id = ${from} and exists (select 1 from statement_about o
      where o.statement_id = statement_about.statement_id and o.entity_id = ${into})`
    this.#spokenFor = engine.prepare(sql`select id, speaker_id as speaker, on_behalf_of_id as principal
      from statement where ${spokenFor} order by id`)
    this.#addressed = engine.prepare(
      sql`select id, addressee_id as addressee from statement where ${addressed} order by id`,
    )
    this.#aboutBoth = engine.prepare(
      sql`select statement_id as id from statement_about where ${isAboutBoth} order by 1`,
    )
    this.#about = engine.prepare(
      sql`select statement_id as id from statement_about where entity_id = ${from} order by 1`,
    )
    this.#speakForOneself = engine.command(
      sql`update statement set speaker_id = ${into}, on_behalf_of_id = null where ${spokenFor}`,
    )
    this.#addressNobody = engine.command(sql`update statement set addressee_id = null where ${addressed}`)
    this.#dropAbout = engine.command(sql`delete from statement_about where ${isAboutBoth}`)
    this.#moveAbout = engine.command(
      sql`update statement_about set entity_id = ${into} where entity_id = ${from}`,
    )
    this.#speakForAgain =
      engine.command(sql`update statement set speaker_id = was.speaker, on_behalf_of_id = was.principal
      from ${eachTuple('rows', { id: 'number', speaker: 'number', principal: 'number' })} as was
      where statement.id = was.id and speaker_id = ${into} and on_behalf_of_id is null`)
    this.#addressAgain = engine.command(sql`update statement set addressee_id = was.addressee
      from ${eachTuple('rows', { id: 'number', addressee: 'number' })} as was
      where statement.id = was.id and addressee_id is null and speaker_id <> was.addressee`)
    this.#moveAboutBack = engine.command(sql`update statement_about set entity_id = ${from}
      where entity_id = ${into} and statement_id in ${listed('rows')}`)
    const add = (about: typeof from) => sql`insert into statement_about
        (statement_id, entity_id, speaker_id, principal_id, review, said_order)
      select s.id, ${about}, s.speaker_id, s.principal_id, s.review, s.said_order from statement s
      where s.id in ${listed('rows')}`
    this.#addAbout = engine.command(sql`${add(from)} on conflict do nothing`)
    this.#addAboutBeside = engine.command(sql`${add(into)} and exists (select 1 from statement_about o
      where o.statement_id = s.id and o.entity_id = ${from}) on conflict do nothing`)
  }

  /** Who would speak for or to themselves speaks for nobody else, or to nobody; what would be about one twice is so once. */
  move({ type, from, into }: MergedPair): MergeStep[] {
    const pair = { from, into }
    const steps: MergeStep[] = []
    if (type === 'ACTOR') {
      const addressed = this.#addressed.all(pair).map(({ id, addressee }) => [id, addressee] as const)
      if (addressed.length > 0) {
        steps.push({ kind: 'ADDRESSED', rows: addressed })
        this.#addressNobody.run(pair)
      }
      const spoken = this.#spokenFor
        .all(pair)
        .map(({ id, speaker, principal }) => [id, speaker, principal] as const)
      if (spoken.length > 0) {
        steps.push({ kind: 'SPOKEN_FOR', rows: spoken })
        this.#speakForOneself.run(pair)
      }
    }
    return type === 'CLAIM' ? steps : [...steps, ...this.#moveWhatIsAbout(pair)]
  }

  /** What was changed since stays as it is. */
  moveBack(step: MergeStep, pair: { from: number; into: number }): void {
    if (step.kind === 'SPOKEN_FOR')
      this.#speakForAgain.run({ into: pair.into, rows: JSON.stringify(step.rows) })
    else if (step.kind === 'ADDRESSED') this.#addressAgain.run({ rows: JSON.stringify(step.rows) })
    else if (step.kind === 'ABOUT') {
      this.#moveAboutBack.run({ ...pair, rows: JSON.stringify(step.moved) })
      this.#addAbout.run({ from: pair.from, rows: JSON.stringify(step.dropped) })
    }
  }

  /** What a later merge left out of statements is there again once a merge of these two is taken apart. */
  putInAgain(step: MergeStep, pair: { from: number; into: number }): void {
    if (step.kind === 'ABOUT') this.#addAboutBeside.run({ ...pair, rows: JSON.stringify(step.dropped) })
    else if (step.kind === 'SPOKEN_FOR')
      this.moveBack(step, { ...pair, into: step.rows[0]?.[1] ?? pair.into })
    else this.moveBack(step, pair)
  }

  #moveWhatIsAbout(pair: { from: number; into: number }): MergeStep[] {
    const dropped = this.#aboutBoth.all(pair).map(({ id }) => id)
    if (dropped.length > 0) this.#dropAbout.run(pair)
    const moved = this.#about.all({ from: pair.from }).map(({ id }) => id)
    if (moved.length > 0) this.#moveAbout.run(pair)
    return dropped.length + moved.length > 0 ? [{ kind: 'ABOUT', moved, dropped }] : []
  }
}
