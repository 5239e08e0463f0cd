import { z } from 'zod'
import { ToolError } from './tool-error.ts'

/** What stands in the way of a change, as the API gives it by `problemFields`. */
export const problemData = z.object({ message: z.string(), path: z.array(z.string()) })

export const problemFields = 'problems { message path }'

/** Where an argument of the API stands among those of a tool: `actors`, or the one item `sources.0`. */
type ArgumentNames = Readonly<Record<string, string>>

/** Fails with all that stands in the way, each with its place among the tool's arguments. */
export function refuseWriteProblems(
  problems: readonly z.output<typeof problemData>[],
  names: ArgumentNames = {},
): void {
  if (problems.length === 0) return
  const lines = problems.map(({ message, path }) => {
    const place = argumentPlace(path, names)
    return place ? `${place}: ${message}` : message
  })
  throw new ToolError(['Nothing was proposed.', ...lines].join('\n'))
}

/** `["input", "statements", "0", "speaker"]` is `statements.0.speaker`. */
function argumentPlace(path: readonly string[], names: ArgumentNames): string {
  const [input, first = '', index = '', ...rest] = path
  if (input !== 'input') return path.join('.')
  const only = names[`${first}.${index}`]
  return [...(only ? [only] : [names[first] ?? first, index]), ...rest].filter(Boolean).join('.')
}
