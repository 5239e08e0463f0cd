// node .ci/together.mjs SCRIPT[,SCRIPT…]…: runs these scripts of package.json side by side, those that are joined by commas one
// after the other, and prints of each what it said and how long it took, as it ends. Fails where one does.
import { spawn } from 'node:child_process'
import { once } from 'node:events'

const codes = await Promise.all(process.argv.slice(2).map(runEach))
process.exitCode = codes.flat().every((code) => code === 0) ? 0 : 1

/** All of them, even where one fails: each has something of its own to say. */
async function runEach(scripts) {
  const codes = []
  for (const script of scripts.split(',')) codes.push(await run(script))
  return codes
}

async function run(script) {
  const began = performance.now()
  const child = spawn(`npm run --silent ${script}`, { shell: true })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const [code] = await once(child, 'close')
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${said}${script}: ${code === 0 ? 'passed' : 'failed'} in ${seconds} s`)
  return code
}
