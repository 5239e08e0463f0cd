import { capital } from '../kit/words.ts'
import { useFileDrop } from './use-file-drop.ts'

interface FileChoiceProps {
  readonly hasFile: boolean
  readonly take: (file: File) => void
}

/** A file is chosen by its button, or dropped anywhere on the page. */
export function FileChoice({ hasFile, take }: FileChoiceProps) {
  const takeFirst = (files: FileList | null) => {
    const [first] = files ?? []
    if (first) take(first)
  }
  const isOver = useFileDrop(takeFirst)
  return (
    <div class={`file-choice ${hasFile ? 'small' : ''} ${isOver ? 'over' : ''}`}>
      <label for="file-to-import">{hasFile ? 'Another file' : 'Drop a file here, or choose one'}</label>
      <input
        id="file-to-import"
        type="file"
        aria-describedby="file-kinds"
        onChange={({ currentTarget }) => {
          takeFirst(currentTarget.files)
          // The same file may be chosen again once it has been mended.
          currentTarget.value = ''
        }}
      />
      <p id="file-kinds" class="faint">
        A dossier (YAML or JSON), a table (CSV or TSV), or a file of another tool, such as a STIX bundle,
        JSON-LD or a MISP galaxy; up to 64 MiB.
      </p>
    </div>
  )
}

const units = ['bytes', 'KiB', 'MiB', 'GiB'] as const

/** A size as a person reads it: 1.2 MiB. */
export function sizeText(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1)
  const size = bytes / 1024 ** power
  return `${size.toLocaleString('en', { maximumFractionDigits: power > 0 && size < 100 ? 1 : 0 })} ${units[power]}`
}

interface FileLineProps {
  readonly file: File
  /** What it was found to be. */
  readonly kind: string | null
  readonly drop: () => void
}

export const FileLine = ({ file, kind, drop }: FileLineProps) => (
  <p class="file-line">
    <bdi class="file-name">{file.name}</bdi> <span class="faint">{sizeText(file.size)}</span>
    {kind && <span class="tag">{capital(kind)}</span>}
    <button type="button" class="text-button" onClick={drop}>
      Put it away
    </button>
  </p>
)
