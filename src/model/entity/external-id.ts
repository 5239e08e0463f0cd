const pages: Record<string, (value: string) => string> = {
  wikidata: (value) => `https://www.wikidata.org/wiki/${value}`,
  geonames: (value) => `https://www.geonames.org/${value}`,
  opensanctions: (value) => `https://www.opensanctions.org/entities/${value}/`,
  viaf: (value) => `https://viaf.org/viaf/${value}`,
  gnd: (value) => `https://d-nb.info/gnd/${value}`,
  isni: (value) => `https://isni.org/isni/${value}`,
  lei: (value) => `https://search.gleif.org/#/record/${value}`,
}

/** Where an identifier leads, for the schemes that have a page for each; null for the others. */
export function externalUrl(scheme: string, value: string): string | null {
  if (/^https?:\/\//i.test(value) && URL.canParse(value)) return value
  return pages[scheme.toLowerCase()]?.(encodeURIComponent(value)) ?? null
}
