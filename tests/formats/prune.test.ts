import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { importCommand } from '../../src/cli/import.ts'
import { recordNodes } from '../../src/edits/record.ts'
import { undoRevision } from '../../src/edits/undo.ts'
import { addressOf, openWriter } from '../engine.ts'
import { exported } from '../exported.ts'
import { folder } from '../graph.ts'

const path = folder()
let made = 0

const person = (slug: string) => ({ slug, name: slug.toUpperCase(), type: 'PERSON' })
const source = (slug: string) => ({ slug, title: slug, kind: 'ARTICLE' })
const said = (slug: string, speaker: string, at = 'paper') => ({
  ...{ slug, speaker, source: at, text: `So says ${slug}.`, quoteType: 'INDIRECT', act: 'STATE' },
})
const whole = {
  hearsay: 1,
  actors: [person('ada'), person('bob'), person('cy')],
  sources: [source('paper')],
  statements: [said('one', 'ada'), said('two', 'bob'), said('three', 'cy')],
}
const shorter = { ...whole, actors: [person('ada'), person('cy')], statements: [said('one', 'ada')] }

function world() {
  const folderOf = join(path, `world-${++made}`)
  const db = addressOf(`${folderOf}.db`)
  const file = `${folderOf}.yaml`
  const run = async (content: object, options = {}) => {
    writeFileSync(file, stringify(content))
    const lines: string[] = []
    const say = (line: string) => void lines.push(line.replaceAll(`${path}/`, ''))
    const code = await importCommand([file], { db, ...options }, { info: say, error: say })
    return { code, lines }
  }
  const slugs = (): string[] => {
    const graph = openWriter(db)
    const text = exported(graph, 'yaml')
    graph.close()
    return [...text.matchAll(/slug: (\w+)/g)].map(([, slug = '']) => slug)
  }
  const edit = <T>(work: (graph: ReturnType<typeof openWriter>) => T): T => {
    const graph = openWriter(db)
    try {
      return work(graph)
    } finally {
      graph.close()
    }
  }
  return { db, file, run, slugs, edit }
}

describe('hearsay import --prune', () => {
  it('shows what the file has no more and writes nothing, and takes it away with --yes, as one revision', async () => {
    const { run, slugs, edit } = world()
    await run(whole)
    const shown = await run(shorter, { prune: true })
    expect(shown.lines.filter((line) => line.startsWith('  '))).toEqual([
      '  actor_2 bob',
      '  statement_2 two',
      '  statement_3 three',
    ])
    expect(shown.lines.at(-1)).toMatch(/^Nothing was written/)
    expect(slugs()).toContain('two')
    const { code, lines } = await run(shorter, { prune: true, yes: true })
    expect([code, lines.some((line) => line.startsWith('Taken away'))]).toEqual([0, true])
    expect(slugs()).toEqual(['ada', 'cy', 'paper', 'one'])
    edit((graph) => undoRevision(graph, { kind: 'undo', by: null, revision: 'revision_2' }))
    expect(slugs().sort()).toEqual(['ada', 'bob', 'cy', 'one', 'paper', 'three', 'two'])
  })

  it('leaves what others brought, what somebody has changed, and what is still named', async () => {
    const { run, slugs, edit, db, file } = world()
    await run(whole)
    const other = file.replace('.yaml', '-other.yaml')
    writeFileSync(other, stringify({ hearsay: 1, statements: [said('four', 'bob')] }))
    await importCommand([other], { db }, { info() {}, error() {} })
    edit((graph) => {
      const statements = [{ id: 'statement_3', text: 'Mended.' }]
      return recordNodes(graph, { kind: 'record', by: null, items: { statements } })
    })
    const { lines } = await run(shorter, { prune: true, yes: true })
    expect(slugs()).toEqual(['ada', 'bob', 'cy', 'paper', 'one', 'three', 'four'])
    expect(lines).toContain('  actor_2 bob: statement_4 names it')
    expect(lines).toContain('  statement_3 three: somebody has changed it since')
  })

  it('says so where the file has all that it brought', async () => {
    const { run } = world()
    await run(whole)
    const { lines } = await run(whole, { prune: true })
    expect(lines[0]).toBe('The files have all that they brought before.')
  })
})

describe('hearsay import --dry-run', () => {
  it('shows the first ten nodes and how many there are, and writes nothing', async () => {
    const { run, db } = world()
    const many = {
      ...whole,
      actors: [...whole.actors, ...Array.from({ length: 9 }, (_, n) => person(`p${n}`))],
    }
    const { code, lines } = await run(many, { dryRun: true })
    expect(code).toBe(0)
    expect(lines.slice(0, 4)).toEqual([
      'actors      12',
      'sources     1',
      'statements  3',
      'The first 10 of 16:',
    ])
    const shown = parse(lines.slice(4, 8).join('\n'))
    expect(shown).toEqual({ actors: [person('ada')] })
    expect(lines.at(-1)).toMatch(/dry run/)
    const graph = openWriter(db)
    expect(exported(graph, 'yaml')).not.toContain('slug')
    graph.close()
  })

  it('tells every problem', async () => {
    const { run } = world()
    const { code, lines } = await run({ hearsay: 1, actors: [{ slug: 'No' }] }, { dryRun: true })
    expect(code).toBe(1)
    expect(lines.at(-1)).toBe('3 problems; nothing was imported.')
  })
})
