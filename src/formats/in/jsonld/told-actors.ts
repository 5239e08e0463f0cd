import { foldedName } from '../../../text/fold.ts'
import { slugify } from '../../../values/id.ts'
import type { ActorType, OrganizationKind } from '../../../values/vocabulary.ts'
import type { KnownNodes } from '../known-nodes.ts'
import type { RecordItems, RecordOrigin } from '../record-items.ts'
import {
  addressOf,
  classesOf,
  type ExpandedNode,
  idOf,
  plainTextOf,
  textIn,
  textOf,
  valuesOf,
  webAddress,
  withoutScheme,
} from './expanded-node.ts'
import { slugFor } from './text-hash.ts'

interface ActorKind {
  readonly type: ActorType
  readonly kind?: OrganizationKind
}

const organization = (kind: OrganizationKind): ActorKind => ({ type: 'ORGANIZATION', kind })
/** Which actor a class of schema.org, FOAF or ActivityStreams stands for. */
const kindByClass: Readonly<Record<string, ActorKind>> = {
  Person: { type: 'PERSON' },
  NewsMediaOrganization: { type: 'MEDIA_OUTLET' },
  Country: { type: 'STATE' },
  GovernmentOrganization: organization('GOVERNMENT_BODY'),
  PoliticalParty: organization('PARTY'),
  Corporation: organization('COMPANY'),
  NGO: organization('CIVIL_SOCIETY'),
  Organization: organization('OTHER'),
  Application: organization('OTHER'),
  SoftwareApplication: organization('OTHER'),
}

/** Words that stand where a name should, for people whom nobody names. */
const nobodys =
  /^(unknown|anonymous|various|multiple|several|many|social media|viral|facebook|twitter|x|whatsapp|telegram|tiktok|instagram|youtube|internet|online)( (people|persons?|sources?|users?|posts?|accounts?|media|websites?|pages?|images?|videos?|messages?|claims?|outlets?))*$/i

/** The same in the languages of other fact checkers. */
const nobodysElsewhere =
  /^((usuarios|publicaciones|posts|usuários|publicações|utilisateurs|publications|internautes|nutzer|utenti) ?(de |da |del |des |d’|von |di |in )?(las |los |les |en )?)?(redes sociales|redes sociais|réseaux sociaux|soziale[nr]? (medien|netzwerke?n?)|social[- ]media[- ](user|nutzer|posts?)|facebook|twitter|whatsapp|telegram|varias? fuentes|múltiples fuentes|várias fontes|plusieurs sources|diverse quellen|internautes|internautas|netizens|internet users|unbekannt|desconocido|desconhecido|inconnu|sconosciuto|соцсети|социальные сети|пользователи соцсетей|соцмережі|соціальні мережі|користувачі соцмереж)$/i

/**
 * The name that a node, or a text in its place, gives somebody; whoever has an address alone is called by that. Undefined
 * where neither is told.
 */
export function nameOf(node: ExpandedNode): string | undefined {
  const name = plainTextOf(
    node,
    'schema:name',
    'schema:legalName',
    'foaf:name',
    'foaf:nick',
    'schema:alternateName',
  )
  const plain = name ?? textIn(node)
  if (plain !== undefined && !/^(_:|#|[a-z]+:\/\/)/i.test(plain)) return plain.replace(/^(acct|mailto):/, '')
  const address = addressOf(node)
  return address === undefined ? undefined : withoutScheme(address).replace(/\/$/, '')
}

/** Finds or makes the actors that a file names. One that the graph has is named by its slug alone. */
export class ToldActors {
  readonly #items: RecordItems
  readonly #nodes: KnownNodes
  readonly #slugs = new Map<string, string>()

  constructor(items: RecordItems, nodes: KnownNodes) {
    this.#items = items
    this.#nodes = nodes
  }

  /** The slug of an actor; undefined where the file gives it no name. `source` is where it is named. */
  slugOf(node: ExpandedNode, source: string, origin: RecordOrigin): string | undefined {
    const name = nameOf(node)
    if (name === undefined) return undefined
    if (nobodys.test(name) || nobodysElsewhere.test(name)) return this.unnamed(name, source, origin)
    const wikidata = wikidataOf(node)
    const known = wikidata && this.#nodes.linked('wikidata', wikidata)
    return known ?? this.#nodes.named('ACTOR', name) ?? this.#made(name, wikidata, node, origin)
  }

  /** An actor of these words that is of one source alone. */
  unnamed(words: string, source: string, origin: RecordOrigin): string {
    const slug = slugFor(`${words} ${source}`, words, source)
    const fields = { name: words, unnamed: true, ...organization('OTHER') }
    if (!this.#nodes.typeOf('ACTOR', slug)) this.#items.giveOnce('actors', slug, () => fields, origin)
    return slug
  }

  #made(name: string, wikidata: string | undefined, node: ExpandedNode, origin: RecordOrigin): string {
    const key = foldedName(name)
    const known = this.#slugs.get(key)
    if (known !== undefined) return known
    const plain = slugify(name)
    const isFree = plain !== '' && !this.#nodes.typeOf('ACTOR', plain) && !this.#items.has('actors', plain)
    const slug = isFree && !this.#isOfAnother(plain, key) ? plain : slugFor(name, key)
    this.#slugs.set(key, slug)
    const website = webAddress(
      textOf(node, 'schema:url', 'foaf:homepage') ?? (wikidata ? undefined : idOf(node)),
    )
    const links = { ...(wikidata && { wikidata }), ...(website && { website }) }
    const fields = { name, ...kindOf(node), ...(Object.keys(links).length > 0 && { links }) }
    this.#items.giveOnce('actors', slug, () => fields, origin)
    return slug
  }

  /** Whether a file before this one has a slug for another name. */
  #isOfAnother(slug: string, foldedOwn: string): boolean {
    const earlier = this.#items.earlier('actors', slug)
    return earlier !== undefined && foldedName(String(earlier.fields.name)) !== foldedOwn
  }
}

/** Whoever is only named is mostly a person. */
function kindOf(node: ExpandedNode): ActorKind {
  const known = classesOf(node).flatMap((name) => kindByClass[name] ?? [])
  return known[0] ?? { type: 'PERSON' }
}

const wikidataOf = (node: ExpandedNode): string | undefined =>
  [...valuesOf(node, 'schema:sameAs'), node]
    .map((value) => /wikidata\.org\/(?:wiki|entity)\/(Q\d+)$/.exec(textIn(value) ?? '')?.[1])
    .find((id) => id !== undefined)
