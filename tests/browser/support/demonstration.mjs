// The demonstration programme with two tablets that changed one event apart, so that every page has something to show.
import { fillPartner } from './partner_year.mjs';
import { openHouse } from './programs.mjs';

export const programme = 'quillan';
const kMinuteMs = 60_000;

// Answers the event's id.
async function disagree(marisol, teo) {
  const events = await marisol.list('event');
  const event = events.find((one) => one.fields.title === 'Flu shot table') ?? events[0];
  const start = Date.parse(event.fields.start);
  const before = (minutes) => new Date(start - minutes * kMinuteMs).toISOString();
  const notes = event.fields.notes ?? '';
  await teo.put('event', {
    id: event.id,
    fields: { start: before(60), place: 'Front of the shop', notes: `${notes} The owner’s son speaks Arabic.`.trim() },
  });
  await marisol.put('event', {
    id: event.id,
    fields: { start: before(30), place: 'Back room', notes: `${notes} Bring the small cooler.`.trim() },
  });
  await teo.sync();
  await marisol.sync();
  return event.id;
}

// Each of the tablets says another place for one event. Answers its id.
async function disagreeAll(tablets) {
  const events = await tablets[0].list('event');
  const event = events.find((one) => one.fields.title === 'After the meal') ?? events[1];
  for (const [nth, tablet] of tablets.entries()) {
    await tablet.put('event', { id: event.id, fields: { place: `The hall behind the church, room ${nth + 1}` } });
  }
  for (const tablet of tablets) await tablet.sync();
  return event.id;
}

// A wave of the pulse, and what people answered on two tablets: enough that numbers speak of them, of some partners too few.
async function ask(noor, tablets, asked) {
  const others = (await noor.list('partner')).map(({ id }) => id).filter((id) => id !== asked);
  const partners = [...others.slice(0, 6), asked];
  const [wave] = await noor.put('survey_wave', {
    fields: { name: 'Spring', opens_on: '2026-03-02', closes_on: '2026-03-15', partners: { add: partners } },
  });
  await noor.sync();
  for (const [place, tablet] of tablets.entries()) {
    await tablet.sync();
    const answers = partners.flatMap((partner, at) => Array.from({ length: 3 + 2 * at }, (_, n) => answerOf(wave, partner, place + at + n)));
    await tablet.put('survey_response', ...answers);
    await tablet.sync();
  }
  return wave;
}

function answerOf(wave, partner, n) {
  const items = Array.from({ length: 12 }, (_, item) => [`item_${item + 1}`, String(2 + ((n + item) % 4))]);
  return { fields: { wave, partner, week: '2026-03-04', ...Object.fromEntries(items) } };
}

const firstOf = async (tablet, type, fits = () => true) => (await tablet.list(type)).find(fits).id;

// `ids` names records that pages show; `passwords` signs Noor in, and Dev into a programme on its first morning.
export async function openDemonstration() {
  const house = await openHouse();
  const { server } = house;
  await server.administer('programme', 'add', programme, '--title', 'Quillan County', '--demo');
  const passwords = { Noor: await server.addUser('Noor', programme, 'coordinator') };
  await server.administer('programme', 'add', 'heron', '--title', 'Heron Point');
  passwords.Dev = await server.addUser('Dev', 'heron', 'coordinator');
  await server.start();
  const [marisol, teo, noor] = [house.tablet(), house.tablet(), house.tablet()];
  await marisol.enrol(await server.invite('Marisol', programme), 'Heron 1');
  await teo.enrol(await server.invite('Teo', programme), 'Heron 2');
  await noor.enrol(await server.invite('Noor', programme, 'coordinator'), 'Heron 3');
  await marisol.sync();
  await teo.sync();
  await noor.sync();
  const dossier = await firstOf(marisol, 'partner', ({ fields }) => fields.name.startsWith('Iglesia'));
  await fillPartner(marisol, noor, dossier);
  await marisol.sync();
  await noor.sync();
  const ids = {
    dossier,
    event: await disagree(marisol, teo),
    threefold: await disagreeAll([marisol, teo, noor]),
    wave: await ask(noor, [marisol, teo], dossier),
    partner: await firstOf(marisol, 'partner'),
    feedback: await firstOf(marisol, 'feedback', ({ fields }) => fields.text.startsWith('The chairs are too low')),
    told: await firstOf(marisol, 'feedback', ({ fields }) => fields.text.startsWith('They came last year')),
    quiet: await firstOf(marisol, 'partner', ({ fields }) => fields.name.startsWith('Barbers')),
    commitment: await firstOf(marisol, 'commitment', ({ fields }) => fields.due_changes?.length > 0),
  };
  return { server, ids, passwords, close: () => house.close() };
}
