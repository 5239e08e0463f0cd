import { describe, expect, it } from 'vitest'
import { derivedState, everyRow, folder } from '../graph.ts'
import { EditedGraph } from './edits.ts'
import { rebuild } from '../../src/model/derived/rebuild.ts'
import { transact } from '../../src/model/transact.ts'
import { anImport } from '../../src/model/history/journal.ts'

const path = folder()
const graph = () => new EditedGraph(path)

describe('smoke', () => {
  it('records', async () => {
    const one = graph()
    const before = everyRow(one.connection)
    const made = await one.done({ kind: 'record', root: ['input'], items: { actors: [{ slug: 'new-one', type: 'PERSON', name: 'New One', labels: { uk: ['Нова'] } }] } })
    const changed = await one.done({ kind: 'record', root: ['input'], items: { actors: [{ id: 'new-one', name: 'Newer One', slug: 'newer' }] } })
    console.log(made, changed, one.connection.db.prepare('select * from label where entity_id = ?').all(made.nodes[0]!.key), one.connection.db.prepare('select * from change').all())
    console.log(JSON.stringify((await one.write({ kind: 'record', root: ['input'], items: { actors: [{ id: 'newer', kind: 'MILITARY', affiliations: [{ organization: 'no-such', role: 'MEMBER' }] }] } })), null, 1))
    console.log(JSON.stringify((await one.write({ kind: 'remove', node: 'newer', expectedRevision: 'revision_2' })), null, 1))
    console.log(await one.write({ kind: 'undo', revision: 'revision_2' }))
    console.log(await one.write({ kind: 'undo', revision: 'revision_3' }))
    console.log(await one.write({ kind: 'undo', revision: 'revision_2' }))
    console.log(await one.write({ kind: 'undo', revision: 'revision_5' }))
    console.log(await one.write({ kind: 'undo', revision: 'revision_4' }), one.connection.db.prepare('select * from revision').all())
    const speakers = one.connection.db.prepare('select slug from statement').all()
    console.log(await one.write({ kind: 'read', report: { text: 'Ole Dahl, a fisherman, said that the boats were lost. "We saw nothing," said Anna Berg on Monday.', title: 'Boats' } }))
    console.log(await one.write({ kind: 'undo', revision: 'revision_1' }))
    const s = one.connection.db.prepare("select slug, id from statement where review = 'PROPOSED'").all() as any[]
    console.log(await one.write({ kind: 'review', reviews: [{ statement: s[0].slug, verdict: 'ACCEPT', edits: { act: 'CONFIRM' } }, { statement: 'x-y', verdict: 'REJECT' }] }))
    const t=performance.now(); 
    for (let i=0;i<50;i++) await one.done({ kind: 'record', root: ['input'], items: { actors: [{ id: 'newer', description: `x${i}` }] } }).catch(e=>console.log(String(e)))
    console.log((performance.now()-t)/50, 'ms each')
    console.log(await one.write({ kind: 'review', reviews: [{ statement: s[0].slug, verdict: 'ACCEPT', edits: { act: 'CONFIRM' } }] }))
    const d = derivedState(one.connection)
    transact(one.connection, anImport, () => rebuild(one.connection))
    expect(derivedState(one.connection)).toEqual(d)
  })
})
