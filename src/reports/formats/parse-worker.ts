import { parentPort, workerData } from 'node:worker_threads'
import { readDocx } from './docx.ts'
import type { Parsed, ParseJob } from './parse-within.ts'
import { readPdf } from './pdf.ts'
import { Unreadable } from './unreadable.ts'

const { format, bytes } = workerData as ParseJob
const readers = { pdf: readPdf, docx: readDocx }

const answer: Parsed = await readers[format](bytes).then(
  (report) => ({ report }),
  (error: unknown) => {
    if (error instanceof Unreadable) return { problem: error.message }
    throw error
  },
)
parentPort?.postMessage(answer)
