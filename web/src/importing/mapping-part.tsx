import type { KeptImport } from './import-memory.ts'
import { setMapping } from './import-steps.ts'
import { FirstChoice, MappingForm } from './mapping-form.tsx'
import { MappingText } from './mapping-text.tsx'

/** What the columns of a table are, and what its rows become. */
export function MappingPart({ kept: { file, draft, mapping } }: { readonly kept: KeptImport }) {
  if (!draft?.columns) return null
  const { columns } = draft
  return (
    <section class="mapping" aria-labelledby="mapping-of-file">
      <h3 id="mapping-of-file">What this table says</h3>
      {mapping ? (
        <MappingForm columns={columns} mapping={mapping} change={setMapping} />
      ) : (
        <FirstChoice change={setMapping} />
      )}
      <MappingText
        mapping={mapping}
        change={setMapping}
        name={(file?.name ?? 'table').replace(/\.\w+$/, '')}
      />
    </section>
  )
}
