import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importDossiers } from '../src/dossier/import.ts'
import { everyRow, folder } from './graph.ts'
import { type Answer, type World, worlds } from './graph-fixture.ts'

const { empty } = worlds()
const path = folder()

let files = 0
function fileOf(text: string): string {
  const file = join(path, `dossier-${++files}.yaml`)
  writeFileSync(file, `hearsay: 1\n${text}`)
  return file
}

const load = (world: World, ...texts: string[]) => importDossiers(world.writer, texts.map(fileOf))

/** What is listed, and what is listed as proposed. */
function listed(world: World): { accepted: string[]; proposed: string[] } {
  const slugs = (review: string) =>
    (
      Object.values(
        world.ask(`{
        places(filter: { review: [${review}] }) { nodes { slug } } actors(filter: { review: [${review}] }) { nodes { slug } }
        events(filter: { review: [${review}] }) { nodes { slug } } claims(filter: { review: [${review}] }) { nodes { slug } } }`),
      ) as Answer[]
    )
      .flatMap(({ nodes }) => nodes.map(({ slug }: Answer) => slug))
      .sort()
  return { accepted: slugs('ACCEPTED'), proposed: slugs('PROPOSED') }
}

const state = (...texts: string[]) => {
  const world = empty()
  load(world, ...texts)
  return listed(world)
}

const base = `
actors:
  - { slug: ada, name: Ada, type: PERSON }
  - { slug: bert, name: Bert, type: PERSON }
sources: [{ slug: paper, title: Paper, kind: ARTICLE }]
claims: [{ slug: rain, text: It rained., kind: OTHER }]
`
const says = (slug: string, speaker: string, more = 'review: PROPOSED') =>
  `- { slug: ${slug}, source: paper, speaker: ${speaker}, text: It rained., quoteType: INDIRECT, act: STATE, ${more} }`
const on = (claim: string, review = 'PROPOSED') =>
  `claim: ${claim}, stance: AFFIRMS, certainty: CERTAIN, review: ${review}`

describe('an item of a dossier', () => {
  it('is proposed where only proposed statements of the file speak of it', () => {
    expect(state(`${base}statements:\n${says('one', 'ada', on('rain'))}`)).toEqual({
      accepted: ['bert'],
      proposed: ['ada', 'rain'],
    })
  })

  it.each([
    ['nobody speaks of it', base],
    [
      'an accepted statement does too',
      `${base}statements:\n${says('one', 'ada', on('rain'))}\n${says('two', 'ada', on('rain', 'ACCEPTED'))}`,
    ],
    ['only rejected statements do', `${base}statements:\n${says('one', 'ada', on('rain', 'REJECTED'))}`],
    [
      'what counts names it',
      `${base.replace('kind: ARTICLE', 'kind: ARTICLE, publisher: ada')}statements:\n${says('one', 'ada', on('rain'))}
assessments: [{ slug: found, assessor: bert, claim: rain, verdict: VERIFIED }]`,
    ],
    [
      'another item of the file that counts names it',
      `${base}events: [{ slug: storm, name: Storm, type: OTHER, participants: [{ actor: ada, role: AFFECTED }] }]
statements:\n${says('one', 'ada')}`,
    ],
    [
      'it says so itself',
      `${base.replaceAll('type: PERSON', 'type: PERSON, review: ACCEPTED').replace('kind: OTHER', 'kind: OTHER, review: ACCEPTED')}statements:\n${says('one', 'ada', on('rain'))}`,
    ],
  ])('counts where %s', (_, text) => {
    expect(state(text).proposed).toEqual([])
  })

  it.each([
    [
      'the other way round, by way of a claim that is proposed',
      'claims: [{ slug: sun, text: It shone., kind: OTHER, subject: ada, event: storm }]',
      ['ada', 'hill', 'storm', 'sun'],
    ],
    [
      'that hold each other',
      'claims: [{ slug: sun, text: It shone., kind: OTHER, event: storm, relations: [{ type: EQUIVALENT, to: moon }] }, { slug: moon, text: It shone too., kind: OTHER, relations: [{ type: EQUIVALENT, to: sun }] }]',
      ['hill', 'moon', 'storm', 'sun'],
    ],
  ])('is proposed with others, %s', (_, claims, proposed) => {
    const { accepted, proposed: found } = state(`
places: [{ slug: hill, name: Hill, precision: EXACT }]
actors: [{ slug: ada, name: Ada, type: PERSON }, { slug: bert, name: Bert, type: PERSON }]
events: [{ slug: storm, name: Storm, type: OTHER, place: hill }]
sources: [{ slug: paper, title: Paper, kind: ARTICLE }]
${claims}
statements:
${says('one', 'bert', on('sun'))}
${says('two', 'bert', 'review: ACCEPTED')}`)
    expect(found).toEqual(proposed)
    expect(accepted).toContain('bert')
  })

  it('may say that it is proposed, whoever speaks of it or nobody', () => {
    const text = base
      .replace('Ada, type: PERSON', 'Ada, type: PERSON, review: PROPOSED')
      .replace('kind: OTHER', 'kind: OTHER, review: PROPOSED')
    expect(state(text)).toEqual({ accepted: ['bert'], proposed: ['ada', 'rain'] })
    expect(state(`${text}statements:\n${says('one', 'ada', on('rain', 'ACCEPTED'))}`)).toEqual({
      accepted: ['ada', 'bert', 'rain'],
      proposed: [],
    })
    const both = `
places: [{ slug: hill, name: Hill, precision: EXACT, review: PROPOSED }]
events: [{ slug: storm, name: Storm, type: OTHER, review: PROPOSED }]`
    expect(state(both)).toEqual({ accepted: [], proposed: ['hill', 'storm'] })
  })

  it('may say nothing else of itself', () => {
    const text = base.replace('Ada, type: PERSON', 'Ada, type: PERSON, review: REJECTED')
    expect(() => state(text)).toThrow(/ACCEPTED, PROPOSED/)
  })

  it('is judged by all files of one import together', () => {
    const statement = `statements:\n${says('one', 'ada', on('rain'))}`
    expect(state(base, statement).proposed).toEqual(['ada', 'rain'])
    const accepted = `statements:\n${says('two', 'ada', on('rain', 'ACCEPTED'))}`
    expect(state(base, statement, accepted).proposed).toEqual([])
  })
})

