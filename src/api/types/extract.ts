import { storedText } from '../../reports/formats/bytes.ts'
import { mapAnswer } from '../../sql/engine.ts'
import { UnreadableError, UserError } from '../../values/errors.ts'
import { markBatch } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { preview } from './preview.ts'
import { ProposedStatement } from './proposed-statement.ts'

export const textArgument =
  'Plain text, such as a news report. BAD_USER_INPUT if there is no text in it, or something that is no text, such as a ' +
  'zero. The whole request may have 1 MiB.'

builder.queryFields((t) => ({
  extract: t.field({
    type: [ProposedStatement],
    description:
      'Who says what in a text in English, Russian or Ukrainian, found by rules, in the order of the text; nothing in a text ' +
      'of another language, as `textLanguage` tells it. Nothing is stored. Offsets are those of the text as `storedText` gives it.',
    args: {
      text: t.arg.string({ required: true, description: textArgument }),
      published: t.arg({
        type: 'EDTF',
        description: 'When the text was published. Words such as “on Tuesday” are dated by it.',
      }),
      publisher: t.arg.string({
        description:
          'Who published the text, by name: whom it calls “us” or “this newspaper” when somebody tells them something.',
      }),
    },
    resolve: (_, { text, published, publisher }, { graph }) => {
      const given = { published: published?.text, publisher: publisher?.trim() || undefined }
      return mapAnswer(preview({ report: givenText(text), ...given }, graph), markBatch)
    },
  }),
  storedText: t.string({
    description:
      'The text as it would be stored: without soft hyphens and byte order mark, its letters composed with their marks ' +
      '(NFC), and with each line ended by a line feed. ' +
      'The offsets that `extract` gives are offsets into it, so ask for both at once. Nothing is stored.',
    args: { text: t.arg.string({ required: true, description: textArgument }) },
    resolve: (_, { text }) => givenText(text),
  }),
}))

export function givenText(text: string): string {
  try {
    return storedText(text)
  } catch (error) {
    throw error instanceof UnreadableError ? new UserError(`The text ${error.message}`, ['text']) : error
  }
}
