// node bench/extract/speed.mjs FILE.jsonl (after npm run build): extraction against wink-nlp alone, same texts, same run.
import { readFileSync } from 'node:fs'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { extract } from '../../dist/extraction/rules/extract.js'

const texts = readFileSync(process.argv[2], 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line).text)
const bare = winkNLP(model)
const tagger = winkNLP(model, ['sbd', 'pos'])
// Processor time: other work on the machine must not count.
const time = (read) => {
  const begin = process.cpuUsage()
  for (const text of texts) read(text)
  const { user, system } = process.cpuUsage(begin)
  return (user + system) / 1000
}
for (let round = 0; round < 4; round++) {
  const whole = time((text) => bare.readDoc(text))
  const tags = time((text) => tagger.readDoc(text))
  const ours = time((text) => extract(text))
  console.log(
    `readDoc ${whole.toFixed(0)} ms, readDoc with sbd and pos only ${tags.toFixed(0)} ms, extract ${ours.toFixed(0)} ms:`,
    `${(whole / ours).toFixed(2)} of the speed of the first, ${(tags / ours).toFixed(2)} of the second`,
  )
}
