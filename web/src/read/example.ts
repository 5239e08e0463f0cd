/** In our own words, and nobody is made to say what was not said: what the dossier of a first start holds. */
export const example = {
  published: '2023-05-24',
  text: `Two armed groups say the raid was theirs

Moscow said on Tuesday that seventy attackers had been killed in the Belgorod Region. The Russian Ministry of Defence accused Ukraine of the raid, and claimed that whoever survived had been driven back to the border.

Kyiv denied that Ukraine was behind the incursion. According to Ukrainian officials, those who took part were Russians. The Liberty of Russia Legion claimed responsibility on social media.

A local paper wrote that the governor, Vyacheslav Gladkov, had said that one civilian was killed. He added that a drone attacked Belgorod and damaged a car.

In Washington, Matthew Miller said that the United States did not encourage the attack, and doubted that American weapons had been used.
`,
}
