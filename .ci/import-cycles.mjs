// Fails where files or folders import each other in a ring, `import type` included: what is read first must not need what is read last.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const roots = process.argv.slice(2)
const imports = new Map(roots.flatMap(filesIn).map((file) => [file, importsOf(file)]))
const rings = [...ringsOf(imports), ...ringsOf(byFolder(imports))]
for (const ring of rings) console.error(`These import each other:\n  ${ring.join('\n  ')}`)
process.exitCode = rings.length > 0 ? 1 : 0

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

function importsOf(file) {
  const found = readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+\.tsx?)'/g)
  return new Set([...found].map(([, path]) => normalize(join(dirname(file), path))))
}

function byFolder(files) {
  const folders = new Map()
  for (const [file, imported] of files) {
    const own = folders.get(dirname(file)) ?? new Set()
    for (const other of imported) if (dirname(other) !== dirname(file)) own.add(dirname(other))
    folders.set(dirname(file), own)
  }
  return folders
}

/** The strongly connected components of more than one, by Tarjan's algorithm. */
function ringsOf(graph) {
  const [index, lowest, stack, rings] = [new Map(), new Map(), [], []]
  const visit = (node) => {
    index.set(node, index.size)
    lowest.set(node, index.get(node))
    stack.push(node)
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) visit(next)
      if (stack.includes(next)) lowest.set(node, Math.min(lowest.get(node), lowest.get(next)))
    }
    if (lowest.get(node) !== index.get(node)) return
    const ring = stack.splice(stack.indexOf(node))
    if (ring.length > 1) rings.push(ring.sort())
  }
  for (const node of graph.keys()) if (!index.has(node)) visit(node)
  return rings
}
