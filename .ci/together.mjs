// node .ci/together.mjs SCRIPT…: runs these scripts of package.json side by side, and prints of each what it said and how long it
// took, as it ends. Fails where one does.
import { spawn } from 'node:child_process'
import { once } from 'node:events'

const codes = await Promise.all(process.argv.slice(2).map(run))
process.exitCode = codes.every((code) => code === 0) ? 0 : 1

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
