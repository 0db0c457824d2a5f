// The real programs, as the browser tests drive them: one server on a free port, and tablets without a screen.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const kReadyMs = 30_000;

function programAt(variable, inBuild) {
  const named = process.env[variable];
  const candidates = named ? [named] : ['dev', 'release'].map((preset) => path.join(root, 'build', preset, inBuild));
  const found = candidates.find((candidate) => existsSync(candidate));
  if (!found) throw new Error(`${candidates[0]} is not built. Build it, or name it in ${variable}.`);
  return found;
}

export const programs = {
  server: () => programAt('RAPPORT_SERVER', 'server/rapport-server'),
  cli: () => programAt('RAPPORT_CLI', 'mobile/rapport-cli'),
};

// Runs a program to its end and answers what it printed. Anything but exit code 0 is an error that quotes it.
export async function run(program, args, input = '') {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const printed = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (printed.out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (printed.err += text));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code, signal] = await once(child, 'close');
  if (code !== 0) {
    throw new Error(`${path.basename(program)} ${args.join(' ')}: ${signal ?? code}\n${printed.err}${printed.out}`);
  }
  return printed.out;
}

const lastLine = (text) => text.trim().split('\n').at(-1).trim();
const jsonLines = (text) => text.split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line));

export class Server {
  constructor(data) {
    this.data = data;
    this.child = null;
    this.address = '127.0.0.1:0';
    this.log = '';
  }

  administer(command, ...args) {
    return run(programs.server(), [command, '--data', this.data, ...args]);
  }

  // Answers the generated password.
  async addUser(name, programme, role) {
    return lastLine(await this.administer('user', 'add', name, '--programme', programme, '--role', role));
  }

  // Answers a link that needs no confirmation.
  async invite(name, programme, role = 'worker') {
    return lastLine(await this.administer('enrol', '--programme', programme, '--role', role, '--name', name));
  }

  async stateHash(programme, role) {
    return lastLine(await this.administer('state-hash', '--programme', programme, '--role', role));
  }

  // After a stop it comes back under the same address, as a browser that waits for it expects.
  async start() {
    const child = spawn(programs.server(), ['serve', '--data', this.data, '--listen', this.address], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stderr.setEncoding('utf8').on('data', (text) => (this.log += text));
    this.address = await this.#readyAddress(child);
    return this;
  }

  #readyAddress(child) {
    return new Promise((resolve, reject) => {
      const fail = (why) => reject(new Error(`rapport-server serve: ${why}\n${this.log}`));
      const timer = setTimeout(() => fail('not ready in time'), kReadyMs);
      child.once('exit', (code) => fail(`ended with ${code}`));
      createInterface({ input: child.stdout }).on('line', (line) => {
        const address = /(?:[\d.]+|localhost|\[[^\]]+\]):\d+/.exec(line)?.[0];
        if (!address) return;
        clearTimeout(timer);
        resolve(address);
      });
    });
  }

  get url() {
    return `http://${this.address}`;
  }

  async stop() {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
}

export class Tablet {
  constructor(profile) {
    this.profile = profile;
  }

  #cli(args, input) {
    return run(programs.cli(), ['--profile', this.profile, ...args], input);
  }

  // Answers once the office has let the tablet in. A code needs the office's address, a link does not.
  enrol(linkOrCode, deviceName, office) {
    const where = office ? ['--office', office] : [];
    return this.#cli(['enrol', linkOrCode, '--device-name', deviceName, ...where]);
  }

  // Answers the ids, in order.
  async put(type, ...entries) {
    const input = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    return jsonLines(await this.#cli(['put', type], input)).map((line) => line.id);
  }

  // Answers the attachment as it was kept.
  async attach(id, file) {
    return jsonLines(await this.#cli(['attach', id, file]))[0];
  }

  sync() {
    return this.#cli(['sync']);
  }

  // Of a tablet that was shut out: it hands over what it holds, and is cleared.
  async syncRefused() {
    await assert.rejects(this.#cli(['sync']), /withdrawn/);
  }

  async get(id) {
    return jsonLines(await this.#cli(['get', id]))[0];
  }

  async list(type) {
    return jsonLines(await this.#cli(['list', type]));
  }

  async stateHash(programme) {
    return lastLine(await this.#cli(['state-hash', '--programme', programme]));
  }
}

// A house of its own for each run; `close` leaves nothing behind.
export async function openHouse() {
  const folder = await mkdtemp(path.join(tmpdir(), 'rapport-browser-'));
  const server = new Server(path.join(folder, 'server'));
  let tablets = 0;
  return {
    server,
    tablet: () => new Tablet(path.join(folder, `tablet-${(tablets += 1)}`)),
    async close() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
