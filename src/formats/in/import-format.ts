import type { DossierReading } from '../../dossier/draft.ts'
import type { TextFile } from '../../dossier/text-file.ts'
import type { Problem } from '../../values/errors.ts'
import type { KnownNodes } from './known-nodes.ts'

/** What a file begins with, by which its format is found out. */
export interface FileHead {
  /** The file's name. */
  readonly name: string
  /** Its first bytes, some thousands of them. */
  readonly bytes: Uint8Array
  /** The same as text, without a byte order mark; whatever is not UTF-8 in it stands as U+FFFD. */
  readonly text: string
}

/** What a format is read with. */
export interface ReadingContext {
  /** What the graph knows already: a node that is only mentioned is found there, not written over. */
  readonly nodes: KnownNodes
}

/** What another tool's file says, as items of a dossier. */
export interface ForeignReading extends DossierReading {
  /** What was in the file and has no place in the model, such as `malware`, and how much; complete once it was read. */
  readonly left: ReadonlyMap<string, number>
}

/** Another tool's format that files are imported from. */
export interface ImportFormat {
  /** By which it is asked for: `hearsay import --format stix`. */
  readonly name: string
  /** What it is called in sentences, such as `STIX 2.1`. */
  readonly title: string
  /** What is read of it, as a sentence for help and documentation. */
  readonly description: string
  /** Whether a file is of this format, by what it begins with. */
  recognizes(head: FileHead): boolean
  /** Opens a file; what is wrong with its text as a whole is told here, and the rest as it is read. */
  open(file: TextFile, context: ReadingContext): Promise<ForeignReading | readonly Problem[]>
}
