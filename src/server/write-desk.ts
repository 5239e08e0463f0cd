import type { WriteDesk, WriteRequest, WriteResult } from '../edits/request.ts'
import { type WriterAnswer, type WriterJob, WriterThread } from './writer-thread.ts'

export type DeskJob = WriterJob<WriteRequest>
export type DeskAnswer = WriterAnswer<WriteResult>

/** Changes a graph in a thread of its own. */
export class ThreadDesk extends WriterThread<WriteRequest, WriteResult> implements WriteDesk {
  constructor(path: string) {
    super(path, new URL('./desk-worker.js', import.meta.url))
  }
}
