import { type Connection, openReader } from '../sql/sqlite/connection.ts'
import type { Section } from '../values/node-kinds.ts'
import { AffiliationStore } from './actor/affiliation-store.ts'
import { ActorStore } from './actor/store.ts'
import { AssessmentStore } from './assessment/store.ts'
import { NearestClaims } from './claim/nearest-store.ts'
import { ClaimStore } from './claim/store.ts'
import { facetDefinitions } from './derived/facets.ts'
import { NameStore } from './entity/name-store.ts'
import { EntityStore } from './entity/store.ts'
import { ParticipationStore } from './event/participation-store.ts'
import { EventStore } from './event/store.ts'
import { NodeStore } from './node-store.ts'
import { Lookup } from './nodes/lookup.ts'
import { AgreementStore } from './overviews/agreement-store.ts'
import { FacetStore } from './overviews/facet-store.ts'
import { GridStore } from './overviews/grid-store.ts'
import { NearestSearch } from './overviews/search-again.ts'
import { SearchStore } from './overviews/search-store.ts'
import { SizeStore } from './overviews/size-store.ts'
import { TallyStore } from './overviews/tally-store.ts'
import { TermStore } from './overviews/term-store.ts'
import { TimelineCounts } from './overviews/timeline/counts.ts'
import { TimelineStore } from './overviews/timeline/store.ts'
import { Connections } from './paths/connections.ts'
import { PlaceStore } from './place/store.ts'
import { HistoryStore } from './positions/history-store.ts'
import { PositionStore } from './positions/position-store.ts'
import { SideStore } from './positions/side-store.ts'
import { VoiceStore } from './positions/voice-store.ts'
import { SourceStore } from './source/store.ts'
import { StatementStore } from './statement/store.ts'

/** Everything that can be read from one graph, over one connection that cannot write. */
export class Graph implements Record<Section, object> {
  readonly connection: Connection
  readonly lookup: Lookup
  readonly places: PlaceStore
  readonly actors: ActorStore
  readonly affiliations: AffiliationStore
  readonly events: EventStore
  readonly participations: ParticipationStore
  readonly entities: EntityStore
  readonly names: NameStore
  readonly sources: SourceStore
  readonly claims: ClaimStore
  readonly nearestClaims: NearestClaims
  readonly positions: PositionStore
  readonly sides: SideStore
  readonly histories: HistoryStore
  readonly statements: StatementStore
  readonly voices: VoiceStore
  readonly assessments: AssessmentStore
  readonly nodes: NodeStore
  readonly search: SearchStore
  readonly nearestSearch: NearestSearch
  readonly timeline: TimelineStore
  readonly timelineCounts: TimelineCounts
  readonly tallies: TallyStore
  readonly facets: FacetStore
  readonly grids: GridStore
  readonly agreements: AgreementStore
  readonly sizes: SizeStore
  readonly ways: Connections

  constructor(connection: Connection) {
    this.connection = connection
    this.lookup = new Lookup(connection)
    this.places = new PlaceStore(connection)
    this.actors = new ActorStore(connection)
    this.affiliations = new AffiliationStore(connection)
    this.events = new EventStore(connection)
    this.participations = new ParticipationStore(connection)
    this.entities = new EntityStore(connection)
    this.names = new NameStore(connection)
    this.sources = new SourceStore(connection)
    this.claims = new ClaimStore(connection)
    this.nearestClaims = new NearestClaims(connection)
    this.positions = new PositionStore(connection)
    this.sides = new SideStore(connection)
    this.histories = new HistoryStore(connection)
    this.statements = new StatementStore(connection)
    this.voices = new VoiceStore(connection)
    this.assessments = new AssessmentStore(connection)
    this.nodes = new NodeStore(this)
    this.search = new SearchStore(connection)
    this.nearestSearch = new NearestSearch(this.search, new TermStore(connection))
    this.timeline = new TimelineStore(connection)
    this.timelineCounts = new TimelineCounts(connection)
    this.tallies = new TallyStore(connection)
    this.facets = new FacetStore(connection, facetDefinitions)
    this.grids = new GridStore(connection)
    this.agreements = new AgreementStore(connection)
    this.sizes = new SizeStore(connection)
    this.ways = new Connections(connection)
  }

  static open(path: string): Graph {
    return new Graph(openReader(path))
  }
}
