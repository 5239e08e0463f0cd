import { describe, expect, it, test } from 'vitest'
import { NameStore } from '../../src/model/entity/name-store.ts'
import { newActor } from '../../src/reports/proposing/new-actor.ts'
import { propose } from '../../src/reports/proposing/propose.ts'
import { desk, harbour } from './reading.ts'

const { file, read, looked, rows } = desk(harbour)
const said = 'said that it rained.\n'
const proposedIn = (text: string) => looked((it) => propose(text, new NameStore(it), {}).proposals)

// Each of these took time that doubles with every letter, or is the square of their number.
describe('a text of any form is read to its end', () => {
  test.each([
    ['a speaker in capitals and a number', `${'ABCDEFGHIJ'.repeat(5)} 5 ${said}`],
    ['capitals before a relative pronoun', `${'A'.repeat(70)}), who ${said}`],
    ['a title in capitals', `The minister of ${'Aa'.repeat(50)}5, which ${said}`],
    ['numbers and commas', `${'1, '.repeat(48)}x ${said}`],
    ['marks that end nothing', `“${'!'.repeat(90_000)}a,” she said.`],
    ['commas that end nothing', `He said that ${', '.repeat(40_000)}a was here.`],
    ['lines without a quotation', ';\n'.repeat(400_000)],
    ['one name all over', 'Norway '.repeat(14_000)],
    ['a last name all over', `Ada Smith ${said}${`Smith ${said}`.repeat(3500)}`],
    ['a ministry all over', `The ministry ${said}`.repeat(3000)],
    ['a mark in each word', "'A ".repeat(30_000)],
  ])('%s', (_, text) => {
    expect(Array.isArray(proposedIn(text))).toBe(true)
  })

  it('who is called by a last name all over a long report is looked for once', () => {
    const report = `Ada Smith ${said}${`Smith ${said}`.repeat(60_000)}`
    const names = new Set<string | undefined>()
    for (let time = 0; time < 20_000; time++) names.add(newActor('Smith', 'Smith', report)?.name)
    expect([...names]).toEqual(['Ada Smith'])
  })

  test.each(['5 1, ', '1, ', '1.5%, 2 ', 'the 1, '])('nobody by numbers: %j', (words) => {
    expect(newActor(`${words.repeat(18)}x`, 'x', 'x')).toBeTruthy()
  })
})

describe('a page of any form', () => {
  const paragraph = `<p>${'The mayor said that the bridge was closed, and that it would stay so for long. '.repeat(5)}</p>`
  const article = paragraph.repeat(5)
  it.each([
    ['attributes', `<p ${Array.from({ length: 200_000 }, (_, i) => `a${i}`).join(' ')}>x</p>${article}`],
    ['words in a class', `<p class="${'a '.repeat(120_000)}">x</p>${article}`],
    ['letters in a title', `<title>a | ${'x'.repeat(400_000)}</title>${article}`],
    ['letters in a set of pictures', `${article}<img src="a" srcset="${'a'.repeat(200_000)} b">`],
    ['pictures in an attribute', `${article}<img data-x="${'.jpg'.repeat(50_000)} b c">`],
    ['descriptions', `${'<meta name="x" content="y">'.repeat(29_000)}${article}`],
    ['empty letters', `${'<b> </b>'.repeat(14_000)}${article}`],
    ['brackets in a script', `<script type="application/ld+json">${'['.repeat(300_000)}</script>${article}`],
  ])('with many %s is read or refused, and so is the file after it', async (_, html) => {
    const after = file(`The mayor said that bridge ${rows('select 1 from source').length} was closed.`)
    const { errors, info } = await read([file(html, 'html'), after])
    expect(info.length + errors.length).toBeGreaterThanOrEqual(2)
    expect(info.join('\n')).toMatch(/1 statement proposed/)
  })
})

describe('what cannot be kept of a report', () => {
  const line = (fields: object) => JSON.stringify({ text: 'The mayor said no.', ...fields })
  test.each([
    ['a text', 'jsonl', line({ text: 'a \ud800 b' }), ':1 text: has half of a surrogate pair (U+D800) at 2'],
    [
      'a text with a NUL',
      'jsonl',
      `\n${line({ text: 'a\0' })}`,
      ':2 text: has the character NUL (U+0000) at 1',
    ],
    ['a title', 'jsonl', line({ title: 'T\udc00' }), ':1 title: has half of a surrogate pair'],
    ['an author', 'ndjson', line({ author: '\0' }), ':1 author: has the character NUL'],
    ['a publisher', 'jsonl', line({ publisher: 'P\ud83d' }), ':1 publisher: has half'],
    ['an id', 'jsonl', line({ id: 'x\0' }), ':1 id: has the character NUL'],
    [
      'a title before Markdown',
      'md',
      '---\ntitle: "A\\0B"\n---\nThe mayor said no.',
      ' title: has the character NUL',
    ],
    ['half of an author', 'md', '---\nauthor: "A\\uD83D"\n---\nThe mayor said no.', ' author: has half'],
  ])('is refused with its place: %s', async (_, ending, content, expected) => {
    const name = file(content, ending)
    const { code, errors } = await read(name)
    expect(code).toBe(1)
    expect(errors[0]?.replace(name, '')).toContain(expected)
  })

  it('is not what another program keeps beside it', async () => {
    expect((await read(file(line({ text: 'The mayor said yes.', more: '\0\ud800' }), 'jsonl'))).code).toBe(0)
  })
})
