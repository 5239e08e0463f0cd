import { plainlySaid } from '../attribution.ts'
import { objectEnd } from '../grammar/content.ts'
import type { Tokens } from '../text/token-arrays.ts'
import type { AttributionDraft, Candidate } from './draft.ts'

/** "put the death toll at 500": a statement, though its verb says nothing else. */
export function statedFigure(t: Tokens, c: Candidate): AttributionDraft | undefined {
  const { first, head, passive } = c.group
  if (passive || !/^(put|puts|putting|place|places|placed|placing)$/.test(t.lowAt(head))) return undefined
  const start = head + 1
  let end = start
  while (end < c.high && end - start < 12 && t.low[end] !== 'at' && !/^(VERB|AUX|PUNCT)$/.test(t.posAt(end)))
    end++
  if (end === start || t.low[end] !== 'at' || !startsWithNumber(t, end + 1, c.high)) return undefined
  return {
    source: undefined,
    cue: [first, head + 1],
    content: [[start, objectEnd(t, start, c.high)]],
    frame: 'object',
    meaning: plainlySaid,
    group: c.group,
    sure: true,
  }
}

function startsWithNumber(t: Tokens, i: number, high: number): boolean {
  for (let j = i; j < Math.min(high, i + 5); j++) if (t.pos[j] === 'NUM' || t.pos[j] === 'SYM') return true
  return /^(dozens|hundreds|thousands|millions|billions|zero|least)$/.test(t.lowAt(i))
}
