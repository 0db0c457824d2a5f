// What the server says and takes under /api. Every rule, number and permission is decided there.

export type Label = { en: string; es?: string };

export type Kind =
  | 'text'
  | 'long_text'
  | 'number'
  | 'decimal'
  | 'boolean'
  | 'date'
  | 'time'
  | 'date_time'
  | 'enumeration'
  | 'reference'
  | 'language'
  | 'place'
  | 'row';

export type Rule =
  | 'immutable'
  | 'latest'
  | 'ask'
  | 'union'
  | 'count'
  | 'min'
  | 'max'
  | 'or'
  | 'append'
  | 'consent'
  | 'status';

export type Role = 'volunteer' | 'worker' | 'coordinator' | 'safeguarding' | 'admin';

export interface FieldType {
  name: string;
  label: Label;
  kind: Kind;
  rule: Rule;
  values?: { name: string; label: Label }[];
  required?: boolean;
  class: number;
  reference?: string;
  widget?: string;
  least?: number;
  most?: number;
  cells?: FieldType[];
}

export interface RecordType {
  name: string;
  label: Label;
  plural: Label;
  icon: string;
  title: string[];
  fields: FieldType[];
}

export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
export type Fields = Record<string, Value>;

export interface Session {
  user: { id: string; name: string };
  programmes: { programme: string; name: string; role: Role }[];
  csrf: string;
}

export interface Overview {
  counts: Record<string, number>;
  conflicts: number;
  refused: number;
  devices: number;
  last_upload: { at: string; device: string; person: string } | null;
  recent: { id: string; type: string; title: string; at: string; person: string; device: string }[];
}

export interface RecordRow {
  id: string;
  type: string;
  title: string;
  fields: Fields;
  deleted: boolean;
  flags: string[];
  conflicts: string[];
  updated_at: string;
  person: string;
  device: string;
}

export interface Version {
  value: Value;
  user: string;
  device: string;
  at: string;
}

export interface RecordPage {
  id: string;
  type: string;
  title: string;
  number: string;
  fields: Fields;
  deleted: boolean;
  flags: string[];
  conflicts: Record<string, Version[]>;
}

export interface Operation {
  field: string;
  op: 'write' | 'add' | 'remove' | 'count' | 'delete' | 'keep';
  value: Value;
  seen?: string;
}

export interface HistoryEntry {
  at: string;
  user: string;
  device: string;
  dot: string;
  number: string | null;
  verdict: 'applied' | 'reviewed' | 'quarantined' | 'refused';
  reason: string;
  operations: Operation[];
}

export interface ConflictRow {
  id: string;
  type: string;
  title: string;
  fields: string[];
  flags: string[];
  at: string;
}

export interface Device {
  id: string;
  name: string;
  person: string;
  role: Role;
  enrolled_at: string;
  last_seen: string | null;
  revoked: boolean;
}

export interface Enrolment {
  id: string;
  link: string;
  code: string;
  office: string;
  qr_svg: string;
  expires_at: string;
}

export interface EnrolmentState {
  state: 'open' | 'claimed' | 'confirmed' | 'refused' | 'expired';
  words: string[] | null;
}

// A page of a long list: `next` is handed back to go on.
export interface Page<Item> {
  items: Item[];
  next: string | null;
  total?: number;
}

export type FieldEdit = Value | { add: Value[]; remove: Value[] } | { add: number };

export interface Edit {
  seen: string;
  fields: Record<string, FieldEdit>;
  deleted?: boolean;
}
