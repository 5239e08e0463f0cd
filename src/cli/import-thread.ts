import { parentPort, workerData } from 'node:worker_threads'
import { TextFile } from '../dossier/text-file.ts'
import { errorMessage, UserError } from '../values/errors.ts'
import { importOpened } from './import.ts'
import { SharedProgress, StoppedError } from './import-progress.ts'
import type { ThreadImport, ThreadMessage } from './watched-import.ts'

/** Imports in a thread of its own, so that the one that started it can look on, and tell it to stop. */
const { inputs, options, buffer }: ThreadImport = workerData
const tell = (message: ThreadMessage) => parentPort?.postMessage(message)
const out = {
  info: (line: string) => tell({ info: line }),
  error: (line: string) => tell({ error: line }),
}

try {
  const files = inputs.map((input) =>
    'descriptor' in input ? new TextFile(input.name, input.descriptor) : input,
  )
  tell({ code: await importOpened(files, options, out, new SharedProgress(buffer)) })
} catch (error) {
  if (error instanceof StoppedError) tell({ stopped: true })
  else if (error instanceof UserError) tell({ refused: errorMessage(error) })
  else throw error
}
