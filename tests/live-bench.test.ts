import { expect, test } from 'vitest'
import { faultOf } from '../bench/live/subscriber.ts'
import { latencyOf } from '../bench/measure/latency.ts'

test('whoever is told of changes is told of each once and in order, or the bench says what is wrong', () => {
  const heard = (...ids: number[]) => faultOf({ heard: ids, fault: null }, [4, 5, 7])
  expect(heard(4, 5, 7)).toBeNull()
  expect(heard(4, 5)).toBe('heard nothing where revision 7 was due (2 of 3)')
  expect(heard(4, 5, 5, 7)).toBe('heard 5 where revision 7 was due (4 of 3)')
  expect(heard(5, 4, 7)).toBe('heard 5 where revision 4 was due (3 of 3)')
  expect(heard(4, 5, 7, 7)).toBe('heard 7 after the last revision')
  expect(faultOf({ heard: [4, 5, 7], fault: 'was told nothing more' }, [4, 5, 7])).toBe(
    'was told nothing more',
  )
})

test('a latency is that of the slowest of a half, and of all but one in a hundred', () => {
  expect(latencyOf(Array.from({ length: 100 }, (_, index) => 100 - index))).toEqual({ p50: 51, p99: 100 })
  expect(latencyOf([])).toEqual({ p50: 0, p99: 0 })
})
