// The addresses of the pages, behind the "#". What people type is encoded twice over, because the router decodes
// a whole path before it looks for the slashes.
const encode = (text: string) => encodeURIComponent(encodeURIComponent(text));

// The text of one part of an address, as the router hands it over.
export function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

// In an address, where a type, an area or a partner could stand.
export const everyType = 'all';
const orEvery = (id: string) => encode(id === '' ? everyType : id);

export interface PartnersPlace {
  area?: string;
  steward?: string;
  status?: string;
  need?: string;
  order?: string;
  q?: string;
}

export const paths = {
  overview: '/',
  conflicts: '/conflicts',
  conflict: (id: string) => `/conflicts/${encode(id)}`,
  inbox: '/inbox',
  // Of every type without one. The order and the record in hand stand there too, so that somebody can be shown the same.
  inboxAt: (type = '', order = 'newest', id = '') =>
    `/inbox/${orEvery(type)}/${order}${id === '' ? '' : `/${encode(id)}`}`,
  board: '/board',
  // The filters and the card in hand stand there, so that somebody can be shown the same.
  boardAt: (area = '', partner = '', card = '') =>
    `/board/${orEvery(area)}/${orEvery(partner)}${card === '' ? '' : `/${encode(card)}`}`,
  partners: '/partners',
  // What the directory is narrowed to and ordered by; `order` begins with a minus where it descends.
  partnersAt: ({ area = '', steward = '', status = '', need = '', order = 'name', q = '' }: PartnersPlace) =>
    `/partners/${[area, steward, status, need].map(orEvery).join('/')}/${order}${q === '' ? '' : `/${encode(q)}`}`,
  partner: (id: string) => `/partner/${encode(id)}`,
  partnersCopy: (id: string) => `/partner/${encode(id)}/copy`,
  allRecords: '/records',
  records: (type: string, q = '') => `/records/${encode(type)}${q === '' ? '' : `/${encode(q)}`}`,
  record: (id: string) => `/record/${encode(id)}`,
  search: (q: string, type = '') => `/search/${encode(q)}${type === '' ? '' : `/${encode(type)}`}`,
  devices: '/devices',
  exports: '/exports',
  aside: '/aside',
  officerKeys: '/officer-keys',
};

export function searchedFor(location: string): string {
  return location.startsWith('/search/') ? decode(location.split('/')[2] ?? '') : '';
}

// The record whose page this is; empty on every other one.
export function recordIn(location: string): string {
  return location.startsWith('/record/') ? decode(location.split('/')[2] ?? '') : '';
}

// The type that a search looks through; empty for every one.
export function searchedIn(location: string): string {
  return location.startsWith('/search/') ? decode(location.split('/')[3] ?? '') : '';
}

// What the router handed over of partnersAt; a part that stands for every one is empty.
export function placeOf(parts: { [name in keyof PartnersPlace]: string | undefined }): Required<PartnersPlace> {
  const part = (text: string | undefined) => {
    const said = decode(text ?? '');
    return said === everyType ? '' : said;
  };
  const { area, steward, status, need, order, q } = parts;
  return { area: part(area), steward: part(steward), status: part(status), need: part(need), order: order ?? 'name', q: decode(q ?? '') };
}
