import { describe, expect, it } from 'vitest'
import { dispute, worlds } from './graph-fixture.ts'

const world = worlds().of(dispute)

describe('an assessment', () => {
  it('is somebody’s verdict on a claim, how it was come to, and where it stands', () => {
    const fields = 'assessor { slug } claim { slug } verdict credibility method date evidence { slug }'
    expect(
      world.ask(`{ claim(id: "riders-did-it") { assessments { ${fields} } } }`).claim.assessments,
    ).toEqual([
      {
        assessor: { slug: 'daily' },
        claim: { slug: 'riders-did-it' },
        verdict: 'VERIFIED',
        credibility: 'TWO',
        method: 'Telephone.',
        date: '2022-05-12',
        evidence: { slug: 'daily-may' },
      },
    ])
  })

  it('may say no more than the verdict', () => {
    const { assessments } = world.ask(
      '{ claim(id: "ten-killed") { assessments { verdict credibility method date evidence { slug } } } }',
    ).claim
    expect(assessments).toEqual([
      { verdict: 'DISPUTED', credibility: null, method: null, date: null, evidence: null },
    ])
    expect(world.ask('{ claim(id: "bridge-fell") { assessments { id } } }').claim.assessments).toEqual([])
  })

  it('is a node', () => {
    const [{ id }] = world.ask('{ claim(id: "ten-killed") { assessments { id } } }').claim.assessments
    expect(id).toMatch(/^assessment_\d+$/)
    expect(world.ask(`{ node(id: "${id}") { ... on Assessment { claim { slug } } } }`).node).toEqual({
      claim: { slug: 'ten-killed' },
    })
  })
})
