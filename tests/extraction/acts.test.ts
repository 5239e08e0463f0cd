import { describe, expect, test } from 'vitest'
import { extract } from '../../src/extraction/rules/extract.ts'

/** Of the outermost attribution. */
const read = (text: string) => {
  const [a] = extract(text)
  if (!a) throw new Error(`nothing read in: ${text}`)
  return a
}
const act = (text: string) => read(text).act

describe('what is done by saying something, where the verb does not tell', () => {
  test.each([
    'The union said that the plant must close.',
    'The mayor said the brigade should leave the valley.',
    '“All sides must lay down their arms,” said the envoy.',
    '“The director should go,” the nurse said.',
    'The envoy said Narvia expects an explanation.',
    '“We expect an apology,” the premier said.',
    '“Let us wait for the count,” said the bishop.',
    'The premier told reporters that the rebels have to withdraw.',
    '“Stop the shelling,” the doctor said.',
    '“We are asking for two free days,” the driver said.',
  ])('a demand: %s', (text) => expect(act(text)).toBe('DEMAND'))

  test.each([
    'The company said it would pay for the repairs.',
    '“We will rebuild the bridge,” the mayor said.',
    'The minister announced that the state would compensate the farmers.',
    'The rebels announced that they would lay down their arms.',
    'The bank said that it will refund every client.',
    '“I will publish the letters,” said the clerk.',
    'The president said nobody would be left behind.',
    'The firm offered a new contract.',
    'The director undertook to publish the accounts.',
    'He said the army would not rest until they were found.',
  ])('a promise: %s', (text) => expect(act(text)).toBe('PROMISE'))

  test.each([
    'The lawyer said he would appeal the ruling.',
    'The lender said it would go to court.',
    '“We will leave the treaty,” the premier said.',
    'The spokesman said that Narvia would close its embassy.',
    'Its chairman said that the company would sell the mine.',
    'The senator said she was planning to step down.',
    'The leader said he would rather talk to the farmers.',
  ])('an intention: %s', (text) => expect(act(text)).toBe('INTEND'))

  test.each([
    'The commander said that there would be consequences.',
    'The premier warned that the rebels would pay a heavy price.',
    'The militia warned that it would burn the fields.',
    '“We will strike back,” the general said.',
    'The group said it reserved the right to respond.',
    'The minister said that the killers would be hunted.',
    'The minister warned that smugglers will be punished.',
  ])('a threat: %s', (text) => expect(act(text)).toBe('THREATEN'))

  test.each([
    'The analyst said that prices would fall.',
    'The analyst said that the river could rise by Monday.',
    'The agency warned that the fever could return.',
    'The mill warned that it would have to close unless grain arrived.',
    'The village council warned of floods.',
    'The filings said that the widow is likely to sell the house.',
    '“If this goes on, no ship will come,” said the pilot.',
    'Two diplomats said that the bloc would probably follow.',
  ])('a forecast: %s', (text) => expect(act(text)).toBe('PREDICT'))

  test.each([
    'The prosecutor said that Mr Bell had stolen six vans.',
    'Narvian officials said that Ostish drones struck a mill.',
    '“They bombed the school,” the teacher said.',
    '“He lied to the court,” the widow said.',
    'The ministry said the rebels violated the truce.',
    'The envoy said that Ostia was to blame.',
    'The widow alleged that the clerk knew.',
    'The party said that the count was rigged.',
    'The premier said that he holds the firm responsible.',
  ])('an accusation: %s', (text) => expect(act(text)).toBe('ACCUSE'))

  test.each([
    'The envoy called the raid barbaric.',
    'The priest described the sale as an insult to the poor.',
    '“This was piracy,” the captain said.',
    '“It is a disgrace,” said the nurse.',
    'The senator said the help had come too late.',
    'The union called the offer a farce.',
  ])('a condemnation: %s', (text) => expect(act(text)).toBe('CONDEMN'))

  test.each([
    'The envoy called the talks useful.',
    'The spokesman said the prime minister stands behind the bill.',
    'The palace said that the general had the full confidence of the king.',
    '“We welcome the truce,” the bishop said.',
  ])('support: %s', (text) => expect(act(text)).toBe('SUPPORT'))

  test.each([
    '“There was no leak,” the engineer said.',
    'The ministry said that no soldier had crossed the river.',
    '“I have never met the man,” the banker said.',
    'The army said none of its drones were in the air.',
    '“That is simply not true,” the clerk said.',
    'The firm called the report a fabrication.',
    '“We did not take the money,” said the treasurer.',
  ])('a denial: %s', (text) => expect(act(text)).toBe('DENY'))

  test.each([
    '“Narvia has nothing to do with this cable,” the envoy said.',
    'The group denied any part in the raid.',
    'The club denied any role in it.',
  ])('a denial of responsibility: %s', (text) => expect(act(text)).toBe('DENY_RESPONSIBILITY'))

  test.each([
    'The Sons of the Reed claimed the bombing.',
    'The northern cell claimed the attack.',
    '“We carried out the raid,” the captain said.',
    '“We are responsible for this,” he said.',
  ])('responsibility: %s', (text) => expect(act(text)).toBe('CLAIM_RESPONSIBILITY'))

  test.each([
    'The envoy was “deeply alarmed”, his spokesman said.',
    '“I am sorry for the delay,” the captain said.',
    'The lawyer said she hoped to see him on Monday.',
    '“I do not hate him,” the widow said.',
    'The mayor said that the town was shocked.',
    'The mayor lamented that the mill was closed.',
  ])('a feeling: %s', (text) => expect(act(text)).toBe('FEEL'))

  test.each([
    '“I cannot comment on that,” the banker said.',
    '“We are not going to speculate,” the pilot said.',
    'The palace said it would not comment on rumours.',
    'The clerk would not say who had signed.',
    'The witness could not recall who had called.',
    'The ministry neither confirmed nor denied the raid.',
    'The envoy did not want to comment on the talks.',
  ])('silence: %s', (text) =>
    expect(read(text)).toMatchObject({
      act: 'DECLINE_COMMENT',
      stance: 'UNCOMMITTED',
      certainty: 'POSSIBLE',
    }),
  )

  test.each([
    'The mayor said that the bridge was safe.',
    'The army said that nobody was hurt.',
    'The mayor said that no decision had been made.',
    'The doctor said that the bridge must have been old.',
    '“I saw two lorries,” the herdsman said.',
    'The commission announced that the vote will be repeated.',
    'There is no doubt that the town is safe, the minister said.',
    'The spokesman said that the army had struck a camp.',
    'The minister described the valley as quiet.',
    'The firm said a man was killed.',
    'The party claimed a majority.',
  ])('no more than a statement: %s', (text) => expect(act(text)).toBe('STATE'))
})

