import type { EventType, ParticipantRole } from '../values/vocabulary.ts'
import type { Meaning } from './meaning.ts'

export const participantRoleMeaning: Meaning<ParticipantRole> = {
  of: 'The part that an actor takes in an event.',
  words: {
    INITIATOR: 'Began the event.',
    TARGET: 'Is whom or what the event was directed at.',
    PARTY: 'Took part, on any side, where it is not said or not settled who began.',
    AFFECTED: 'Bore the consequences without taking part, such as residents who were evacuated.',
  },
}

export const eventTypeMeaning: Meaning<EventType> = {
  of: 'The sixteen types of event of PLOVER, the successor of CAMEO, and OTHER.',
  words: {
    AGREE:
      'Agrees to something, or says that it will cooperate or give way. Doing so is COOPERATE, AID or CONCEDE.',
    CONSULT: 'Meets, visits, telephones, negotiates or mediates.',
    SUPPORT: 'Backs somebody by word or diplomacy: praise, recognition, an alliance. Material help is AID.',
    CONCEDE:
      'Gives way outside the battlefield: frees prisoners, lifts sanctions, resigns. Of soldiers: RETREAT.',
    COOPERATE: 'Works together in deeds: trade, joint exercises, shared intelligence or police work.',
    AID: 'Gives material help: money, weapons, relief goods, peacekeepers.',
    RETREAT: 'Gives way in arms: withdraws, surrenders, ceases fire, disarms.',
    REQUEST: 'Asks, appeals, demands or orders, without a threat. With a threat: THREATEN.',
    ACCUSE: 'Blames, criticizes, sues or investigates.',
    REJECT: 'Refuses a request, a proposal, an agreement or cooperation.',
    THREATEN: 'Threatens or warns of harm, an ultimatum included.',
    PROTEST: 'Civilians demonstrate, strike, boycott or riot.',
    SANCTION: 'Cuts back relations: embargo, expulsion, recall of an ambassador, aid stopped.',
    MOBILIZE: 'Moves or readies armed force without using it: alert, deployment, call-up.',
    COERCE:
      'Uses force of the state short of violence to the body: arrest, curfew, seizure, censorship, cyberattack.',
    ASSAULT: 'Uses physical violence: combat, shelling, bombing, killing, hostage-taking.',
    OTHER: 'None of the sixteen, such as an accident or a natural disaster.',
  },
}

export const eventText = {
  type: 'What sort of event it is, as PLOVER sorts events.',
  mode: 'The finer type in plain words, such as cross-border raid.',
  when: 'When it happened, as exactly as is known.',
  place: 'Where it happened.',
  partOf: 'The larger event to which it belongs, such as the war of a battle.',
  participants:
    'Participation that nobody disputes. Who was behind an event, or how many died in it, is a claim instead.',
} as const

export const participationText = {
  actor: 'The actor that took part.',
  role: 'The part that the actor took.',
} as const
