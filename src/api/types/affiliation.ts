import { actorText, affiliationText } from '../../meaning/actor.ts'
import type { AffiliationFilter, AffiliationRecord } from '../../model/actor/affiliation-store.ts'
import type { Edtf } from '../../values/date.ts'
import { relationToMany } from '../kit/batch.ts'
import { builder } from '../kit/builder.ts'
import { reviewText } from '../kit/descriptions.ts'
import { AffiliationRoleEnum, ReviewStateEnum } from '../kit/enum.ts'
import { Actor, PersonObject } from './actor.ts'
import { requiredEntity } from './entity.ts'

const Affiliation = builder.objectRef<AffiliationRecord>('Affiliation').implement({
  description: 'One actor’s membership of another, or office in it.',
  fields: (t) => ({
    actor: t.field({
      type: Actor,
      description: 'The actor that belongs to the other, or holds office in it.',
      resolve: requiredEntity((row) => row.actorId),
    }),
    organization: t.field({
      type: Actor,
      description: affiliationText.organization,
      resolve: requiredEntity((row) => row.organizationId),
    }),
    role: t.expose('role', { type: AffiliationRoleEnum, description: affiliationText.role }),
    title: t.exposeString('title', { nullable: true, description: affiliationText.title }),
    from: t.expose('from', { type: 'EDTF', nullable: true, description: affiliationText.from }),
    until: t.expose('until', { type: 'EDTF', nullable: true, description: affiliationText.until }),
  }),
})

const affiliationsOf = relationToMany(
  ({ graph }, ids, filter: AffiliationFilter) => graph.affiliations.of('actor_id', ids, filter),
  ({ actorId }) => actorId,
)
const affiliatesOf = relationToMany(
  ({ graph }, ids, filter: AffiliationFilter) => graph.affiliations.of('organization_id', ids, filter),
  ({ organizationId }) => organizationId,
)
const during = (at: Edtf | null | undefined) => at && { earliest: at.earliest, latest: at.latest }

builder.interfaceFields(Actor, (t) => ({
  affiliations: t.field({
    type: [Affiliation],
    description: actorText.affiliations,
    args: { at: t.arg({ type: 'EDTF', description: 'Only those that may have held at this time.' }) },
    resolve: (actor, { at }, context) => affiliationsOf(actor, { at: during(at) }, context),
  }),
  affiliates: t.field({
    type: [Affiliation],
    description: 'Who belongs to, or holds office in, this actor.',
    args: {
      at: t.arg({ type: 'EDTF', description: 'Only those that may have held at this time.' }),
      role: t.arg({ type: AffiliationRoleEnum, description: 'Only those with this role.' }),
      review: t.arg({ type: [ReviewStateEnum], description: reviewText('actors') }),
    },
    resolve: (actor, { at, role, review }, context) =>
      affiliatesOf(actor, { at: during(at), role, review }, context),
  }),
}))

builder.objectFields(PersonObject, (t) => ({
  offices: t.field({
    type: [Affiliation],
    description: 'The person’s affiliations as official, leader or spokesperson, past ones included.',
    args: { at: t.arg({ type: 'EDTF', description: 'Only those that may have been held at this time.' }) },
    resolve: (person, { at }, context) =>
      affiliationsOf(person, { at: during(at), roles: ['OFFICIAL', 'LEADER', 'SPOKESPERSON'] }, context),
  }),
}))
