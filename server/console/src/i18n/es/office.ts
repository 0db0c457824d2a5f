// Why the office set something aside, or has it again. It keeps the sentence in English beside what it speaks of.
const reasons: Record<string, string> = {
  "This tablet's data is an old copy: another change already bears this place. It is kept for the coordinator.":
    'Los datos de esta tableta son una copia antigua: otro cambio ya ocupa este lugar. Se guarda para la coordinación.',
  'The office does not know this kind of record yet. It is kept for the coordinator.':
    'La oficina aún no conoce este tipo de registro. Se guarda para la coordinación.',
  'What this tablet may change was narrowed before this arrived. It is kept for the coordinator.':
    'Antes de que llegara, se redujo lo que esta tableta puede cambiar. Se guarda para la coordinación.',
  'The office cannot open what was handed in here: it is sealed with a key that the office does not have. It is kept for the coordinator. Please write it again.':
    'La oficina no puede abrir lo que se entregó aquí: está sellado con una clave que no tiene. Se guarda para la coordinación. Escríbalo de nuevo.',
  'The office was restored from a backup, and its record has no place for this any more. It is kept for the coordinator.':
    'La oficina se restauró de una copia, y en su registro ya no hay lugar para esto. Se guarda para la coordinación.',
  "The coordinator withdrew this tablet's access before this arrived. It is kept for the coordinator.":
    'La coordinación retiró el acceso de esta tableta antes de que llegara. Se guarda para la coordinación.',
  'Given back by its tablet after the office was restored from a backup.':
    'Su tableta lo devolvió después de que la oficina se restaurara de una copia.',
};

const joined = /^Came back after the office was restored from a backup, with the copy on (.*)\.$/;

// As the office said it where it is not known.
export function officeReason(sentence: string): string {
  const device = joined.exec(sentence)?.[1];
  if (device !== undefined) return `Volvió después de que la oficina se restaurara de una copia, con la copia en ${device}.`;
  return reasons[sentence] ?? sentence;
}
