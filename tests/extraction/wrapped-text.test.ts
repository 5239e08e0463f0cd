import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'
import { unwrapped } from '../../src/extraction/text/unwrap.ts'
import { readMarkdown } from '../../src/reports/formats/markdown.ts'
import { words } from './said.ts'

const reports = [
  `The dam near Oskol failed, the mayor said. The ministry denied that it had known of the cracks. “We walked the wall in March, and there was nothing to be seen,” engineer Ana Brito told the Oskol Courier on Tuesday. “Nobody in my team was asked about the gate. Nobody came.”

Governor Piotr Novak called for an inquiry, adding that the people of the valley had a right to answers. According to the hydrological service, the river rose by two metres within an hour. The U.K. said that it would send pumps, and Gen. Ivan Petrenko promised to repair the road by the end of the month.`,
  `Fishermen of the northern islands said on Monday that a grey ship without a flag had cut their nets, a charge which the navy rejected. "We have no ship in these waters," said Commander Lotte Aalberg, a spokeswoman for the navy, who had spent the morning with the fishermen's families. She added that radar had shown nothing.

The harbour master, Jens Holm, was less sure: "I saw what I saw." He declined to comment on the rumours about a submarine. An old captain, asked whether he believed the story, said that the sea had told him stranger ones; the newspaper quoted him as saying that the well-known lighthouse keeper had seen it too.`,
  `Striking drivers rejected the offer of the city on Thursday. The union's leader, Mira Costa, said the offer was "an insult", while the mayor insisted that there was no more money. “It is what it is,” he said. “We cannot print it, and we will not borrow it.” Economists at the university estimated that the strike had cost the city four million a day; the chamber of commerce put it at six.`,
]

/** What is read in a text, in words. */
const read = (text: string) =>
  extract(text).map(({ source, cue, content, act, stance }) => [
    words(text, source),
    words(text, cue),
    words(text, content),
    act,
    stance,
  ])

function wrap(paragraph: string, width: number, indent: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map((one) => indent + one).join('\n')
}

const wrapped = (report: string, width: number, indent: string) =>
  report
    .split('\n\n')
    .map((paragraph) => wrap(paragraph, width, indent))
    .join(`\n${indent.trimEnd()}\n`)

describe('a text that was wrapped by hand reads as the same text unwrapped', () => {
  const ways = fc.record({
    report: fc.constantFrom(...reports),
    width: fc.oneof(fc.constantFrom(40, 60, 72), fc.integer({ min: 38, max: 100 })),
    end: fc.constantFrom('\n', '\r\n', ' \n'),
    indent: fc.constantFrom('', '  ', '    ', '\t', '> ', '> > '),
  })

  test('at any width, with any line end, indentation and marks of quotation', () => {
    fc.assert(
      fc.property(ways, ({ report, width, end, indent }) => {
        const text = wrapped(report, width, indent).replaceAll('\n', end)
        expect(read(text)).toEqual(read(report))
      }),
      { numRuns: 150 },
    )
  })

  test('in Markdown too', () => {
    for (const report of reports)
      for (const width of [40, 60, 72])
        for (const indent of ['', '> '])
          expect(read(readMarkdown(wrapped(report, width, indent)).text)).toEqual(read(report))
  })

  test('by a hand that broke its lines where it liked', () => {
    const text =
      'The dam near Oskol failed, the\nmayor said. The ministry denied that it had\nknown of the cracks.'
    expect(read(text)).toEqual(read(text.replaceAll('\n', ' ')))
    expect(read(text).map(([source]) => source)).toEqual(['the mayor', 'The ministry'])
  })

  test('and a hyphen at the end of a line stays where it is', () => {
    const text =
      'The council said that the well-\nknown bridge over the river near the old\nmill would be closed.'
    expect(read(text)[0]?.[2]).toBe(
      'that the well- known bridge over the river near the old mill would be closed',
    )
  })
})

test('every character keeps its place', () => {
  const line = fc.array(fc.constantFrom('the', 'Oskol', '>', '-', '“No', 'said.', 'a', '1.', '\t', '\r'), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.map((words) => words.join(' ')).join('\n')
      const plain = unwrapped(text)
      expect(plain.length).toBe(text.length)
      for (let i = 0; i < text.length; i++) if (plain[i] !== text[i]) expect(plain[i]).toBe(' ')
    }),
  )
})

describe('lines that were not wrapped stay apart', () => {
  test.each([
    ['a heading', 'Dam fails near Oskol\nThe mayor said that nobody had known of the cracks.'],
    [
      'a heading above wrapped lines',
      'Bridge over the Oskol to reopen in May, mayor says\nThe bridge will reopen in May, the mayor said.\nHe spoke to a crowd on Monday.',
    ],
    ['a list', '- two tanks were seen at the bridge\n- three trucks went north\n- one boat was sunk'],
    [
      'a numbered list',
      '1. the mayor said that it was over\n2. the council said that it was not\n3. all left',
    ],
    [
      'a verse',
      'The river took the mill away,\nThe mill that stood on stone,\nAnd no one saw the miller stay,\nAnd no one saw him gone.',
    ],
    ['short lines', 'a boat\na net\na man\nthe sea'],
    ['two paragraphs', 'The mayor said that it was over.\nThe council said that it was not.'],
    ['a transcript', 'MR. SMITH: We will rebuild the bridge.\nMS. ROE: When will that be?'],
  ])('%s', (_, text) => {
    expect(unwrapped(text)).toBe(text)
  })

  test('paragraphs of one line each', () => {
    const text = reports.join('\n')
    expect(unwrapped(text)).toBe(text)
  })
})
