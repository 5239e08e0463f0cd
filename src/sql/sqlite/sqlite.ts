import type { EngineKind } from '../engine-kind.ts'
import { isBusy } from './busy.ts'
import { openReadConnection, openWriter } from './connection.ts'
import { holdsGraph } from './holds-graph.ts'
import { openUpToDate } from './open-up-to-date.ts'
import { engineRefusalOf } from './refusals.ts'
import { openServedFile } from './served-file.ts'

export const sqlite: EngineKind = {
  openWriter,
  openReader: openReadConnection,
  openUpToDate,
  openServed: openServedFile,
  // A file has no replicas.
  refuseForeignReplicas: async () => undefined,
  isGraphAt: holdsGraph,
  isBusy,
  whyRefused: engineRefusalOf,
}
