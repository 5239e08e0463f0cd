type AnyRefusal = 'busy' | 'damaged' | 'fullDisk' | 'longText' | 'outOfMemory' | 'brokenDisk'

/** Why a graph in a file cannot be worked on. */
export type FileEngineRefusal = AnyRefusal | 'forbidden' | 'noDatabase' | 'brokenLocks'

/** Why a graph in a database that others serve cannot be worked on. */
export type DatabaseRefusal =
  | AnyRefusal
  | 'missingDatabase'
  | 'unreachable'
  /** The connection was lost, and whatever was not finished has not happened. */
  | 'lost'
  /** The same while a change was kept, so that nobody knows whether it is there. */
  | 'unknownOutcome'
  | 'notLetIn'
  | 'noPassword'
  | 'noRight'
  | 'noEncryption'
  /** Its certificate is signed by nobody who is known here, or is another's. */
  | 'untrusted'
  | 'tooManyConnections'
  /** It is a replica, or is set so. */
  | 'readOnly'

/** Why an engine cannot work on a graph: what commands, the server and those who write over it tell in words of their own. */
export type EngineRefusal = FileEngineRefusal | DatabaseRefusal
