interface OtherNamesProps {
  readonly of: { readonly name: string; readonly labels: readonly { readonly text: string }[] }
}

/** By which other names it goes, in any language. */
export function OtherNames({ of: { name, labels } }: OtherNamesProps) {
  const others = [...new Set(labels.map(({ text }) => text))].filter((text) => text !== name)
  return others.length === 0 ? null : <p class="faint">Also: {others.join(' · ')}</p>
}
