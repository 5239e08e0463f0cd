// node main.mjs NAME SOURCE: one peer in a process of its own, as dist-bench/bench/server/main.js does for ours.
// grafast and PostGraphile ask for Node 22. This is all that they miss on Node 20.
Promise.withResolvers ??= () => {
  const parts = {}
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }))
  return parts
}

const [name, source] = process.argv.slice(2)
const { listen } = await import(`./${name}.mjs`)
const port = await listen(source)

process.send({ port })
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send({ memory: process.memoryUsage().rss, cpu: user + system })
})
process.on('disconnect', () => process.exit())
