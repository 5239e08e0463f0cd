import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mode } from '../../src/extraction/attribution.ts'
import { extractLine } from '../../src/extraction/rules/lines.ts'
import { added, type Roles, scoreAttributions } from '../../tests/reading/attributions.ts'
import { tallied } from '../../tests/reading/table.ts'
import { table } from '../table.ts'

const modes: readonly Mode[] = ['balanced', 'precise']

/** The figures on PolNeAR's development part, which may be measured on and not shipped; or that it is not there. */
export function polnear(folder: string): string {
  const file = join(folder, 'dev.jsonl')
  if (!existsSync(file))
    return `POLNEAR WAS NOT MEASURED: there is no ${file}. Say where it is by --polnear or HEARSAY_POLNEAR.`
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return table(
    [`PolNeAR, dev, ${lines.length} reports, %`, 'triples, relaxed F', 'content exact F'],
    modes.map((mode) => [mode, ...scored(lines, mode)]),
  )
}

function scored(lines: readonly string[], mode: Mode): string[] {
  const scores = lines.map((line) =>
    scoreAttributions(
      (JSON.parse(line) as { attributions: Roles[] }).attributions,
      extractLine(line, mode).attributions,
    ),
  )
  return [scores.map(({ relaxed }) => relaxed), scores.map(({ content }) => content)].map((one) =>
    tallied(added(one)),
  )
}
