import { builder } from '../kit/builder.ts'
import './revised.ts'
import './statement-accepted.ts'

builder.subscriptionType({
  description:
    'What is told as it happens, as server-sent events (graphql-sse): ask with `Accept: text/event-stream`. Nothing is missed ' +
    'and nothing comes twice: whoever was cut off asks again, with the last revision that came as `since`. Who takes so long ' +
    'that too much was written meanwhile is told SLOW_READER and has to ask again.',
})
