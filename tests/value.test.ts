import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatCursor, parseCursor } from '../src/sql/cursor.ts'
import { UserError } from '../src/values/errors.ts'
import { formatId, isSlug, parseId, slugify } from '../src/values/id.ts'
import { nodeTypes } from '../src/values/vocabulary.ts'
import { dispute, worlds } from './graph-fixture.ts'

const key = fc.oneof(
  fc.constant(null),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ unit: 'grapheme' }),
)
const id = fc.oneof(fc.maxSafeNat(), fc.string())

describe('a cursor', () => {
  it('comes back as it went', () => {
    fc.assert(
      fc.property(fc.string(), key, id, (order, key, id) => {
        const back = parseCursor(order, formatCursor(order, { key, id }), 'after')
        // JSON knows one zero only.
        expect(back).toEqual(JSON.parse(JSON.stringify({ key, id })))
      }),
    )
  })

  it('of another order is refused', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), key, id, (one, other, key, id) => {
        fc.pre(one !== other)
        expect(() => parseCursor(other, formatCursor(one, { key, id }), 'before')).toThrow(UserError)
      }),
    )
  })

  const rubbish = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json().map((text) => Buffer.from(text).toString('base64url')),
    fc.array(fc.oneof(fc.constant('SAID'), fc.anything()), { maxLength: 4 }).map((parts) => {
      return Buffer.from(
        JSON.stringify(parts, (_, value) => (typeof value === 'bigint' ? String(value) : value)) ?? '',
      ).toString('base64url')
    }),
  )

  it('that is rubbish is the caller’s mistake, and nothing worse', () => {
    fc.assert(
      fc.property(rubbish, (text) => {
        try {
          const cursor = parseCursor('SAID', text, 'after')
          expect(Object.keys(cursor)).toEqual(['key', 'id'])
        } catch (error) {
          expect(error).toBeInstanceOf(UserError)
          expect((error as UserError).argument).toEqual(['after'])
        }
      }),
      { numRuns: 500 },
    )
  })

  const world = worlds().of(dispute)
  const lists = {
    RANK: 'search(text: "ten", after: $cursor) { nodes { snippet } }',
    TIME: 'timeline(after: $cursor) { nodes { when } }',
    SAID: 'statements(after: $cursor) { nodes { id } }',
    TEXT: 'claims(orderBy: TEXT, after: $cursor) { nodes { id } }',
    ID: 'claims(after: $cursor) { nodes { id } }',
    NAME: 'actors(after: $cursor) { nodes { id } }',
  }

  it.each(Object.entries(lists))('forged in the right shape is no more than that: %s', (order, list) => {
    fc.assert(
      fc.property(
        key,
        fc.oneof(id, fc.constantFrom('event_1', 'statement_1', 'actor_1', '3 1', '')),
        (key, id) => {
          const cursor = formatCursor(order, { key, id })
          const { errors } = world.result(`query ($cursor: String) { ${list} }`, { cursor })
          for (const error of errors ?? []) expect(error.originalError).toBeInstanceOf(UserError)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('an id', () => {
  it('comes back as it went', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...nodeTypes),
        fc.integer({ min: 1, max: 999_999_999_999_999 }),
        (type, key) => {
          expect(parseId(formatId(type, key))).toEqual({ type, key })
        },
      ),
    )
  })

  it('is never a slug, nor a slug an id', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z_0-9-]{0,30}$/)), (text) => {
        expect(parseId(text) !== null && isSlug(text)).toBe(false)
      }),
    )
  })

  it('is only ever what formatId writes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z]{4,10}[_-][0-9]{0,20}$/)), (text) => {
        const id = parseId(text)
        if (id) expect(formatId(id.type, id.key)).toBe(text)
      }),
    )
    for (const text of [
      'actor_0',
      'actor_01',
      'Actor_1',
      'actor_-1',
      'actor_1.0',
      'actor_1\n',
      'label_1',
      'actor_',
    ])
      expect(parseId(text)).toBeNull()
  })
})

describe('a slug made of a name', () => {
  it('is a slug, or nothing at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
        const slug = slugify(name)
        expect(slug === '' || isSlug(slug)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('of a slug is that slug', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,10}(-[a-z0-9]{1,10}){0,4}$/), (slug) => {
        expect(slugify(slug)).toBe(slug)
      }),
    )
  })

  it.each([
    ['Ministry of Defence', 'ministry-of-defence'],
    ['Émile’s Café', 'emile-s-cafe'],
    ['  --  ', ''],
    ['ﬁnance №7', 'finance-no7'],
    [`${'a'.repeat(79)}-b`, 'a'.repeat(79)],
    ['Łódź', 'lodz'],
    ['Łódź'.normalize('NFD'), 'lodz'],
    ['Ørsted', 'orsted'],
    ['Straße der Einheit', 'strasse-der-einheit'],
    ['Đukić', 'dukic'],
    ['Æthelred Þórsson', 'aethelred-thorsson'],
    ['Kırıkkale İli', 'kirikkale-ili'],
    ['Nguyễn Văn Đức', 'nguyen-van-duc'],
    ['Ｎａｔｏ', 'nato'],
    ['Москва', 'moskva'],
    ['Подъездной мост', 'podezdnoy-most'],
    ['Київ', 'kyiv'],
    ['Тернопільська область', 'ternopilska-oblast'],
    ['Єгор Яценюк-Їжак', 'yehor-yatseniuk-yizhak'],
    ['Мар’яненко', 'maryanenko'],
    ['Γεώργιος', 'georgios'],
    ['محمد', 'mhmd'],
    ['שלום', 'slvm'],
    ['外交部', 'waijiaobu'],
    ['서울', 'seoul'],
    ['ქართული', 'kartuli'],
    ['!?…', ''],
  ])('%s: %s', (name, slug) => {
    expect(slugify(name)).toBe(slug)
  })
})
