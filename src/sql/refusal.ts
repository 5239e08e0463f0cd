/** Why an engine cannot work on a graph. */
export type EngineRefusal =
  | 'noDatabase'
  | 'busy'
  | 'damaged'
  | 'fullDisk'
  | 'longText'
  | 'outOfMemory'
  | 'brokenDisk'
  | 'brokenLocks'
  | 'forbidden'
  /** The database cannot be reached, or the connection to it was lost. */
  | 'lost'
  /** The same while it kept a change, so that nobody knows whether it is there. */
  | 'unknownOutcome'
  /** The database does not let in whoever asks. */
  | 'notLetIn'
