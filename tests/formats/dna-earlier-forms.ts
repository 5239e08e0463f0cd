/** Turns the tables of DNA 3 into those that earlier versions wrote, as far as they are read. */

const attribute = (name: string): string =>
  `(select AttributeValue from ATTRIBUTEVALUES v join ATTRIBUTEVARIABLES a on a.ID = AttributeVariableId
    where EntityId = e.ID and AttributeVariable = '${name}')`

/** What is known of an entity stands in the entity's own row. */
const attributesInColumns = `
create table ATTRIBUTES(ID INTEGER PRIMARY KEY NOT NULL, VariableId INTEGER NOT NULL, Value TEXT NOT NULL, Red INTEGER, Type TEXT,
  Alias TEXT, Notes TEXT, ChildOf TEXT);
insert into ATTRIBUTES select ID, VariableId, Value, 0, ${attribute('Type')}, ${attribute('Alias')}, ${attribute('Notes')}, ''
  from ENTITIES e;
drop table ATTRIBUTEVALUES;
drop table ATTRIBUTEVARIABLES;
`

const typesOfValues = ['DATABOOLEAN', 'DATAINTEGER', 'DATALONGTEXT']
  .map((table) => `alter table ${table} add column StatementTypeId INTEGER;`)
  .join('\n')

/** Short texts stand where they were coded, without a row for each of them. */
const textsWrittenOut = `
create table texts(ID INTEGER PRIMARY KEY NOT NULL, StatementId INTEGER, VariableId INTEGER, StatementTypeId INTEGER, Value TEXT);
insert into texts select d.ID, StatementId, d.VariableId, 1, Value from DATASHORTTEXT d join ENTITIES e on e.ID = Entity;
drop table DATASHORTTEXT;
alter table texts rename to DATASHORTTEXT;
${typesOfValues}
drop table ENTITIES;
`

const textsByTheirIds = `
alter table DATASHORTTEXT rename column Entity to Value;
`

/** DNA 2 as from 2016 on, and what was between it and DNA 3. */
export const dna2 = `${attributesInColumns}${textsWrittenOut}
update DOCUMENTS set Date = Date * 1000;
create table STATEMENTLINKS(ID INTEGER PRIMARY KEY NOT NULL, SourceId INTEGER, TargetId INTEGER);
`
export const dna2InSeconds = attributesInColumns + textsWrittenOut
export const dna3WithColumns = `${attributesInColumns}${textsByTheirIds}drop table ENTITIES;`
export const dna3WithMetadata = `${textsByTheirIds}
alter table ENTITIES rename to ATTRIBUTES;
alter table ATTRIBUTEVARIABLES rename column AttributeVariable to MetaVariable;
alter table ATTRIBUTEVALUES rename to ATTRIBUTEMETADATA;
alter table ATTRIBUTEMETADATA rename column EntityId to AttributeId;
alter table ATTRIBUTEMETADATA rename column AttributeVariableId to MetaVariableId;
alter table ATTRIBUTEMETADATA rename column AttributeValue to Value;
`

/** What the first form of DNA 2 has no place for. */
export const withoutAuthorsAndAttributes = `
update DOCUMENTS set Author = '';
delete from ATTRIBUTEVALUES;
`

/** Types of statement are named by their labels, documents have no authors, and nothing is known of entities. */
export const firstDna2 = `${dna2}
drop table ATTRIBUTES;
alter table DOCUMENTS drop column Author;
alter table CODERS rename to CODER;
update VARIABLES set StatementTypeId = (select Label from STATEMENTTYPES t where t.ID = StatementTypeId);
alter table VARIABLES rename column StatementTypeId to StatementType;
update STATEMENTS set StatementTypeId = (select Label from STATEMENTTYPES t where t.ID = StatementTypeId);
alter table STATEMENTS rename column StatementTypeId to Type;
alter table STATEMENTS rename column DocumentId to Document;
alter table DATASHORTTEXT rename column StatementTypeId to StatementType;
create table labels(Label TEXT PRIMARY KEY, Red INTEGER);
insert into labels select Label, 0 from STATEMENTTYPES;
drop table STATEMENTTYPES;
alter table labels rename to STATEMENTTYPES;
`
