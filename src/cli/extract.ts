import type { Span } from '../extraction/attribution.ts'
import type { Mode } from '../extraction/rules/extract.ts'
import { outermost } from '../extraction/rules/lines.ts'
import { NO_LINES, readingProblem, requireFile } from '../reports/formats/document.ts'
import { type JsonLine, readJsonLine } from '../reports/formats/json-line.ts'
import { languageOf, readAs } from '../reports/formats/language.ts'
import { fileLines } from '../reports/formats/lines.ts'
import { movedSpans, reportParts } from '../reports/proposing/parts.ts'
import { canonicalLanguage } from '../text/language.ts'
import { formatProblem, UnreadableError } from '../values/errors.ts'
import type { Out } from './out.ts'

export interface ExtractOptions {
  readonly mode?: Mode | undefined
  /** Leaves out what is said inside of what somebody says. */
  readonly flat?: boolean | undefined
}

/**
 * `hearsay extract FILE.jsonl`: for each line of JSON a line, one in memory at a time. Offsets are those of the text as it is
 * given. A line that cannot be read is an error with its number, and the others are read all the same.
 */
export function extractCommand(file: string, options: ExtractOptions, out: Out): number {
  let problems = 0
  const failed = (error: unknown, line?: number) => {
    problems++
    out.error(formatProblem({ ...readingProblem(file, error), line }))
  }
  try {
    requireFile(file)
    let isEmpty = true
    for (const line of fileLines(file)) {
      try {
        const read = readJsonLine(line)
        if (!read) continue
        isEmpty = false
        out.info(JSON.stringify(attributionsOf(read, line.number, options)))
      } catch (error) {
        isEmpty = false
        failed(error, line.number)
      }
    }
    if (isEmpty) throw new UnreadableError(NO_LINES)
  } catch (error) {
    failed(error)
  }
  return problems > 0 ? 1 : 0
}

function attributionsOf(
  { id, text, language }: JsonLine,
  line: number,
  { mode = 'balanced', flat }: ExtractOptions,
) {
  const attributions: Record<'source' | 'cue' | 'content', Span[]>[] = []
  const as = readAs(languageOf(text, canonicalLanguage(language ?? '') ?? undefined))
  for (const part of as ? reportParts(text, mode, as) : [])
    for (const { source, cue, content } of flat ? outermost(part.attributions) : part.attributions)
      attributions.push({
        source: movedSpans(source, part.begin),
        cue: movedSpans(cue, part.begin),
        content: movedSpans(content, part.begin),
      })
  return { id: id ?? line, attributions }
}
