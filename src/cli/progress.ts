import type { Progress } from './read-run.ts'

const EVERY = 100
const WIPE = '\r\u001b[K'

/** A line that is written over again and again, and none where nobody watches. The empty line wipes it. */
export function progressLine(stderr: NodeJS.WriteStream = process.stderr): Progress {
  if (!stderr.isTTY) return () => {}
  let [last, isShown] = [0, false]
  return (line) => {
    const now = performance.now()
    if (line === '' ? !isShown : now - last < EVERY) return
    if (line !== '') last = now
    isShown = line !== ''
    stderr.write(WIPE + line)
  }
}
