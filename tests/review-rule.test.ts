import { describe, expect, it } from 'vitest'
import type { Writers } from '../src/model/writers.ts'
import { dispute, worlds } from './graph-fixture.ts'
import { keyOf, said } from './review-fixture.ts'

const { of } = worlds()

describe('a node of proposed origin', () => {
  const world = of(dispute)
  const key = (slug: string) => keyOf(world, 'entity', slug)
  const reviewOf = (slug: string): string => {
    const { node } = world.ask(
      'query ($id: ID!) { node(id: $id) { ... on Entity { review } ... on Claim { review } } }',
      { id: slug },
    )
    return node.review
  }
  let made = 0
  const newActor = ({ actors }: Writers) => {
    const slug = `new-${++made}`
    return { slug, id: actors.put({ slug, name: slug, type: 'ARMED_GROUP', review: 'PROPOSED' }).id }
  }
  const newClaim = ({ claims }: Writers, more = {}) => {
    const slug = `new-claim-${++made}`
    return { slug, ...claims.put({ slug, text: 'New.', kind: 'OTHER', review: 'PROPOSED', ...more }) }
  }
  const stance = { stance: 'AFFIRMS', certainty: 'CERTAIN' } as const

  /** Writes something that names a new node; what is given back takes it away again, if anything can. */
  const ways: Record<string, (writers: Writers) => { slug: string; undo?: (writers: Writers) => void }> = {
    ...Object.fromEntries(
      (['speaker', 'onBehalfOf', 'addressee', 'about'] as const).map((role) => [
        `an accepted statement has as its ${role}`,
        (writers: Writers) => {
          const { slug, id } = newActor(writers)
          const draft = said(world, { slug: `${slug}-said`, [role]: role === 'about' ? [id] : id })
          writers.statements.put({ ...draft, review: 'ACCEPTED' })
          return {
            slug,
            undo: ({ statements }: Writers) => void statements.put({ ...draft, review: 'REJECTED' }),
          }
        },
      ]),
    ),
    'an accepted statement speaks to': (writers) => {
      const { slug, id } = newClaim(writers)
      const statement = writers.statements.put(said(world, { claim: id, ...stance, review: 'ACCEPTED' })).id
      return { slug, undo: ({ statements }) => statements.remove(statement) }
    },
    'an accepted claim has as its subject': (writers) => {
      const { slug, id } = newActor(writers)
      const claim = newClaim(writers, { subject: id })
      const draft = said(world, { slug: `${slug}-said`, claim: claim.id, ...stance })
      writers.statements.put({ ...draft, review: 'ACCEPTED' })
      return { slug, undo: ({ statements }) => void statements.put(draft) }
    },
    'an accepted claim names through an event and its place': (writers) => {
      const { places, events, statements } = writers
      const slug = `new-place-${++made}`
      const place = places.put({ slug, name: slug, precision: 'EXACT', review: 'PROPOSED' }).id
      const event = events.put({
        slug: `at-${slug}`,
        name: slug,
        type: 'OTHER',
        place,
        review: 'PROPOSED',
      }).id
      const claim = newClaim(writers, { event })
      const id = statements.put(said(world, { claim: claim.id, ...stance, review: 'ACCEPTED' })).id
      return { slug, undo: (again) => again.statements.remove(id) }
    },
    'an accepted claim is related to': (writers) => {
      const { slug, id } = newClaim(writers)
      const from = { id: keyOf(world, 'claim', 'bridge-fell'), outcome: 'unchanged' } as const
      writers.claims.relate(from, [{ type: 'SUPPORTS', to: id }])
      return { slug, undo: ({ claims }) => void claims.relate(from, []) }
    },
    'an accepted actor belongs to': (writers) => {
      const { slug, id } = newActor(writers)
      const from = { id: key('riders'), outcome: 'unchanged' } as const
      writers.actors.affiliate(from, [{ organization: id, role: 'MEMBER' }])
      return { slug, undo: ({ actors }) => void actors.affiliate(from, []) }
    },
    'an accepted group fights for': (writers) => {
      const { slug, id } = newActor(writers)
      const riders = { slug: 'riders', name: 'Free Riders', type: 'ARMED_GROUP' } as const
      writers.actors.put({ ...riders, allegiance: id })
      return { slug, undo: ({ actors }) => void actors.put(riders) }
    },
    'takes part in an accepted event': (writers) => {
      const { slug, id } = newActor(writers)
      const talks = { slug: 'talks', name: 'Talks', type: 'CONSULT' } as const
      writers.events.put({ ...talks, participants: [{ actor: id, role: 'PARTY' }] })
      return { slug, undo: ({ events }) => void events.put(talks) }
    },
    'publishes a source': (writers) => {
      const { slug, id } = newActor(writers)
      const leaflet = { slug: 'leaflet', title: 'A leaflet', kind: 'OTHER' } as const
      writers.sources.put({ ...leaflet, publisher: id })
      return { slug, undo: ({ sources }) => void sources.put(leaflet) }
    },
    'assesses a claim': (writers) => {
      const { slug, id } = newActor(writers)
      const claim = keyOf(world, 'claim', 'bridge-fell')
      const assessment = writers.assessments.put({ assessor: id, claim, verdict: 'DISPUTED' }).id
      return { slug, undo: ({ assessments }) => assessments.remove(assessment) }
    },
    'is assessed': (writers) => {
      const { slug, id } = newClaim(writers)
      const assessment = writers.assessments.put({ assessor: key('daily'), claim: id, verdict: 'REFUTED' }).id
      return { slug, undo: ({ assessments }) => assessments.remove(assessment) }
    },
  }

  it.each(Object.entries(ways))('counts while it is one that %s, and no longer', (_, write) => {
    const { slug, undo } = world.write(write)
    expect(reviewOf(slug)).toBe('ACCEPTED')
    world.write((writers) => undo?.(writers))
    expect(reviewOf(slug)).toBe('PROPOSED')
  })

  const proposals: Record<string, (writers: Writers) => { slug: string }> = {
    'statements that are proposed': (writers) => {
      const { slug, id } = newActor(writers)
      writers.statements.put(said(world, { speaker: id }))
      writers.statements.put(said(world, { onBehalfOf: id, addressee: id, about: [id] }))
      return { slug }
    },
    'statements that are rejected': (writers) => {
      const { slug, id } = newClaim(writers)
      writers.statements.put(said(world, { claim: id, ...stance, review: 'REJECTED' }))
      return { slug }
    },
    'a claim that is proposed': (writers) => {
      const { slug, id } = newActor(writers)
      newClaim(writers, { subject: id, object: id })
      return { slug }
    },
    'each other': (writers) => {
      const [one, two] = [newActor(writers), newActor(writers)]
      const tie = (from: number, to: number) =>
        writers.actors.affiliate({ id: from, outcome: 'created' }, [{ organization: to, role: 'PART_OF' }])
      tie(one.id, two.id)
      tie(two.id, one.id)
      return one
    },
    'nothing at all': newActor,
  }
  it.each(Object.entries(proposals))('does not count by %s', (_, write) => {
    expect(reviewOf(world.write(write).slug)).toBe('PROPOSED')
  })

  it('is held by one accepted statement among others, and stands as that one says', () => {
    const { slug, id } = world.write((writers) => newClaim(writers))
    const put = (index: number, review: 'ACCEPTED' | 'PROPOSED' | 'REJECTED') =>
      world.write(({ statements }) =>
        statements.put(
          said(world, {
            slug: `${slug}-${index}`,
            claim: id,
            ...stance,
            stance: index === 0 ? 'AFFIRMS' : 'DENIES',
            review,
          }),
        ),
      )
    put(0, 'ACCEPTED')
    put(1, 'PROPOSED')
    put(2, 'REJECTED')
    const state = () =>
      world.ask(`{ claim(id: "${slug}") { review standing statementCount positions { stance } } }`).claim
    expect(state()).toEqual({
      review: 'ACCEPTED',
      standing: 'ASSERTED',
      statementCount: 1,
      positions: [{ stance: 'AFFIRMS' }],
    })
    put(1, 'ACCEPTED')
    put(0, 'PROPOSED')
    expect(state()).toEqual({
      review: 'ACCEPTED',
      standing: 'DENIED',
      statementCount: 1,
      positions: [{ stance: 'DENIES' }],
    })
    put(1, 'REJECTED')
    expect(state()).toEqual({ review: 'PROPOSED', standing: 'OPEN', statementCount: 0, positions: [] })
  })

  it('counts for good once somebody writes it down', () => {
    const { slug } = world.write(newActor)
    const put = () =>
      world.write(({ actors }) => actors.put({ slug, name: slug, type: 'ARMED_GROUP' }).outcome)
    expect([put(), put(), reviewOf(slug)]).toEqual(['updated', 'unchanged', 'ACCEPTED'])
  })
})