describe('an import', () => {
  const proposing = `${base}statements:\n${says('one', 'ada', on('rain'))}`

  it('changes nothing a second time, and a third', () => {
    const world = empty()
    load(world, proposing)
    const before = everyRow(world.writer)
    const summary = load(world, proposing)
    load(world, proposing)
    expect(everyRow(world.writer)).toEqual(before)
    expect(summary.actors).toEqual({ created: 0, updated: 0, unchanged: 2 })
    expect(listed(world).proposed).toEqual(['ada', 'rain'])
  })

  it('takes nothing away from what an earlier one wrote', () => {
    const world = empty()
    load(world, base)
    load(world, proposing)
    expect(listed(world)).toEqual({ accepted: ['ada', 'bert', 'rain'], proposed: [] })
  })

  it('makes of a proposed item one that counts, where a file writes it down otherwise', () => {
    const world = empty()
    load(world, proposing)
    const summary = load(world, 'actors: [{ slug: ada, name: Ada, type: PERSON }]')
    expect(summary.actors.updated).toBe(1)
    expect(listed(world)).toEqual({ accepted: ['ada', 'bert'], proposed: ['rain'] })
    load(world, proposing)
    expect(listed(world)).toEqual({ accepted: ['ada', 'bert'], proposed: ['rain'] })
  })

  it('accepts with a statement what it names, and takes that back with it', () => {
    const world = empty()
    load(world, proposing)
    const statement = (review: string) =>
      load(world, `statements:\n${says('one', 'ada', on('rain', review))}`)
    statement('ACCEPTED')
    expect(listed(world).proposed).toEqual([])
    statement('REJECTED')
    expect(listed(world).proposed).toEqual(['ada', 'rain'])
    statement('PROPOSED')
    expect(listed(world)).toEqual({ accepted: ['bert'], proposed: ['ada', 'rain'] })
  })

  it('in bulk comes to the same as one by one', () => {
    const many = (count: number) => `
actors:
${Array.from({ length: 40 }, (_, index) => `  - { slug: actor-${index}, name: Actor ${index}, type: PERSON }`).join('\n')}
sources: [{ slug: paper, title: Paper, kind: ARTICLE }]
claims:
${Array.from({ length: 40 }, (_, index) => `  - { slug: claim-${index}, text: Claim ${index}., kind: OTHER, subject: actor-${(index + 7) % 40} }`).join('\n')}
statements:
${Array.from({ length: count }, (_, index) => says(`said-${index}`, `actor-${index % 30}`, on(`claim-${index % 40}`, index % 10 < 5 ? 'ACCEPTED' : 'PROPOSED'))).join('\n')}`
    const [bulk, single] = [empty(), empty()]
    load(bulk, many(5200))
    load(single, many(1000))
    expect(listed(bulk)).toEqual(listed(single))
    expect(listed(bulk).proposed.length).toBeGreaterThan(20)
  }, 60_000)
})
