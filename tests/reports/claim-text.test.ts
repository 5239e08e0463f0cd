import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openWriter } from '../engine.ts'
import { claimsOf, kharvia } from './claims-of.ts'
import { desk } from './reading.ts'

const connection = openWriter(desk(kharvia).db)
const first = (text: string, published?: string) => claimsOf(connection, text, published)[0]
const claimOf = (text: string, published?: string) => first(text, published)?.claim?.text

describe('a claim', () => {
  it.each([
    ['Ivan Kravets said that the bridge was closed.', 'The bridge was closed.'],
    ['“And the bridge is closed,” said Ivan Kravets.', 'The bridge is closed.'],
    ['“Look, the bridge is closed,” said Ivan Kravets.', 'The bridge is closed.'],
    ['“Well, frankly, I think the bridge is closed,” said Ivan Kravets.', 'The bridge is closed.'],
    ['“Mr President, the bridge is closed,” said Ivan Kravets.', 'The bridge is closed.'],
    ['“The bridge is closed, sir,” said Ivan Kravets.', 'The bridge is closed.'],
    ['“Of course the bridge is closed,” said Ivan Kravets.', 'The bridge is closed.'],
  ])('does without what only opens it: %s', (text, claim) => {
    expect(claimOf(text)).toBe(claim)
  })

  it.each([
    ['Ivan Kravets said the attack was “an act of piracy”.', 'The attack was an act of piracy.'],
    [
      'Ivan Kravets said the “Azov Star” brigade crossed the river.',
      'The Azov Star brigade crossed the river.',
    ],
    ['“The town,” said Ivan Kravets, “is safe.”', 'The town is safe.'],
    [
      '“The town is safe,” said Ivan Kravets, “because the army came.”',
      'The town is safe, because the army came.',
    ],
    ['Ivan Kravets said the town was ‘safe again’.', 'The town was safe again.'],
    ['“[The army] has left the town,” said Ivan Kravets.', 'The army has left the town.'],
  ])('has no quotation marks of its report: %s', (text, claim) => {
    expect(claimOf(text)).toBe(claim)
  })

  it.each([
    ['“I never took money,” said Ivan Kravets.', 'Ivan Kravets never took money.'],
    ['“I am the mayor of this and no other year,” said Ivan Kravets.', undefined],
    ['“I have seen the letter,” said Ivan Kravets.', 'Ivan Kravets has seen the letter.'],
    ["“I don't own the boat,” said Ivan Kravets.", 'Ivan Kravets does not own the boat.'],
    ["“I'll leave the town in May,” said Ivan Kravets.", 'Ivan Kravets will leave the town in May.'],
    ['“They burned my house,” said Ivan Kravets.', undefined],
    ['“The soldiers burned my house,” said Ivan Kravets.', "The soldiers burned Ivan Kravets's house."],
    ['“We want the river back,” said the Kharvian Army.', 'The Kharvian Army wants the river back.'],
    ['“We are at the river,” said the Kharvian Army.', 'The Kharvian Army is at the river.'],
    [
      '“Our soldiers are at the river,” said the Kharvian Army.',
      "The Kharvian Army's soldiers are at the river.",
    ],
    [
      '“We crossed the river and we hold the hill,” said the Kharvian Army.',
      'The Kharvian Army crossed the river and it holds the hill.',
    ],
    ['“The villagers thanked us,” said the Kharvian Army.', 'The villagers thanked the Kharvian Army.'],
  ])('calls who speaks by name: %s', (text, claim) => {
    expect(claimOf(text)).toBe(claim)
  })

  it.each([
    'Ivan Kravets said this was piracy.',
    '“That is why the dam failed,” said Ivan Kravets.',
    '“They were here,” said Ivan Kravets.',
    '“You know them,” said Ivan Kravets.',
    'Ivan Kravets said the men from there were armed.',
    '“We lost everything,” said a witness.',
    '“Oskol does as well,” said Ivan Kravets.',
    '“If the dam fails?” asked Ivan Kravets.',
    'Ivan Kravets demanded that Oskol leave the town.',
    'Ivan Kravets recalled the men who had fled from the town.',
    'Ivan Kravets denied any wrongdoing.',
    'Ivan Kravets said that Oskol attacked those houses.',
  ])('is made of nothing that cannot stand alone: %s', (text) => {
    expect(claimOf(text)).toBeUndefined()
  })

  it.each([
    ['Ivan Kravets said the company had closed its plant.', 'The company closed its plant.'],
    [
      'Ivan Kravets said the boats were lost because they were old.',
      'The boats were lost because they were old.',
    ],
    ['Ivan Kravets said it was clear that the dam would fail.', 'It was clear that the dam will fail.'],
    ['Ivan Kravets said there were no cracks in the dam.', 'There were no cracks in the dam.'],
    ['Ivan Kravets said those who fled were safe.', 'Those who fled were safe.'],
  ])('keeps the pronouns that it explains itself: %s', (text, claim) => {
    expect(claimOf(text)).toBe(claim)
  })

  it.each([
    ['Ivan Kravets said Oskol had used banned shells.', 'Oskol used banned shells.'],
    ['Ivan Kravets said Oskol had taken the town.', 'Oskol took the town.'],
    ['Ivan Kravets said the town had been hit twice.', 'The town was hit twice.'],
    ['Ivan Kravets said two boats had been sunk.', 'Two boats were sunk.'],
    ['Ivan Kravets said the army had not crossed the border.', 'The army did not cross the border.'],
    ['Ivan Kravets said the army had never fired at the town.', 'The army never fired at the town.'],
    ['Ivan Kravets said the harbour would stay open.', 'The harbour will stay open.'],
    ["Ivan Kravets said the harbour wouldn't stay open.", 'The harbour will not stay open.'],
    ['Ivan Kravets said the town would have burned.', 'The town would have burned.'],
    [
      'Ivan Kravets said the police had left before the town burned.',
      'The police had left before the town burned.',
    ],
    ['“The police had left,” said Ivan Kravets.', 'The police had left.'],
    ['Ivan Kravets said the town had no police.', 'The town had no police.'],
  ])('says it in the tense in which it was said: %s', (text, claim) => {
    expect(claimOf(text)).toBe(claim)
  })

  it.each([
    ['Ivan Kravets said the dam failed yesterday.', 'The dam failed on 23 May 2023.'],
    ['Ivan Kravets said the dam failed last night.', 'The dam failed on 23 May 2023.'],
    ['Ivan Kravets said the dam was closed today.', 'The dam was closed on 24 May 2023.'],
    ['Ivan Kravets said the dam failed two days ago.', 'The dam failed on 22 May 2023.'],
    ['Ivan Kravets said the dam was built last year.', 'The dam was built in 2022.'],
    ['Ivan Kravets said the dam was closed this month.', 'The dam was closed in May 2023.'],
    [
      'Ivan Kravets said the dam had been closed since yesterday.',
      'The dam has been closed since 23 May 2023.',
    ],
    ['Ivan Kravets said the dam failed on Monday.', 'The dam failed on Monday.'],
  ])('tells the day: %s', (text, claim) => {
    expect(claimOf(text, '2023-05-24')).toBe(claim)
  })

  it('is not made where the day cannot be told', () => {
    expect(claimOf('Ivan Kravets said the dam failed yesterday.')).toBeUndefined()
    expect(claimOf('Ivan Kravets said the dam failed yesterday.', '2023-05')).toBeUndefined()
  })

  it.each([
    ['Kharvia accused Oskol of shelling the town.', 'Oskol shelled the town.', 'AFFIRMS'],
    ['Kharvia accused Oskol of having taken the town.', 'Oskol took the town.', 'AFFIRMS'],
    ['Kharvia accused Oskol of looting and burning houses.', 'Oskol looted and burned houses.', 'AFFIRMS'],
    ['Kharvia accused Oskol of war crimes.', 'Oskol is guilty of war crimes.', 'AFFIRMS'],
    ['Kharvia blamed Oskol for the attack.', 'Oskol is responsible for the attack.', 'AFFIRMS'],
    ['Ivan Kravets denied taking money.', 'Ivan Kravets took money.', 'DENIES'],
    ['Ivan Kravets denied having taken money.', 'Ivan Kravets took money.', 'DENIES'],
    ['Ivan Kravets claimed to have seen the plane.', 'Ivan Kravets saw the plane.', 'AFFIRMS'],
    ['Kharvia claimed responsibility for the attack.', 'Kharvia was responsible for the attack.', 'AFFIRMS'],
    ['Kharvia denied any involvement in the attack.', 'Kharvia was involved in the attack.', 'DENIES'],
    ['Kharvia rejected any suggestion that Oskol had shelled the town.', 'Oskol shelled the town.', 'DENIES'],
    ['The fire is believed to have started in the kitchen.', 'The fire started in the kitchen.', 'AFFIRMS'],
    ['The company is said to be near collapse.', 'The company is near collapse.', 'AFFIRMS'],
  ])('is a sentence where only a cue makes it one: %s', (text, claim, stance) => {
    const one = first(text)
    expect([one?.claim?.text, one?.proposal.stance]).toEqual([claim, stance])
  })

  it('calls a thing by the name that its report gives it, where that names no other', () => {
    const dam = 'The Sorna Dam stands near Mirn. Ivan Kravets said the dam would fail.'
    expect(claimOf(dam)).toBe('The Sorna Dam will fail.')
    const two = 'The Sorna Dam and the Upper Dam stand near Mirn. Ivan Kravets said the dam would fail.'
    expect(claimOf(two)).toBe('The dam will fail.')
    const ship = 'The tanker Halcyon Star left in May. Ivan Kravets said the vessel had been seized.'
    expect(claimOf(ship)).toBe('The Halcyon Star was seized.')
  })

  it.each([
    '“The dam failed because of cracks. Nobody looked,” said Ivan Kravets.',
    'Ivan Kravets said the ship might have sunk.',
    'Ivan Kravets said the dam may fail in May.',
    'Ivan Kravets said the dam was perhaps safe.',
    '“The hearing is adjourned,” said Ivan Kravets.',
    '“Then the army will come to Mirn,” said Ivan Kravets.',
    'Ivan Kravets said the incident was over.',
    'Ivan Kravets said the lady had lost the vote.',
    'Ivan Kravets said Oskol had high confidence that the dam was safe.',
  ])('is not made where it would be doubtful: %s', (text) => {
    expect(claimOf(text)).toBeUndefined()
  })

  it.each([
    ['Ivan Kravets said the town had been burning for days.', 'The town had been burning for days.'],
    ['Ivan Kravets said an inspection had been due in June.', 'An inspection had been due in June.'],
    ['“The army will stay in Mirn, nobody else,” said Ivan Kravets.', 'The army will stay in Mirn.'],
  ])('keeps what is told and leaves what is beside it: %s', (text, claim) => {
    expect(claimOf(text)).toBe(claim)
  })

  it.each([
    'Ivan Kravets said the talks would go on.',
    'Ivan Kravets said the crew had noticed nothing.',
    'Ivan Kravets said the sanctions would be felt.',
    'Ivan Kravets said the true figure was closer to 400.',
    'Ivan Kravets said two of the survivors were in danger.',
    'Ivan Kravets said the colonel had fled.',
    'Ivan Kravets said Oskol had misled the regulator.',
    'Ivan Kravets said the government sided with Oskol.',
    'Ivan Kravets said that Oskol had the prime minister’s confidence.',
    'Ivan Kravets said the damage was about $40 million.',
    'Ivan Kravets said the former head of state was well.',
    'Ivan Kravets said that officers opened fire.',
    'Ivan Kravets said that money had changed hands.',
  ])('is not made of what only its report tells apart: %s', (text) => {
    expect(claimOf(text)).toBeUndefined()
  })

  it.each([
    ['Ivan Kravets said the talks in Mirn would go on.', 'The talks in Mirn will go on.'],
    ['Ivan Kravets said the crew of the Halcyon had left.', 'The crew of the Halcyon left.'],
    ['Ivan Kravets said the government of Oskol had fallen.', 'The government of Oskol fell.'],
    ['Ivan Kravets said the Oskol sanctions would be felt.', 'The Oskol sanctions will be felt.'],
    ['Ivan Kravets said the death toll had risen to 40.', 'The death toll rose to 40.'],
    ['Ivan Kravets said a crew had been found at sea.', 'A crew was found at sea.'],
  ])('is made of what the sentence itself tells apart: %s', (text, claim) => {
    expect(claimOf(text)).toBe(claim)
  })

  it.each([
    'Ivan Kravets said that the mayor of Mirn blamed Oskol for the fire at Mirn.',
    'Ivan Kravets said that Oskol held the army responsible.',
    'Ivan Kravets said that Oskol had accused Kharvia of piracy.',
    'Ivan Kravets said that Oskol does not comment on rumours.',
  ])('is not made of what somebody else says: %s', (text) => {
    expect(claimOf(text)).toBeUndefined()
  })

  it.each([
    ['Kharvia denied having had soldiers in Oskol.', 'Kharvia had soldiers in Oskol.'],
    ['Kharvia has denied having any soldiers in Oskol.', undefined],
    ['Ivan Kravets admitted having had a house in Mirn.', 'Ivan Kravets had a house in Mirn.'],
  ])('is never a sentence without its subject: %s', (text, claim) => {
    expect(claimOf(text)).toBe(claim)
  })

  it.each([
    [
      'Ivan Kravets denied that officers had fired at two boys and blamed the deaths at Mirn on a feud.',
      'Officers fired at two boys.',
    ],
    ['Ivan Kravets said no soldier had left Mirn, but refused to say why.', 'No soldier left Mirn.'],
    ['Ivan Kravets said the road was open and urged drivers to be patient.', 'The road was open.'],
    ['Ivan Kravets said the road was open, and has promised repairs.', 'The road was open.'],
    [
      'Ivan Kravets said the road was open and the bridge was closed.',
      'The road was open and the bridge was closed.',
    ],
    ['“The army came and refused to leave,” said Ivan Kravets.', 'The army came and refused to leave.'],
  ])('ends where the reporter goes on: %s', (text, claim) => {
    expect(claimOf(text)).toBe(claim)
  })

  it.each([
    ['Ivan Kravets said the army had already left Mirn.', 'The army has already left Mirn.'],
    ['Ivan Kravets said two boats had already been sunk.', 'Two boats have already been sunk.'],
    ['Ivan Kravets said the road had been closed since May.', 'The road has been closed since May.'],
    [
      'Ivan Kravets said that none of the sailors in Mirn had been hurt.',
      'None of the sailors in Mirn was hurt.',
    ],
    [
      'Ivan Kravets said the patrols had heard a blast before noon.',
      'The patrols heard a blast before noon.',
    ],
    ["“The boats don't belong to Oskol,” said Ivan Kravets.", 'The boats do not belong to Oskol.'],
    ["“Oskol can't win,” said Ivan Kravets.", 'Oskol cannot win.'],
    ["“Oskol won't win,” said Ivan Kravets.", 'Oskol will not win.'],
  ])('is written out in full: %s', (text, claim) => {
    expect(claimOf(text)).toBe(claim)
  })

  it.each([
    'Ivan Kravets said Oskol had seen nothing of the kind.',
    'Ivan Kravets said Oskol did it.',
    'Ivan Kravets said aircraft of Oskol were active over Mirn that day.',
    'Ivan Kravets said there had been armed men in Mirn a week before.',
    'Ivan Kravets said Oskol learned of the incident from the news.',
    '“We are asking for peace,” said the Kharvian Army.',
  ])('points to nothing that stands elsewhere: %s', (text) => {
    expect(claimOf(text)).toBeUndefined()
  })

  it('calls a ship by the name that stands before its kind', () => {
    const ship = 'The Halcyon Star, an old tanker, left in May. Ivan Kravets said the vessel had been seized.'
    expect(claimOf(ship)).toBe('The Halcyon Star was seized.')
  })
})

