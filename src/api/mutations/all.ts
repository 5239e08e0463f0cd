import { builder } from '../kit/builder.ts'
import './record.ts'
import './record-many.ts'
import './review.ts'
import './remove.ts'
import './merge.ts'
import './merge-preview.ts'
import './undo.ts'
import './read-report.ts'

builder.mutationType({
  description:
    'All that can be changed. Each is one transaction and one revision of the history: all of it is written, or nothing. ' +
    'What can be expected to stand in the way comes as `problems`, all of it at once. All need the role EDITOR: without it ' +
    'the error is UNAUTHENTICATED or FORBIDDEN, and UNAVAILABLE on a server that only reads.',
})
