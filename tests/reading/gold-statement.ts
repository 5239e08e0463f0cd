import { slugify } from '../../src/values/id.ts'
import type { GoldStatement, Wanted } from './gold.ts'
import type { GoldGraph } from './gold-graph.ts'
import type { Problems } from './gold-problems.ts'
import { locateStatement } from './locate-statement.ts'
import type { WrittenReport, WrittenStatement } from './shape.ts'
import { bare } from './spans.ts'

/** Puts places and people in the place of the words of a gold file. */
export class StatementReader {
  readonly #text: string
  readonly #graph: GoldGraph
  readonly #report: WrittenReport
  readonly #problems: Problems

  constructor(text: string, graph: GoldGraph, report: WrittenReport, problems: Problems) {
    this.#text = text
    this.#graph = graph
    this.#report = report
    this.#problems = problems
  }

  /** Undefined where its words are not found; what is wrong is noted. */
  read(written: WrittenStatement, index: number): GoldStatement | undefined {
    const wrong = (field: string, words: string, message: string) =>
      this.#problems.add(['statements', index, field], words, message)
    const { onBehalfOf, addressee, about, saidAt, act, stance, certainty, claim, nearest } = written
    for (const slug of about)
      if (!this.#graph.entities.has(slug)) wrong('about', slug, 'is no actor, place or event of graph.yaml')
    if (nearest && !this.#graph.claims.has(nearest)) wrong('nearest', nearest, 'is no claim of graph.yaml')
    const whom = (field: string, who: string) => this.#actor(who) ?? wrong(field, who, NOBODY)
    const meant = {
      speakers: written.speaker.map((who) => unnamed(who) ?? whom('speaker', who)) as Wanted[],
      onBehalfOf: (onBehalfOf && whom('onBehalfOf', onBehalfOf)) || undefined,
      addressee: (addressee && whom('addressee', addressee)) || undefined,
    }
    const located = locateStatement(this.#text, written, wrong)
    if (!located) return undefined
    const [source, content] = [bare(this.#text, located.source), bare(this.#text, located.content)]
    return {
      ...{ index, source, cue: located.cue, content, ...meant },
      ...{ about, saidAt, act, stance, certainty, claim, nearest },
    }
  }

  /** Who publishes a report is known before it is read. */
  #actor(who: string): Wanted | undefined {
    if (this.#graph.actors.has(who)) return { is: 'known', slug: who }
    if (who === this.#report.publisher) return { is: 'known', slug: slugify(who) }
    const actor = this.#report.actors.find(({ name }) => name === who)
    return actor && { is: 'new', actor }
  }
}

const NOBODY = 'is neither an actor of graph.yaml nor a name in actors, nor the publisher'

const unnamed = (who: string): Wanted | undefined =>
  who === 'described' || who === 'open' ? { is: who } : undefined
