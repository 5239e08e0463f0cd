// node bench/extract/extract-lines.mjs FILE.jsonl [balanced|precise] > OUT.jsonl (after npm run build)
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { extractLine } from '../../dist/extract/lines.js'

const [file, mode = 'balanced'] = process.argv.slice(2)
for await (const line of createInterface({ input: createReadStream(file) })) {
  if (line.trim()) process.stdout.write(`${JSON.stringify(extractLine(line, mode))}\n`)
}
