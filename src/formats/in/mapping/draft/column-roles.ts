/** What a column may be, as its head is usually called in several languages. */
const heads = {
  id: 'id uid key number no nr ref code statementid quoteid eventid reportid recordid номер код ід',
  speaker:
    'speaker speakername who actor person name source_actor author_of_quote politician quotedperson sprecher sprecherin redner orateur locuteur qui orador hablante quien спикер спікер говорящий кто хто мовець автор_цитати',
  organization:
    'organization organisation org affiliation party group institution organisationname speaksfor speaks_for onbehalfof partei parti partido организация організація партия партія',
  text: 'text quote quotation what statement statementtext utterance said words exact content body zitat aussage citation déclaration declaration cita texto declaración declaracion цитата текст высказывание висловлювання заява заявление',
  claim:
    'claim claimtext claimreviewed proposition assertion concept allegation behauptung affirmation afirmación afirmacion утверждение твердження тезис теза',
  stance:
    'stance position agreement agree agrees side pro_con haltung zustimmung accord postura позиция позиція согласие згода',
  certainty: 'certainty confidence sicherheit certitude certeza уверенность впевненість',
  about: 'about target subject topic entities entity mentions thema sujet tema über о_ком про_кого тема',
  saidAt: 'saidat date_said statementdate dateofstatement quotedate dateofquote spokenat said_on when',
  title:
    'title headline sourcetitle articletitle article report source document titel schlagzeile überschrift titre título titulo titolo заголовок название назва источник джерело',
  url: 'url link href sourceurl source_url articleurl website web address adresse lien enlace ссылка посилання адрес',
  publisher:
    'publisher outlet media newspaper publication where_published sourcename source_name publishername medium zeitung herausgeber média journal medio editorial издание видання сми змі',
  author: 'author byline journalist autor autorin auteur автор',
  publishedAt:
    'publishedat date published publicationdate dateofpublication articledate dateofarticle published_on pubdate published_at day time timestamp datetime datum veröffentlicht fecha data дата опубликовано опубліковано',
  language: 'language lang sprache langue idioma lingua язык мова',
  place:
    'place location city town place_name placename site asciiname ort stadt lieu ville lugar ciudad место місце город місто',
  region: 'region admin1 adm1_name province oblast state_province регион регіон область',
  latitude: 'latitude lat breite latitud широта',
  longitude: 'longitude lon lng long länge longitud долгота довгота',
  event: 'event eventname event_name incident ereignis événement evento событие подія',
  eventDate: 'eventdate event_date incidentdate',
  eventType: 'eventtype event_type sub_event_type',
  description:
    'description notes note summary comment details beschreibung bemerkung description_fr descripción описание опис примечание примітка',
  actorType: 'actortype speakertype speaker_kind type kind category typ тип',
} as const

export type ColumnRole = keyof typeof heads

/** As heads are compared: small letters and digits only. */
const bareHead = (head: string): string => head.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const roleByHead: ReadonlyMap<string, ColumnRole> = new Map(
  (Object.keys(heads) as ColumnRole[])
    .flatMap((role) => heads[role].split(' ').map((head) => [bareHead(head), role] as const))
    .reverse(),
)

/** The role that a column has by its head; undefined where nothing is usually called so. */
export const roleOfHead = (head: string): ColumnRole | undefined => roleByHead.get(bareHead(head))
