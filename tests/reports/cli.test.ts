import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type ExtractOptions, extractCommand } from '../../src/cli/extract.ts'
import { progressLine } from '../../src/cli/progress.ts'
import { hearsay } from '../server/hearsay.ts'
import { desk, harbour, nets, type Row, statements } from './reading.ts'

const desk1 = desk(harbour)

describe('hearsay read', () => {
  test('reads several files with what the options say of them, as it is shipped', async () => {
    const { path, file, rows } = desk1
    const lines = file(`${JSON.stringify({ id: 'a', text: nets })}\nnonsense\n`, 'jsonl')
    const options =
      '--publisher|The Harbour Post|--published|2024-03-06|--language|en|--url|https://example.org/n'
    const run = hearsay(
      ['read', lines, file('Rain.'), '--db', 'graph.db', '--accept', ...options.split('|')],
      {
        cwd: path,
      },
    )
    expect(await run.ended).toBe(1)
    expect(run.output()).toContain(`${lines}:2 is not JSON`)
    expect(run.output()).toMatch(/a: \d+ statements accepted, speakers 3 known, 1 new and \d unnamed/)
    expect(run.output()).toMatch(/Together: 2 reports; \d+ statements, \d+ accepted, speakers/)
    expect(run.output()).not.toMatch(/\n\s+at /)
    expect(rows('select distinct review from statement')).toEqual([{ review: 'ACCEPTED' }])
    expect(rows('select distinct url, published_edtf as date from source')).toEqual([
      { url: 'https://example.org/n', date: '2024-03-06' },
    ])
  })

  test.each([
    ['a date that is none', ['--published', 'Tuesday'], /must be a date in EDTF/],
    ['an address that is none', ['--url', 'javascript:alert(1)'], /must be an http or https address/],
    ['a kind that is none', ['--kind', 'poem'], /must be one of ARTICLE/],
    ['a mode that is none', ['--mode', 'wild'], /Allowed choices are balanced, precise/],
  ])('refuses %s', async (_, options, message) => {
    const run = hearsay(['read', 'x.txt', ...options], { cwd: desk1.path })
    expect(await run.ended).toBe(1)
    expect(run.output()).toMatch(message)
  })

  test('proposes less where it shall be precise', async () => {
    const count = async (mode: 'balanced' | 'precise') => {
      const { file, read, rows } = desk(harbour)
      await read(
        file(`${nets}\nThere were fears that the boats were lost. It is thought that nets were cut.`),
        {
          mode,
        },
      )
      return rows(statements).length
    }
    expect(await count('precise')).toBeLessThan(await count('balanced'))
  })

  test('tells how far it is on a terminal, and is silent elsewhere', () => {
    const written: string[] = []
    const stream = (isTTY: boolean) => ({ isTTY, write: (text: string) => written.push(text) }) as never
    progressLine(stream(false))('10 reports')
    expect(written).toEqual([])
    const line = progressLine(stream(true))
    line('10 reports')
    line('')
    line('')
    expect(written).toEqual(['\r\u001b[K10 reports', '\r\u001b[K'])
  })
})

describe('hearsay extract', () => {
  const extracted = (content: string, options: ExtractOptions = {}) => {
    const [info, errors]: [string[], string[]] = [[], []]
    const file = desk1.file(content, 'jsonl')
    const code = extractCommand(file, options, {
      info: (line) => info.push(line),
      error: (line) => errors.push(line),
    })
    return { code, lines: info.map((line) => JSON.parse(line) as Row), errors, file }
  }

  test('prints a line for each line, with offsets into the text as it is given', () => {
    const text = '\ufeffThe mayor\u00ad said\r\nthat boats were lost. 🎭 “Yes,” said Kari Holm.'
    const { code, lines } = extracted(
      `${JSON.stringify({ id: 'x', text })}\n\n${JSON.stringify({ text: 'Rain.' })}\n`,
    )
    expect(code).toBe(0)
    expect(lines.map(({ id }) => id)).toEqual(['x', 3])
    expect(lines[1]?.attributions).toEqual([])
    const quoted = lines[0]?.attributions.at(-1)
    const words = (spans: [number, number][]) => spans.map(([begin, end]) => text.slice(begin, end))
    expect(Object.keys(quoted)).toEqual(['source', 'cue', 'content'])
    expect([words(quoted.source), words(quoted.cue)]).toEqual([['Kari Holm'], ['said']])
    expect(words(quoted.content)[0]).toContain('Yes')
  })

  test('leaves out, where it shall be flat, what is said inside of what somebody says', () => {
    const text =
      'Ada Vega said that the mayor had denied that the bridge was closed.\n\nKari Holm warned of floods.'
    const cues = (options: ExtractOptions) => {
      const [line] = extracted(`${JSON.stringify({ id: 'x', text })}\n`, options).lines
      return line?.attributions.map(({ cue }: Row) => text.slice(...(cue[0] as [number, number])))
    }
    expect(cues({})).toEqual(['said', 'had denied', 'warned of'])
    expect(cues({ flat: true })).toEqual(['said', 'warned of'])
    expect(cues({ flat: true, mode: 'precise' })).toEqual(['said'])
  })

  test('names the line that it cannot read, and goes on', () => {
    const { code, lines, errors, file } = extracted(
      '{"id":1,"text":"Rain."}\n{"id":2}\nno\n{"id":4,"text":""}\n',
    )
    expect([code, lines.map(({ id }) => id)]).toEqual([1, [1, 4]])
    expect(errors.map((error) => error.slice(file.length, file.length + 3))).toEqual([':2 ', ':3 '])
  })

  test('says that a file is not there', () => {
    const errors: string[] = []
    expect(extractCommand('nowhere.jsonl', {}, { info: () => {}, error: (line) => errors.push(line) })).toBe(
      1,
    )
    expect(errors).toEqual(['nowhere.jsonl does not exist.'])
  })

  test('prints the same as it is shipped', async () => {
    const file = desk1.file(`${JSON.stringify({ id: 'n', text: nets })}\n`, 'jsonl')
    const run = hearsay(['extract', file, '--flat'], { cwd: desk1.path })
    expect(await run.ended).toBe(0)
    expect(JSON.parse(run.output())).toEqual(extracted(readFileSync(file, 'utf8'), { flat: true }).lines[0])
  })
})
