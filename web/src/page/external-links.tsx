interface ExternalLinksProps {
  readonly links: readonly { scheme: string; value: string; url: string | null }[]
}

const schemes: Readonly<Record<string, string>> = { wikidata: 'Wikidata', geonames: 'GeoNames', isni: 'ISNI' }
const schemeName = (scheme: string): string => schemes[scheme] ?? scheme

/** Only http(s) becomes a link: an address from the data could be script. */
export const ExternalLinks = ({ links }: ExternalLinksProps) =>
  links.length === 0 ? null : (
    <p class="faint">
      {links.map(({ scheme, value, url }, index) => (
        <span key={scheme + value}>
          {index > 0 && ' · '}
          {url && isWeb(url) ? (
            <a href={url} rel="noreferrer noopener">
              {schemeName(scheme)} {value}
            </a>
          ) : (
            `${schemeName(scheme)} ${value}`
          )}
        </span>
      ))}
    </p>
  )

export const isWeb = (url: string): boolean => /^https?:\/\//i.test(url)
