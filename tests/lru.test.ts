import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Lru } from '../src/values/lru.ts'

const letters = fc.constantFrom(...'abcdefghijkl')

describe('what is kept of what was used last', () => {
  it('has the value that was set last, or none, and never more than its size', () => {
    const step = fc.record({ key: letters, value: fc.option(fc.integer({ min: 1, max: 5 })) })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.array(step, { maxLength: 60 }), (size, steps) => {
        const lru = new Lru<string, number>(
          size,
          (key) => key !== 'l',
          (value) => value,
        )
        const all = new Map<string, number>()
        for (const { key, value } of steps) {
          if (value !== null) {
            lru.set(key, value)
            all.set(key, value)
          } else if (lru.get(key) !== undefined) expect(lru.get(key)).toBe(all.get(key))
          expect(lru.weight).toBeLessThanOrEqual(size)
        }
        const kept = [...all.keys()].filter((key) => lru.get(key) !== undefined)
        expect(kept.reduce((sum, key) => sum + (all.get(key) ?? 0), 0)).toBe(lru.weight)
        expect(kept).not.toContain('l')
      }),
    )
  })

  it('keeps what is used again and again, whatever else comes', () => {
    const lru = new Lru<string, number>(10)
    lru.set('used', 0)
    for (let other = 1; other < 100; other++) {
      lru.set(`other ${other}`, other)
      if (other % 4 === 0) expect(lru.get('used')).toBe(0)
    }
  })

  it('lets go what was not used for longest, and is full', () => {
    const lru = new Lru<number, number>(10)
    for (let key = 0; key < 95; key++) lru.set(key, key)
    expect([...Array(95).keys()].filter((key) => lru.get(key) !== undefined)).toEqual(
      [...Array(10).keys()].map((key) => key + 85),
    )
  })

  it('makes what it has not, once', () => {
    const lru = new Lru<string, number>(10)
    let made = 0
    const take = () => lru.take('one', () => ++made)
    expect([take(), take(), take()]).toEqual([1, 1, 1])
  })
})
