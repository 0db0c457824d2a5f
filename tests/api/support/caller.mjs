// HTTP as a stranger may write it: nothing is added, nothing is mended.
import http from 'node:http';

// Answers {status, headers, body, bytes}; `body` is parsed where it is JSON. With `lengthBytes` the headers promise a body of
// that length, and nothing follows: a server that minds its limits answers all the same.
export function ask(address, { method, path, headers = {}, body, lengthBytes }) {
  const [host, port] = address.split(':');
  const length = lengthBytes ?? (body === undefined ? undefined : Buffer.byteLength(body));
  return new Promise((resolve, reject) => {
    const request = http.request({
      host,
      port,
      method,
      path,
      agent: false,
      headers: { ...(length === undefined ? {} : { 'Content-Length': length }), ...headers },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => {
        const bytes = Buffer.concat(parts);
        resolve({ status: response.statusCode, headers: response.headers, body: parsed(bytes.toString('utf8')), bytes });
        request.off('error', reject).on('error', () => undefined).destroy();
      });
    });
    if (lengthBytes === undefined) request.end(body);
    else request.flushHeaders();
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

// Somebody with a browser: signs in, keeps the cookie, sends the token.
export class Visitor {
  constructor(server) {
    this.server = server;
    this.cookie = '';
    this.csrf = '';
  }

  async signIn(name, password) {
    const answer = await this.send({ method: 'POST', path: '/api/sign-in', body: { name, password } });
    this.cookie = answer.headers['set-cookie']?.[0].split(';')[0] ?? '';
    this.csrf = answer.body.csrf ?? '';
    return answer;
  }

  // A body that is text goes as it is, anything else as JSON.
  send({ method, path, body, headers = {}, lengthBytes }) {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const kind = text === undefined && lengthBytes === undefined ? {} : { 'Content-Type': 'application/json' };
    return ask(this.server.address, {
      method,
      path,
      headers: {
        ...(this.cookie === '' ? {} : { Cookie: this.cookie }),
        ...(this.csrf === '' || method !== 'POST' ? {} : { 'X-Rapport-CSRF': this.csrf }),
        ...kind,
        ...headers,
      },
      body: text,
      lengthBytes,
    });
  }
}
