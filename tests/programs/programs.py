"""The real programs, started and spoken to as a person or a script would.

Paths come from the environment (CTest sets them): RAPPORT_SERVER, RAPPORT_CLI, RAPPORT_MEDDLE.
"""

import json
import os
import queue
import random
import re
import shutil
import signal
import subprocess
import tempfile
import threading

SERVER = os.environ["RAPPORT_SERVER"]
CLI = os.environ["RAPPORT_CLI"]
MEDDLE = os.environ.get("RAPPORT_MEDDLE")
# Exit codes (shared/base/exit_code.h).
USAGE, INVALID, NOT_FOUND, REFUSED, UNAVAILABLE, STORAGE = 2, 3, 4, 5, 6, 7
PROGRAMME = "quillan"
STARTS_IN_SECONDS = 60
ENDS_IN_SECONDS = 120


def few(many, sample):
    """`many`, or under sanitizers, where every step takes several times as long, a sample of it."""
    return sample if os.environ.get("RAPPORT_SANITIZED") else many


class Failed(Exception):
    """A program answered with another exit code than 0."""

    def __init__(self, command, code, output, errors):
        super().__init__(f"{command}: exit {code}\n{output}{errors}")
        self.code = code
        self.output = output
        self.errors = errors


def run(command, stdin=None, **how):
    """Runs to the end; answers standard output. `how` goes to subprocess.run, such as env or user."""
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=ENDS_IN_SECONDS, **how)
    if done.returncode != 0:
        raise Failed(command, done.returncode, done.stdout, done.stderr)
    return done.stdout


def refusal(command, stdin=None, **how):
    """Runs what must be refused; answers the exit code and the sentences for people."""
    try:
        run(command, stdin, **how)
    except Failed as failed:
        return failed.code, failed.errors
    raise AssertionError(f"{command} was not refused")


class Server:
    """One rapport-server over one data folder. Keeps its port over restarts, as an office does."""

    def __init__(self, folder, options=(), programme=(PROGRAMME,)):
        self.data = os.path.join(folder, "server")
        self.log = os.path.join(folder, "server.log")
        self.options = list(options)
        self.port = 0
        self.process = None
        self.environment = None  # nothing: this test's own
        self.under = []          # a command that starts it, such as a tracer
        run([SERVER, "programme", "--data", self.data, "add", *programme])

    def start(self):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [*self.under, SERVER, "serve", "--data", self.data, "--listen", f"127.0.0.1:{self.port}", *self.options],
                stdout=subprocess.PIPE, stderr=log, text=True, env=self.environment)
        ready = self._first_line()
        self.port = int(re.search(r":(\d+)\s*$", ready).group(1))

    def _first_line(self):
        lines = queue.Queue()
        threading.Thread(target=lambda: lines.put(self.process.stdout.readline()), daemon=True).start()
        line = lines.get(timeout=STARTS_IN_SECONDS)
        if not line:
            raise Failed("serve", self.process.wait(), "", "the server ended before it was ready")
        return line

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()

    def stop(self):
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(timeout=ENDS_IN_SECONDS)
        self.process.stdout.close()

    def restart(self):
        self.stop()
        self.start()

    def logged(self):
        with open(self.log, encoding="utf-8") as log:
            return log.read()

    def link(self, name, role="worker"):
        out = run([SERVER, "enrol", "--data", self.data, "--programme", PROGRAMME, "--role", role, "--name", name])
        return re.search(r"rapport://\S+", out).group(0)

    def user(self, name, role="coordinator"):
        out = run([SERVER, "user", "--data", self.data, "add", name, "--programme", PROGRAMME, "--role", role])
        return out.split()[-1]

    def state_hash(self, role="worker"):
        return run([SERVER, "state-hash", "--data", self.data, "--programme", PROGRAMME, "--role", role]).strip()

    def form(self, path):
        return run([SERVER, "form", "--data", self.data, "--programme", PROGRAMME, "add", path])

    def export(self, kind, form="csv", role="coordinator"):
        return run([SERVER, "export", "--data", self.data, "--programme", PROGRAMME, "--type", kind, "--format", form,
                    "--role", role])

    def check(self):
        return run([SERVER, "check", "--data", self.data])


class Tablet:
    """One rapport-cli profile; with a line, its office is behind that."""

    def __init__(self, folder, server, name, role="worker", line=None):
        self.profile = os.path.join(folder, name)
        self.name = name
        link = server.link(name, role)
        self.cli("enrol", line.through(link) if line else link, "--device-name", f"{name}-tablet")

    def command(self, *words):
        return [CLI, "--profile", self.profile, *words]

    def cli(self, *words, stdin=None):
        return run(self.command(*words), stdin)

    def lines(self, *words, stdin=None):
        return [json.loads(line) for line in self.cli(*words, stdin=stdin).splitlines()]

    def put(self, kind, *objects):
        return self.lines("put", kind, stdin="".join(json.dumps(each) + "\n" for each in objects))

    def new(self, kind, **fields):
        return self.put(kind, {"fields": fields})[0]["id"]

    def edit(self, kind, record, **fields):
        return self.put(kind, {"id": record, "fields": fields})[0]

    def delete(self, kind, record):
        return self.put(kind, {"id": record, "deleted": True})[0]

    def get(self, record):
        return self.lines("get", record)[0]

    def list(self, kind):
        return self.lines("list", kind)

    def sync(self):
        return self.lines("sync")

    def status(self):
        return self.lines("status")[0]

    def state_hash(self):
        return self.cli("state-hash").strip()


class Field:
    """A folder with a started server; goes with everything in it."""

    def __init__(self, make_server=Server):
        self.make_server = make_server

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="rapport-test-")
        self.server = self.make_server(self.folder)
        self.server.start()
        return self

    def tablet(self, name, role="worker", line=None):
        return Tablet(self.folder, self.server, name, role, line)

    def __exit__(self, *_):
        self.server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def seeded(test):
    """A random source whose seed is printed and can be given back as RAPPORT_SEED."""
    seed = int(os.environ.get("RAPPORT_SEED", random.SystemRandom().randrange(1 << 32)))
    print(f"{test}: RAPPORT_SEED={seed}", flush=True)
    return random.Random(seed)
