import { Agent, get } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

/** Asks again and again whether the server is well, in a thread of its own, so that nobody else's work is measured. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const PAUSE = 10
let begun = performance.now()
let longest = 0
let failure: string | null = null

const note = () => {
  longest = Math.max(longest, performance.now() - begun)
}

function ask(): void {
  begun = performance.now()
  const asked = get(`${workerData}/health`, { agent }, (response) => {
    if (response.statusCode !== 200) failure = `/health said ${response.statusCode}`
    response.resume().once('end', () => {
      note()
      setTimeout(ask, PAUSE)
    })
  })
  asked.once('error', (error) => {
    failure = error.message
    setTimeout(ask, PAUSE)
  })
}

/** Tells of the longest stretch since it was last asked, one that has not ended included. */
parentPort?.on('message', () => {
  note()
  parentPort?.postMessage({ longest, failure })
  longest = 0
})
ask()
