import { describe, expect, test } from 'vitest'
import { adjectiveCues } from '../../src/extraction/lexicon/cue-adjectives.ts'
import { nounCues } from '../../src/extraction/lexicon/cue-nouns.ts'
import { verbCues } from '../../src/extraction/lexicon/cue-verbs.ts'
import { inflect } from '../../src/extraction/lexicon/inflect.ts'
import { senses } from '../../src/extraction/lexicon/lexicon.ts'

const forms = (verb: string) =>
  inflect(verb)
    .map(([, word]) => word)
    .join(' ')

describe('the cue lexicon', () => {
  test('knows every verb in all its forms', () => {
    expect(forms('say')).toBe('say says said said saying')
    expect(forms('deny')).toBe('deny denies denied denied denying')
    expect(forms('agree')).toBe('agree agrees agreed agreed agreeing')
    expect(forms('admit')).toBe('admit admits admitted admitted admitting')
    expect(forms('stress')).toBe('stress stresses stressed stressed stressing')
    expect(forms('write')).toBe('write writes wrote written writing')
  })

  test('names takes and marks that exist', () => {
    const takes = new Set('quote clause object infinitive gerund told urged passive light as'.split(' '))
    for (const [what, , , marks = ''] of verbCues) {
      for (const word of what.split(' ')) expect(takes).toContain(word)
      for (const mark of marks.split(' ').filter(Boolean))
        expect(['core', 'denies', 'open', 'probable', 'possible']).toContain(mark)
    }
  })

  test('has no verb twice for the same thing, but for refusals, which are of comment or of something else', () => {
    const seen = new Map<string, string>()
    for (const [takes, act, verbs] of verbCues) {
      for (const verb of verbs.split(/\s+/).filter(Boolean)) {
        for (const what of takes.split(' ')) {
          const key = `${verb} ${what}`
          if (act === 'DECLINE_COMMENT') continue
          expect.soft(seen.get(key) ?? act, key).toBe(act)
          seen.set(key, act)
        }
      }
    }
  })

  test('never lets a denial affirm', () => {
    for (const form of ['denied', 'disputes', 'rejecting', 'refuted', 'repudiates', 'dismissed']) {
      for (const { cues } of senses.get(form) ?? [])
        for (const cue of cues) expect(cue.stance, form).toBe('DENIES')
    }
    expect(nounCues.get('denials')?.stance).toBe('DENIES')
    expect(nounCues.get('refusal')?.stance).toBe('DENIES')
    expect(adjectiveCues.get('opposed')?.stance).toBe('DENIES')
  })

  test('prefers phrases to their verb', () => {
    expect(senses.get('called')?.[0]?.cues[0]?.particles.length).toBeGreaterThan(0)
  })
})
