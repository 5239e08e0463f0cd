import { DEFAULT_PAGE, LARGEST_PAGE } from '../../sql/page.ts'
import { defaultLimits } from './limits.ts'

const number = (value: number): string => value.toLocaleString('en')
const { depth, aliases, aliasLength, tokens, cost, rows, characters, errors, values, nesting } = defaultLimits

/** The description of the schema itself: the first page of the manual that GraphiQL's Docs are. */
export const manual = `Who said what about whom: actors, places, events, sources, claims, statements and assessments, as linked nodes.

A statement is one speaker saying one thing in one source. It may speak to a claim, a proposition that can be true or false, and take a side on it (stance) with some certainty. The position of an actor on a claim is that of the latest statement made by it or on its behalf, and the standing of a claim follows from all positions on it. Contested facts are claims, and never fields of an event or an actor. Only accepted statements count.

**Ids and slugs.** Every node has a permanent id, such as \`actor_17\`. Actors, places, events, sources and claims also have a readable slug, such as \`russia\`. Wherever an argument takes an ID, the slug of such a node is taken as well. A query for one node answers null where there is none; a filter that names an unknown node is the error NOT_FOUND.

**Pages.** Long lists are connections. \`first: 20\` asks for the beginning, \`after\` with the \`endCursor\` of one page for the next, \`last\` and \`before\` for the way back. A page has ${DEFAULT_PAGE} nodes if neither \`first\` nor \`last\` is given, and at most ${LARGEST_PAGE}. A cursor is good for the list and the order that it came from. \`totalCount\` is counted only if it is asked for.

**Dates.** Dates are EDTF (ISO 8601-2, level 1), because many are only half known: \`2023-05-22\`, \`2023-05\`, \`2023-05-22~\` (about), \`2022-02-24/..\` (open). They are in UTC. A filter by time keeps what may lie within the time, and leaves out what has no date. \`asOf\` asks how things stood by the end of a date.

**Writing.** A mutation is one transaction and one revision: all of it is written, or nothing. Its inputs are the dossier’s items; a field that is left out stays as it is, null empties it, a list replaces the whole list. What can be expected to stand in the way (\`Invalid\`, \`Conflict\`, \`InUse\`) is not an error: it comes as \`problems\`, all of it at once, each with its path among the arguments. Hand a node’s \`revision { id }\` back as \`expectedRevision\`, and nobody’s change is overwritten unseen. \`history\` tells what became of a node, field by field; \`undo\` takes a revision back. Writing needs the role EDITOR, by a session or a token; reading is open, unless the server is private.

**Live.** The subscriptions tell of changes as they are written, as server-sent events; \`since\` goes on after the last revision that came.

**Limits.** An operation may be ${depth} fields deep, with ${aliases} aliases of at most ${aliasLength} characters and ${number(tokens)} tokens, and cost ${number(cost)}. The cost is about the number of nodes that it asks for: a list costs its \`first\` (or \`last\`) times what stands inside it. A list without such an argument counts as ${DEFAULT_PAGE}. What the schema tells of itself costs as many as it has fields. An answer holds at most ${number(rows)} rows and ${number(characters)} characters, and tells of at most ${errors} errors; then MORE_ERRORS says how many there are besides. A list that is given, in the document or in a variable, may have ${number(values)} values, and lists and objects of values may stand ${nesting} deep in each other. A text that is given may have neither the character NUL nor half of a surrogate pair.

**Errors.** Each has a message in plain English and a code in \`extensions.code\`. The caller can mend BAD_USER_INPUT and NOT_FOUND (\`extensions.argument\` is the path of the argument at fault, \`extensions.nearest\` the slugs that come nearest to an unknown one), GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, UNAUTHENTICATED and FORBIDDEN (sign in, or send a token of somebody who may), DEPTH_LIMIT, ALIAS_LIMIT, TOKEN_LIMIT, COST_LIMIT and TIMEOUT (ask for less), and, of the HTTP request itself, BAD_REQUEST, PAYLOAD_TOO_LARGE, BUSY and UNAVAILABLE (ask again in a moment; /health says why there is no graph; a server that only reads answers no mutation), SLOW_READER (subscribe again, with the last revision that came) and the PERSISTED_QUERY codes of Apollo’s protocol. INTERNAL_SERVER_ERROR is the server’s fault: its \`extensions.id\` is in the server’s log. An error empties the nearest place around it that may be null: one node, such as \`actor\`, or a \`query\` within the query; a list at the root may not, and the whole answer is null.`
