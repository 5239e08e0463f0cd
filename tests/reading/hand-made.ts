import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folder } from '../graph.ts'
import type { GoldReport } from './gold.ts'
import { readGoldGraph } from './gold-graph.ts'
import { readGold } from './read-gold.ts'

const graph = `
hearsay: 1
actors:
  - { slug: norway, type: STATE, name: Norway }
  - { slug: sweden, type: STATE, name: Sweden }
  - { slug: kari-holm, type: PERSON, name: Kari Holm }
  - { slug: harbour-post, type: MEDIA_OUTLET, name: The Harbour Post }
places:
  - { slug: bodo, name: Bodo, precision: LOCALITY }
claims:
  - slug: sweden-cut-nets
    text: Sweden cut the nets of Norwegian boats.
    kind: RESPONSIBILITY
    relations: [{ type: CONTRADICTS, to: storm-tore-nets }]
  - { slug: storm-tore-nets, text: A storm tore the nets., kind: OCCURRENCE }
  - { slug: sweden-spared-nets, text: Sweden did not cut the nets of Norwegian boats., kind: RESPONSIBILITY }
`

/** Each thing that is measured is in it once at least. */
export const written = `
title: "Nets cut: who did it"
manner: agency
publisher: The Harbour Post
published: 2031-05-21
text: |
  Sweden cut the nets of our boats, the minister, Ole Dahl,
  told The Harbour Post on Tuesday. He said that the boats would stay in Bodo.

  Sweden denied that it had cut the nets. An official said only: "We were not there." He doubted the rest.
  No group has claimed the deed. A woman and Kari Holm said that it rained; she said so twice.
statements:
  - source: the minister, Ole Dahl,
    cue: told
    content: Sweden cut the nets of our boats
    speaker: Ole Dahl
    onBehalfOf: norway
    addressee: harbour-post
    about: [sweden]
    saidAt: 2031-05-20
    act: ACCUSE
    stance: AFFIRMS
    certainty: CERTAIN
    claim: Sweden cut the nets of Norwegian boats.
    nearest: sweden-cut-nets
  - source: He
    cue: said
    content: that the boats would stay in Bodo
    speaker: Ole Dahl
    onBehalfOf: norway
    about: [bodo]
    act: STATE
    stance: AFFIRMS
    certainty: CERTAIN
    claim: The boats of Norway will stay in Bodo.
  - source: Sweden
    cue: denied
    content: it had cut the nets
    speaker: sweden
    act: DENY
    stance: DENIES
    certainty: CERTAIN
    claim: Sweden cut the nets of Norwegian boats.
    nearest: sweden-cut-nets
  - source: An official
    cue: said only
    content: '"We were not there."'
    speaker: described
    act: STATE
    stance: AFFIRMS
    certainty: CERTAIN
    claim: Swedish officials were not there.
  - source: A woman and Kari Holm
    cue: said
    content: it rained
    speaker: [described, kari-holm]
    act: STATE
    stance: AFFIRMS
    certainty: PROBABLE
  - source: she
    cue: said
    content: so
    speaker: open
    act: STATE
    stance: AFFIRMS
    certainty: CERTAIN
actors:
  - { name: Ole Dahl, type: PERSON, also: [Dahl] }
not: [No group has claimed the deed]
`

/** Reads gold that is put together for a test, into a folder that is gone afterwards. */
export function handMade(): (yaml?: string) => GoldReport {
  const scratch = folder()
  const dossier = join(scratch, 'graph.yaml')
  writeFileSync(dossier, graph)
  const read = readGoldGraph(dossier, join(scratch, 'graph.db'))
  return (yaml = written) =>
    readGold(yaml, { file: 'open/nets.yaml', half: 'open', folder: 'open', graph: read })
}
