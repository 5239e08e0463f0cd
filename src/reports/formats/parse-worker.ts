import { parentPort, workerData } from 'node:worker_threads'
import { UnreadableError } from '../../values/errors.ts'
import { readDocx } from './docx.ts'
import type { Parsed, ParseJob } from './parse-within.ts'
import { readPdf } from './pdf.ts'

const { format, bytes }: ParseJob = workerData
const readers = { pdf: readPdf, docx: readDocx }

const answer: Parsed = await readers[format](bytes).then(
  (report) => ({ report }),
  (error: unknown) => {
    if (error instanceof UnreadableError) return { problem: error.message }
    throw error
  },
)
parentPort?.postMessage(answer)
