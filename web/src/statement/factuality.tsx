const factualityWords: Readonly<Record<string, string>> = { CT: 'certainly', PR: 'probably', PS: 'possibly' }
const polarities: Readonly<Record<string, string>> = { '+': 'so', '-': 'not so', u: 'whether or not' }

/** Stance and certainty in one, as FactBank writes them. */
export const Factuality = ({ value }: { readonly value: string }) => (
  <abbr class="factuality faint" title={`FactBank: ${meaningOf(value)}`}>
    {value}
  </abbr>
)

/** CT+ is certainly so, PR- probably not so, Uu leaves it open. */
function meaningOf(value: string): string {
  const certainty = factualityWords[value.slice(0, 2)]
  return certainty ? `${certainty} ${polarities[value.slice(2)] ?? ''}`.trim() : 'left open'
}
