import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { exportFormats } from '../../src/formats/export-formats.ts'
import { importFormats } from '../../src/formats/import-formats.ts'
import { dossierFileFormats } from '../../src/formats/out/dossier-formats.ts'

const address = new URL('../../docs/formats/README.md', import.meta.url)
const rows = readFileSync(address, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.slice(2, -2).split(' | '))
/** What stands as code in a column of the table. */
const codeIn = (...columns: number[]): string[] =>
  rows.flatMap((row) => columns.flatMap((column) => row[column]?.match(/(?<=`)[\w.-]+(?=`)/g) ?? []))

const written = [...dossierFileFormats, ...exportFormats]
const names = (formats: readonly { readonly name: string }[]) => formats.map(({ name }) => name)

test('the overview has each format by its name, and no other', () => {
  const known = new Set([...names(written), ...names(importFormats)])
  expect(new Set(codeIn(1, 3))).toEqual(known)
})

test('the overview has the usual ending of each format that is written, and no ending that none has', () => {
  const told = codeIn(2).filter((code) => code.startsWith('.'))
  for (const { endings } of written) expect(told).toContain(`.${endings[0]}`)
  expect(written.flatMap(({ endings }) => endings.map((ending) => `.${ending}`))).toEqual(
    expect.arrayContaining(told),
  )
})

test('each row of the overview links to what is there', () => {
  for (const row of rows) {
    const links = [...(row[4] ?? '').matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => path as string)
    expect(links, row[0]).not.toHaveLength(0)
    for (const link of links) expect(existsSync(new URL(link, address)), link).toBe(true)
  }
})
