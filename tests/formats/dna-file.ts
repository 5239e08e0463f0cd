import { openDatabase } from '../../src/sql/sqlite/handle.ts'
import { fileOf } from './imported.ts'

/** The tables of a file of DNA 3, without what they check, so that anything can be put into them. */
const schema = `
create table SETTINGS(Property TEXT PRIMARY KEY, Value TEXT);
create table CODERS(ID INTEGER PRIMARY KEY, Name TEXT);
create table DOCUMENTS(ID INTEGER PRIMARY KEY, Title, Text, Coder, Author, Source, Section, Notes, Type, Date);
create table STATEMENTTYPES(ID INTEGER PRIMARY KEY, Label);
create table VARIABLES(ID INTEGER PRIMARY KEY, Variable, DataType, StatementTypeId);
create table REGEXES(Label TEXT PRIMARY KEY);
create table STATEMENTS(ID INTEGER PRIMARY KEY, StatementTypeId, DocumentId, Start, Stop, Coder);
create table DATABOOLEAN(ID INTEGER PRIMARY KEY, StatementId, VariableId, Value);
create table DATAINTEGER(ID INTEGER PRIMARY KEY, StatementId, VariableId, Value);
create table ENTITIES(ID INTEGER PRIMARY KEY, VariableId, Value, ChildOf);
create table DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId, VariableId, Entity);
create table DATALONGTEXT(ID INTEGER PRIMARY KEY, StatementId, VariableId, Value);
create table ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY, VariableId, AttributeVariable);
create table ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY, EntityId, AttributeVariableId, AttributeValue);
insert into SETTINGS values ('version', '3.0.7');
insert into CODERS values (1, 'Admin'), (2, 'Coder');
insert into STATEMENTTYPES values (1, 'DNA Statement'), (2, 'Annotation');
insert into VARIABLES values (1, 'Person', 'short text', 1), (2, 'ORGANIZATION', 'short text', 1),
  (3, 'concept', 'short text', 1), (4, 'agreement', 'boolean', 1), (5, 'frame', 'short text', 1), (6, 'note', 'long text', 2);
insert into ATTRIBUTEVARIABLES values (1, 1, 'Type'), (2, 1, 'Alias'), (3, 2, 'Notes'), (4, 3, 'Notes');
insert into ENTITIES values (1, 1, '', null), (2, 1, 'Ada Moss', null), (3, 2, '', null), (4, 2, 'Ministry of Rivers', null),
  (5, 3, '', null), (6, 3, 'Dams should be built.', null), (7, 5, 'economy', null);
insert into ATTRIBUTEVALUES values (1, 2, 1, 'minister'), (2, 2, 2, 'A. Moss'), (3, 4, 3, 'Looks after rivers.'), (4, 6, 4, 'Dams.'),
  (5, 4, 1, '');
insert into DOCUMENTS values
  (1, 'Dams', 'We need dams, she said. The ministry: no dams.', 2, 'J. Doe', 'Daily', 'p. 3', 'n', 'Article', 1106697600),
  (2, '', '', 2, '', '', '', '', '', 1106701200);
`

const coded = `
insert into STATEMENTS values (1, 1, 1, 0, 12, 2), (2, 1, 1, 24, 45, 2), (3, 2, 1, 0, 2, 2), (4, 1, 1, 0, 7, 2), (5, 1, 1, 3, 7, 2);
insert into DATASHORTTEXT values (1, 1, 1, 2), (2, 1, 2, 4), (3, 1, 3, 6), (4, 1, 5, 7),
  (5, 2, 1, 1), (6, 2, 2, 4), (7, 2, 3, 6), (8, 4, 1, 1), (9, 4, 2, 3), (10, 4, 3, 6), (11, 5, 1, 2), (12, 5, 2, 3), (13, 5, 3, 6);
insert into DATABOOLEAN values (1, 1, 4, 1), (2, 2, 4, 0), (3, 4, 4, 1);
insert into DATALONGTEXT values (1, 3, 6, 'What is this?');
`

function bytesOf(changes: string): Buffer {
  const db = openDatabase(':memory:')
  try {
    db.exec(schema + coded + changes)
    return db.serialize()
  } finally {
    db.close()
  }
}

/** A file of DNA 3 with two documents and five statements, and whatever else is done to it. */
export const dnaFile = (changes = ''): string => fileOf(bytesOf(changes), 'dna')

/** The same, changed as bytes. */
export const damagedDnaFile = (damage: (bytes: Buffer) => Uint8Array, changes = ''): string =>
  fileOf(damage(bytesOf(changes)), 'dna')
