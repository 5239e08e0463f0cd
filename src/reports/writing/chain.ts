/** The places of a list in an order in which each comes after the one through which it is reported. */
export function outermostFirst(list: readonly { readonly via: number | undefined }[]): number[] {
  const ordered = new Set<number>()
  for (const index of list.keys()) {
    const chain: number[] = []
    for (let at: number | undefined = index; at !== undefined && !ordered.has(at); at = list[at]?.via)
      chain.push(at)
    for (const at of chain.reverse()) ordered.add(at)
  }
  return [...ordered]
}
