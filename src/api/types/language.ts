import { languageName, languageOf, readAs } from '../../reports/formats/language.ts'
import { builder } from '../kit/builder.ts'
import { givenText, textArgument } from './extract.ts'

const TextLanguage = builder.objectRef<{ readonly tag: string }>('TextLanguage').implement({
  description: 'The language of a text, and whether it is found out who says what in texts of that language.',
  fields: (t) => ({
    tag: t.exposeString('tag', { description: 'Its language tag (BCP 47), such as uk.' }),
    name: t.string({
      description: 'What it is called in English.',
      resolve: ({ tag }) => languageName(tag),
    }),
    isRead: t.boolean({
      description:
        'Whether `extract` and `hearsay read` look for statements in it: in English, Russian and Ukrainian.',
      resolve: ({ tag }) => readAs(tag) !== undefined,
    }),
  }),
})

builder.queryField('textLanguage', (t) =>
  t.field({
    type: TextLanguage,
    nullable: true,
    description:
      'The language of a text, as its words tell; null where they do not, and the text is then read as English. ' +
      'Nothing is stored.',
    args: { text: t.arg.string({ required: true, description: textArgument }) },
    resolve: (_, { text }) => {
      const tag = languageOf(givenText(text), undefined)
      return tag === undefined ? null : { tag }
    },
  }),
)
