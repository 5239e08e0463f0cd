import type { KeptImport } from './import-memory.ts'
import { setMapping } from './import-steps.ts'
import { FirstChoice, MappingForm } from './mapping-form.tsx'
import { MappingText } from './mapping-text.tsx'

/** What the columns of a table are, and what its rows become. */
export function MappingPart({ kept: { file, draft, mapping } }: { readonly kept: KeptImport }) {
  if (!draft) return null
  const { columns } = draft
  return (
    <section class="mapping" aria-labelledby={columns ? 'mapping-of-file' : undefined}>
      {columns && <h3 id="mapping-of-file">What this table says</h3>}
      {columns && !mapping && <FirstChoice change={setMapping} />}
      {columns && mapping && <MappingForm columns={columns} mapping={mapping} change={setMapping} />}
      <MappingText
        // Where no columns could be told, a table can still be read by a mapping that somebody has.
        summary={columns ? 'The whole mapping as text' : 'Read it as a table, by a mapping of your own'}
        mapping={mapping}
        change={setMapping}
        name={(file?.name ?? 'table').replace(/\.\w+$/, '')}
      />
    </section>
  )
}
