import type { Engine } from '../sql/engine.ts'
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
import { ChangeStore } from './history/change-store.ts'
import { FieldChangeStore } from './history/field-changes.ts'
import { RevisionFeed } from './history/revision-feed.ts'
import { RevisionStore } from './history/revision-store.ts'
import { NodeStore } from './node-store.ts'
import { Lookup } from './nodes/lookup.ts'
import { openReader } from './open.ts'
import { AgreementStore } from './overviews/agreement-store.ts'
import { DuplicateStore } from './overviews/duplicate-store.ts'
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
import { UserStore } from './users/store.ts'

/** Everything that can be read from one graph, over an engine that need not write. */
export class Graph implements Record<Section, object> {
  readonly engine: Engine
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
  readonly duplicates: DuplicateStore
  readonly ways: Connections
  readonly revisions: RevisionStore
  readonly changes: ChangeStore
  readonly fieldChanges: FieldChangeStore
  readonly feed: RevisionFeed
  readonly users: UserStore

  constructor(engine: Engine) {
    this.engine = engine
    this.lookup = new Lookup(engine)
    this.places = new PlaceStore(engine)
    this.actors = new ActorStore(engine)
    this.affiliations = new AffiliationStore(engine)
    this.events = new EventStore(engine)
    this.participations = new ParticipationStore(engine)
    this.entities = new EntityStore(engine)
    this.names = new NameStore(engine)
    this.sources = new SourceStore(engine)
    this.claims = new ClaimStore(engine)
    this.nearestClaims = new NearestClaims(engine)
    this.positions = new PositionStore(engine)
    this.sides = new SideStore(engine)
    this.histories = new HistoryStore(engine)
    this.statements = new StatementStore(engine)
    this.voices = new VoiceStore(engine)
    this.assessments = new AssessmentStore(engine)
    this.nodes = new NodeStore(this)
    this.search = new SearchStore(engine)
    this.nearestSearch = new NearestSearch(this.search, new TermStore(engine))
    this.timeline = new TimelineStore(engine)
    this.timelineCounts = new TimelineCounts(engine)
    this.tallies = new TallyStore(engine)
    this.facets = new FacetStore(engine, facetDefinitions)
    this.grids = new GridStore(engine)
    this.agreements = new AgreementStore(engine)
    this.sizes = new SizeStore(engine)
    this.duplicates = new DuplicateStore(engine)
    this.ways = new Connections(engine)
    this.revisions = new RevisionStore(engine)
    this.changes = new ChangeStore(engine)
    this.fieldChanges = new FieldChangeStore(engine)
    this.feed = new RevisionFeed(engine, this.revisions)
    this.users = new UserStore(engine)
  }

  static open(path: string): Graph {
    return new Graph(openReader(path))
  }
}