describe('a denial', () => {
  const negation = /\b(?:not|no|never|nobody|none|nothing|neither|nor|without|cannot)\b|n['’]t\b/i
  /** Which way somebody speaks who takes the stance on the text. */
  const way = (text: string, isDenied: boolean) => negation.test(text) !== isDenied

  const subjects = ['Oskol', 'the army', 'the police', 'the ministry', 'two boats']
  const predicates = [
    ['fired at the town', 'did not fire at the town'],
    ['had fired at the town', 'had not fired at the town'],
    ['had taken the hill', 'had never taken the hill'],
    ['would leave the town', 'would not leave the town'],
    ['would stay', "wouldn't stay"],
    ['was at the river', 'was not at the river'],
    ['has used shells', 'has never used shells'],
    ['had losses in the north', 'had no losses in the north'],
  ] as const
  const cues = [
    ['said that', false],
    ['denied that', true],
    ['confirmed that', false],
    ['rejected reports that', true],
    ['does not believe that', true],
  ] as const

  it('never becomes an affirmation, whatever the cue, the verb and its not', () => {
    const made: string[] = []
    for (const subject of subjects)
      for (const [plain, negated] of predicates)
        for (const predicate of [plain, negated])
          for (const [cue, denies] of cues) {
            const text = `Ivan Kravets ${cue} ${subject} ${predicate}.`
            const one = first(text)
            if (!one?.claim) continue
            made.push(text)
            const wanted = way(predicate, denies)
            expect([text, one.claim.text, way(one.claim.text, one.proposal.stance === 'DENIES')]).toEqual([
              text,
              one.claim.text,
              wanted,
            ])
          }
    expect(made.length).toBeGreaterThan(200)
  })

  it.each([
    ['Kharvia said that it did not fire because Oskol had fired.'],
    ['Kharvia denied that it had not fired.'],
    ['Kharvia said that it did not fire or flee.'],
    ['Kharvia said that it was sceptical of the plan.'],
  ])('of which nobody can tell what is denied makes no claim: %s', (text) => {
    expect(claimOf(text)).toBeUndefined()
  })
})

describe('any sentence', () => {
  const words =
    'I we they it he the dam army had been not would said Oskol “ ” " \' ’ , . ; … — ( ) today 12 killed of shelling and that which to have us our this there 🎭 ré'.split(
      ' ',
    )
  it('makes a whole claim or none', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (said) => {
        for (const { claim } of claimsOf(
          connection,
          `Ivan Kravets said that ${said.join(' ')}.`,
          '2023-05-24',
        )) {
          if (!claim) continue
          expect(claim.text).toMatch(/^[^\p{Ll}\s].*\.$/su)
          expect(claim.text).not.toMatch(/["“”„«»]|\s\s|\b(?:you|here|today)\b/i)
        }
      }),
      { numRuns: 300 },
    )
  })
})