describe('how sure the words of the content are', () => {
  test.each([
    ['The mayor said that the dam may break.', 'POSSIBLE'],
    ['The mayor said that it might have been a shell.', 'POSSIBLE'],
    ['The firm admitted that packs made last spring might burn.', 'POSSIBLE'],
    ['“Perhaps they were tired,” the nurse said.', 'POSSIBLE'],
    ['“We have grain for maybe two months,” the miller said.', 'POSSIBLE'],
    ['The clerk said that the price could rise.', 'POSSIBLE'],
    ['The envoy believes that the toll could be higher.', 'POSSIBLE'],
    ['The envoy said that they will probably leave.', 'PROBABLE'],
    ['The clerk said that rain was likely.', 'PROBABLE'],
    ['“We think so,” the captain said.', 'PROBABLE'],
    ['The nurse said that none of the wounds is believed to be fatal.', 'PROBABLE'],
    ['The firm expects to open in May.', 'PROBABLE'],
    ['The herdsman said that he could see the smoke.', 'CERTAIN'],
    ['The mayor said that the bridge was safe.', 'CERTAIN'],
    ['The mayor said that they could not cross.', 'CERTAIN'],
    ['The clerk said on 3 May that the mill was closed.', 'CERTAIN'],
    ['The firm promised that nobody who may be hurt would be left alone.', 'CERTAIN'],
  ])('%s', (text, certainty) => expect(read(text).certainty).toBe(certainty))
})
