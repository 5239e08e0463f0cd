// node tests/killed-writer.mjs DIST DB NAME: writes until it is killed, and says on standard output what it was told is done.
import { writeSync } from 'node:fs'

const [dist, db, name] = process.argv.slice(2)
const { performWrite } = await import(`${dist}/edits/perform.js`)
const { openWriter } = await import(`${dist}/model/open.js`)

// Three others write, on a machine that may be slow.
const graph = openWriter(db, { patience: { limit: 60_000, onWait() {}, onReady() {} } })
const tell = (word, number, revision) => writeSync(1, `${word} ${name}-${number} ${revision}\n`)

async function write(request) {
  const { revision, problems } = await performWrite(graph, { ...request, by: null })
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return revision
}

/** Nodes that only make sense together, and one that all writers change. */
function itemsOf(number) {
  const slug = `${name}-${number}`
  const statement = {
    ...{ source: slug, speaker: slug, text: `Words ${number}.`, quoteType: 'DIRECT', act: 'STATE' },
    ...{ claim: slug, stance: 'AFFIRMS', certainty: 'CERTAIN', about: ['everybody'] },
  }
  return {
    actors: [
      { slug, name: `Actor ${slug}`, type: 'PERSON' },
      { slug: 'everybody', name: 'Everybody', type: 'PERSON', description: `Last seen by ${slug}.` },
    ],
    sources: [{ slug, title: `Source ${slug}`, kind: 'POST', text: `Words ${number} of ${name}.` }],
    claims: [{ slug, text: `Claim ${slug}.`, kind: 'OTHER', subject: slug }],
    statements: [
      { ...statement, slug: `${slug}-a` },
      { ...statement, slug: `${slug}-b`, via: `${slug}-a` },
    ],
  }
}

for (let number = 0; ; number++) {
  const revision = await write({ kind: 'record', items: itemsOf(number) })
  tell('recorded', number, revision)
  if (number % 4 !== 3) continue
  const slug = `${name}-${number}`
  await write({ kind: 'review', reviews: [{ statement: `${slug}-b`, verdict: 'REJECT' }] })
  tell('rejected', number, revision)
}
