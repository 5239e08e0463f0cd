/** A report of some 400 words, by nobody, about the dispute: one line a paragraph. */
const paragraphs = `Night on the Heights

The bridge over the Lviv gorge was closed on Monday after a night of shelling, and both capitals were quick to speak. Arland
said that the bridge had fallen at midnight. Borland denied that the bridge had fallen. The road to the Highland stayed open
for ambulances, and little else.

In the afternoon the prime minister of Arland met reporters on the steps of the parliament. He had a folder under his arm and
did not open it. The Ministry of Defence of Arland said that Borland was behind the raid. It added that nine soldiers were
wounded. The ministry accused Borland of the shelling.

Borland denied that it was behind the raid. Borland accused Arland of the fire at the depot. A convoy of grey lorries was seen
on the coast road during the night, but nobody would say whose it was. The Free Riders claimed responsibility for the raid.
The Free Riders said that the depot had burned down.

Anna Müller said that ten people were killed. Anna Müller denied that the depot had burned down. The hospital in Lviv has forty
beds, and all of them were taken by the evening. According to Émile’s Herald, the talks failed. The Herald wrote that the
hospital had run out of blood.

Later in the evening a delegation of three arrived by train. They carried their own flags and left without a word. Arland said
that the delegation had left the town. Borland said that the talks would go on. Borland promised that the bridge would be
rebuilt. Arland demanded that Borland pay for the bridge.

On the market square people were selling torches and batteries, and a queue had formed before the only bakery with power. The
school has been a shelter since the spring. Anna Müller said that the school was full. Arland denied that it had shelled the
school. Borland believed that the shelling would stop.

The weather is expected to stay dry until the end of the week, with a light wind from the east. Trains to the coast run every
two hours. The ferry does not run at all. By midnight the square was empty again, and the first snow of the year had begun to
fall on the Heights, as it does in most years at this time, whoever holds them, and whatever has been said about them in the
two capitals during the day.
`

export const longReport = paragraphs.replace(/(?<!\n)\n(?!\n)/g, ' ')
