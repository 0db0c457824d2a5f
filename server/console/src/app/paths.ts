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

export const paths = {
  overview: '/',
  conflicts: '/conflicts',
  conflict: (id: string) => `/conflicts/${encode(id)}`,
  records: (type: string, q = '') => `/records/${encode(type)}${q === '' ? '' : `/${encode(q)}`}`,
  record: (id: string) => `/record/${encode(id)}`,
  search: (q: string) => `/search/${encode(q)}`,
  devices: '/devices',
};

export function searchedFor(location: string): string {
  return location.startsWith('/search/') ? decode(location.slice('/search/'.length)) : '';
}
