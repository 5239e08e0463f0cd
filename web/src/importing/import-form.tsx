import { keepImport } from './import-memory.ts'
import { importFile } from './import-steps.ts'

/** Imports what was looked at, with a note for the history. */
export const ImportForm = ({ note }: { readonly note: string }) => (
  <form
    class="import-buttons"
    onSubmit={(event) => {
      event.preventDefault()
      importFile()
    }}
  >
    <label class="field">
      Note for the history
      <input
        value={note}
        placeholder="the file’s name"
        onInput={({ currentTarget }) => keepImport({ note: currentTarget.value })}
      />
    </label>
    <button type="submit" class="button main">
      Import
    </button>
  </form>
)
