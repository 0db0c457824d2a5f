import { createContext, useContext } from 'react';
import type { Role, Session } from '@/api/contract';

// The programme that the page shows, and what its reader may do there.
export interface Programme {
  programme: string;
  name: string;
  role: Role;
}

const Context = createContext<Programme | null>(null);
export const ProgrammeProvider = Context.Provider;

export function useProgramme(): Programme {
  const programme = useContext(Context);
  if (programme === null) throw new Error('useProgramme outside of a programme');
  return programme;
}

const remembered = 'rapport.programme';

// The one looked at last, if it is still theirs.
export function firstProgramme(session: Session): Programme | undefined {
  const last = window.localStorage.getItem(remembered);
  return session.programmes.find((one) => one.programme === last) ?? session.programmes[0];
}

export function rememberProgramme(programme: string): void {
  window.localStorage.setItem(remembered, programme);
}

// What the page offers; the server decides what is allowed.
export function mayManageDevices(role: Role): boolean {
  return role === 'coordinator' || role === 'admin';
}

// Who is told what anonymous answers say together.
export function mayReadAnswers(role: Role): boolean {
  return role === 'coordinator' || role === 'admin';
}

// Who approves an answer for everybody's eyes.
export function mayPublish(role: Role): boolean {
  return role === 'coordinator';
}

// Who may take records with them.
export function mayExport(role: Role): boolean {
  return role === 'coordinator' || role === 'admin';
}

// Who says that they read what came in.
export function mayReview(role: Role): boolean {
  return role === 'coordinator' || role === 'safeguarding';
}

// Who sees to what tablets brought and nobody judged.
export function seesToAside(role: Role): boolean {
  return role === 'coordinator' || role === 'safeguarding' || role === 'admin';
}

// Who makes sealing keys, and who sees to it that they are made.
export function mayKeepKeys(role: Role): boolean {
  return role === 'safeguarding' || role === 'admin';
}
