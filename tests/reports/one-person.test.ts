import { describe, expect, test } from 'vitest'
import { desk } from './reading.ts'

const firstNames = 'Adam Ben Carl Dan Ed Fred Glen Hal Ian Jack Kurt Leo'.split(' ')

const dossier = `hearsay: 1
actors:
  - { slug: usa, name: United States, type: STATE }
  - slug: trump
    name: Donald Trump
    type: PERSON
    affiliations: [{ organization: usa, role: LEADER, title: President }]
  - { slug: sudani, name: Ahmed al-Sudani, type: PERSON }
  - { slug: brown, name: Gordon Brown, type: PERSON }
${firstNames.map((name) => `  - { slug: ${name.toLowerCase()}-smith, name: ${name} Smith, type: PERSON }`).join('\n')}
`

describe('a person whom the graph knows', () => {
  const { read, file, rows } = desk(dossier)
  const speaker = async (text: string): Promise<unknown> => {
    expect((await read(file(text))).code).toBe(0)
    const [{ slug } = {}] = rows(
      'select e.slug from statement s join entity e on e.id = s.speaker_id order by s.id desc limit 1',
    ) as { slug?: string }[]
    return slug
  }
  const made = () => rows("select slug from entity where origin = 'PROPOSED' and slug not like '%unnamed%'")

  test.each([
    ['Even Donald Trump said that ferry number 1 had sunk.', 'trump'],
    ['Trump said that ferry number 2 had sunk.', 'trump'],
    ['President Trump said that ferry number 3 had sunk.', 'trump'],
    ['“Ferry number 4 sank,” said Mr. Trump.', 'trump'],
    ['Al-Sudani said that ferry number 5 had sunk.', 'sudani'],
    ['Brown bears slept. Brown said that ferry number 6 had sunk.', 'brown'],
    ['Leo Smith came. Smith said that ferry number 7 had sunk.', 'leo-smith'],
  ])('is met, and nobody made: %s', async (text, slug) => {
    expect(await speaker(text)).toBe(slug)
    expect(made()).toEqual([])
  })

  test('is not guessed where many have the name', async () => {
    expect(firstNames.map((name) => `${name.toLowerCase()}-smith`)).not.toContain(
      await speaker('Smith said that ferry number 8 had sunk.'),
    )
    expect(made()).toEqual([])
  })
})
