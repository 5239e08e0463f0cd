import type { Answer, Engine } from './engine.ts'

/** What has become of a graph since it was opened. */
export type Fate = 'same' | 'replaced' | 'gone' | 'overwritten'

/** A graph that is watched for as long as it is served; the engine knows how. */
export interface ServedEngine {
  readonly engine: Engine
  /** Whether statements run in the thread that asks, so that a long one holds up all others who ask there. */
  readonly holdsThread: boolean
  /** Whether what is read may come from a replica, which is behind for a while. */
  readonly hasReplicas: boolean
  /** Tells what has become of the graph since it was opened. */
  fate(): Fate
  /** What is told where nothing can be read: what is wrong, and what to do. */
  readonly faults: Readonly<Record<Exclude<Fate, 'same' | 'replaced'> | 'unreadable', string>>
  /** What whoever starts the server should know of the replicas, in sentences. */
  replicaFaults(): Promise<readonly string[]>
  /** Throws where the graph cannot be read to its end. */
  requireRows(): Answer<void>
}
