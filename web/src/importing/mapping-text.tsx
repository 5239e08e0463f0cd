import { useEffect, useRef, useState } from 'preact/hooks'
import { save } from '../list/save.ts'
import { type Mapping, mappingText, readMapping } from './mapping.ts'

interface MappingTextProps {
  readonly summary: string
  readonly mapping: Mapping | null
  readonly change: (mapping: Mapping) => void
  /** Begins the name of the file that it is saved as. */
  readonly name: string
}

/** The whole mapping as text, for what the form has no fields for; it can be saved and loaded. */
export function MappingText({ summary, mapping, change, name }: MappingTextProps) {
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const written = useRef<Mapping | null>(null)
  useEffect(() => {
    // What was typed here stands as it was typed.
    if (!mapping || mapping === written.current) return
    let isLatest = true
    mappingText(mapping).then((next) => {
      if (!isLatest) return
      setText(next)
      setRefusal(null)
    })
    return () => {
      isLatest = false
    }
  }, [mapping])
  const take = async (next: string) => {
    setText(next)
    try {
      const read = await readMapping(next)
      written.current = read
      setRefusal(null)
      change(read)
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <details class="folded mapping-text">
      <summary>{summary}</summary>
      <label for="mapping-text" class="faint">
        YAML or JSON, as <code>hearsay import --mapping</code> takes it; the schema is
        schema/mapping.schema.json
      </label>
      <textarea
        id="mapping-text"
        rows={16}
        spellcheck={false}
        value={text}
        aria-invalid={refusal !== null}
        aria-describedby="mapping-refusal"
        onChange={({ currentTarget }) => take(currentTarget.value)}
      />
      <p id="mapping-refusal" class="refused" role="alert">
        {refusal}
      </p>
      <div class="import-buttons">
        <button
          type="button"
          class="button quiet"
          disabled={text === ''}
          onClick={() => save(`${name}.mapping.yaml`, text, 'application/yaml')}
        >
          Save it as a file
        </button>
        <label class="field">
          Load one
          <input
            type="file"
            accept=".yaml,.yml,.json"
            onChange={async ({ currentTarget }) => {
              const [file] = currentTarget.files ?? []
              if (file) await take(await file.text())
              currentTarget.value = ''
            }}
          />
        </label>
      </div>
    </details>
  )
}
