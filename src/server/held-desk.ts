import { performWrite } from '../edits/perform.ts'
import type { WriteDesk, WriteRequest, WriteResult } from '../edits/request.ts'
import { HeldEngine } from '../model/held-engine.ts'
import { openDurableWriter } from '../model/open.ts'

/** Changes a graph in this thread, over an engine of its own. */
export class HeldDesk implements WriteDesk {
  readonly #held: HeldEngine

  constructor(path: string) {
    this.#held = new HeldEngine(() => openDurableWriter(path))
  }

  async write(request: WriteRequest): Promise<WriteResult> {
    return performWrite(this.#held.now(), request)
  }

  async close(): Promise<void> {
    this.#held.close()
  }
}
