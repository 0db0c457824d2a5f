// A year with one partner of the demonstration, as its tablets wrote it down: people, promises, meetings, what was heard and what each side
// brought. All of it is invented.

const kDayMs = 86_400_000;
const day = (ago) => new Date(Date.now() - ago * kDayMs).toISOString().slice(0, 10);
const at = (ago, hour = '16:00') => `${day(ago)}T${hour}:00-06:00`;

const kPromises = [
  ['Blood pressure cuffs', 320, 300, 302],
  ['Printed menu in Spanish', 262, 245, 246],
  ['Return with results', 214, 200, 186],
  ['Youth first-aid day', 165, 150, 152],
  ['Nurse on Saturdays', 106, 80, 82],
  ['Bus stop letter', 55, 40, 27],
  ['Chairs and water', 14, -6, null],
];

const kContributions = [
  ['received', 'space', 9],
  ['received', 'food', 12],
  ['given', 'volunteering', 4],
  ['received', 'volunteering', 11],
  ['given', 'interpretation', 8],
  ['received', 'interpretation', 2],
  ['given', 'training', 6],
  ['received', 'training', 1],
];

const kThemes = ['Opening hours', 'Transport', 'Language', 'Cost', 'Isolation', 'Respect'];

// `worker` writes what a worker may, `coordinator` the agreements.
export async function fillPartner(worker, coordinator, partner) {
  const us = { partner, owed_by: 'us', owed_to: 'Iglesia Camino Claro', origin: 'conversation', size: 'small' };
  await worker.put(
    'commitment',
    ...kPromises.map(([text, , due, done]) => ({
      fields: { ...us, text, original_due: day(due), status: done === null ? 'doing' : 'kept', ...(done !== null && { done_at: at(done) }) },
    })),
  );
  await worker.put(
    'contact',
    { fields: { partner, name: 'Efraín', title: 'pastor', phone: '555-0141', preferred_channel: 'phone', languages: ['es'], consent_to_contact: 'yes' } },
    { fields: { partner, name: 'Lupe', title: 'kitchen lead', phone: '555-0142', preferred_channel: 'in_person', languages: ['es', 'mix'], consent_to_contact: 'yes' } },
    { fields: { partner, name: 'Dani', title: 'youth group', phone: '555-0143', preferred_channel: 'message', consent_to_contact: 'no' } },
  );
  await worker.put(
    'steward_assignment',
    {
      fields: {
        partner,
        side: 'us',
        person: 'Amina',
        from: day(600),
        to: day(41),
        handover_note: 'Greet the elders first. Lupe in the kitchen knows who speaks Mixteco.',
        partner_told_at: at(60),
        checklist: [{ step: 'Go through open promises together', done: true }, { step: 'Introduce the new steward in person', done: false }],
      },
    },
    { fields: { partner, side: 'us', person: 'Marisol', from: day(40) } },
    { fields: { partner, side: 'partner', person: 'Efraín', from: day(600) } },
  );
  await worker.put(
    'contribution',
    ...kContributions.flatMap(([direction, kind, times]) =>
      Array.from({ length: times }, (_, nth) => ({
        fields: { partner, direction, kind, text: 'At a visit', amount: 2, unit: 'hours', on: day(20 + nth * 24) },
      })),
    ),
  );
  await listen(worker, partner);
  await coordinator.put(
    'agreement',
    { fields: { title: 'Hall use, Saturdays', kind: 'memorandum', parties: [partner], signed_on: day(300), ends_on: day(-95) } },
    { fields: { title: 'Photos only after asking', kind: 'memorandum', parties: [partner], signed_on: day(280) } },
    { fields: { title: 'They see their own numbers first', kind: 'data_sharing', parties: [partner] } },
  );
}

async function listen(worker, partner) {
  const codes = Object.fromEntries((await worker.list('code')).map(({ id, fields }) => [fields.name_en, id]));
  const sessions = [];
  for (const [nth, ago] of [230, 170, 110, 62].entries()) {
    const [event] = await worker.put('event', {
      fields: {
        type: nth % 2 === 0 ? 'listening' : 'check_in',
        title: `After the meal, visit ${nth + 1}`,
        start: at(ago),
        end: at(ago, '18:00'),
        place: 'Hall on Calle Doce',
        planned: true,
        partner,
        partners_attended: [partner],
        status: 'held',
        time_zone: 'America/Chicago',
      },
    });
    await worker.put('minutes', { fields: { event, title: 'Notes', partner, share: 'partner', sent_at: at(ago - 1), ...(nth < 3 && { acknowledged_at: at(ago - 3) }) } });
    const [session] = await worker.put('listening_session', {
      fields: { event, purpose: 'What keeps people away', level: 'consult', participants: { add: 9 + 2 * nth }, shared_back_at: at(ago - 14) },
    });
    sessions.push(session);
    // The first themes come up every time, the last ones once.
    const raised = kThemes.filter((_, at) => at < 6 - nth);
    await worker.put('note', ...raised.map((theme) => ({ fields: { session, text: `About ${theme.toLowerCase()}.`, time: at(ago), author: 'Teo', codes: [codes[theme]], language: 'en' } })));
  }
  await worker.put(
    'quote',
    { fields: { session: sessions[3], verbatim: 'You came back with the results. Nobody had come back before.', original_language: 'en', attribution: 'role', speaker: 'Kitchen volunteer', consent: 'yes' } },
    { fields: { session: sessions[2], verbatim: 'Salgo del trabajo a las cinco. Cuando cruzo el río, la puerta ya está cerrada.', original_language: 'es', translation: 'I leave work at five. By the time I cross the river, the door is locked.', attribution: 'none', consent: 'yes' } },
  );
  await worker.put(
    'need',
    { fields: { text: 'A clinic that is open after work', code: codes['Opening hours'], status: 'confirmed', agreed_by: ['us', partner], source_sessions: sessions, ranks: [{ partner, rank: 1 }] } },
    { fields: { text: 'Letters that people can read', code: codes['Language'], status: 'heard', agreed_by: [partner], source_sessions: [sessions[0]], ranks: [{ partner, rank: 2 }] } },
  );
}
