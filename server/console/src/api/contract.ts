import type { components, operations } from '@/generated/api';

export type { Value } from './value';

// Names for the shapes of server/app/openapi.json. None is written here a second time.
type Schemas = components['schemas'];

export type Label = Schemas['Label'];
export type Fields = Schemas['Fields'];
export type Role = Schemas['Role'];
export type FieldType = Schemas['FieldType'];
export type RecordType = Schemas['RecordType'];
export type Session = Schemas['Session'];
export type Overview = Schemas['Overview'];
export type Measures = Schemas['Measures'];
export type Answers = Schemas['Answers'];
export type RecordRow = Schemas['RecordRow'];
export type Version = Schemas['Version'];
export type RecordPage = Schemas['RecordPage'];
export type Operation = Schemas['Operation'];
export type AsideEntry = Schemas['AsideEntry'];
export type HistoryEntry = Schemas['HistoryEntry'];
export type ConflictRow = Schemas['ConflictRow'];
export type InboxRow = Schemas['InboxRow'];
export type Board = Schemas['Board'];
export type BoardCard = Schemas['BoardCard'];
export type BoardAnswer = Schemas['BoardAnswer'];
export type Stage = Board['columns'][number]['stage'];
export type Poster = Schemas['Poster'];
export type PosterText = Schemas['PosterText'];
export type PartnerList = Schemas['PartnerList'];
export type PartnerRow = Schemas['PartnerRow'];
export type Partner = Schemas['Partner'];
export type PartnerSteward = Schemas['PartnerSteward'];
export type PartnerMeeting = Schemas['PartnerMeeting'];
export type Export = Schemas['Export'];
export type NewExport = operations['beginExport']['requestBody']['content']['application/json'];
export type NewRecord = operations['addRecord']['requestBody']['content']['application/json'];
export type Device = Schemas['Device'];
export type Enrolment = Schemas['Enrolment'];
export type TypeAnswer = operations['types']['responses']['200']['content']['application/json'];
export type Heading = Schemas['Heading'];
export type DeviceCounts = Schemas['DeviceList']['counts'];
export type Kind = FieldType['kind'];
export type Rule = FieldType['rule'];
export type Edit = operations['edit']['requestBody']['content']['application/json'];
export type NewReview = operations['review']['requestBody']['content']['application/json'];
export type Undo = operations['undo']['requestBody']['content']['application/json'];
export type FieldEdit = Schemas['FieldEdit'];
