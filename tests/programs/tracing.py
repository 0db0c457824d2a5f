"""Programs whose system calls are counted, and end or fail at one that a test chooses, by strace."""

import collections
import os
import re
import subprocess
import tempfile
import unittest

# What touches files and sockets; the first of them change something that must hold.
CHANGING = ("write", "pwrite64", "writev", "fsync", "fdatasync", "ftruncate", "fallocate", "rename", "renameat", "renameat2",
            "unlink", "unlinkat", "mkdir", "sendmsg", "sendto")
TOUCHING = ("openat", "read", "pread64", "close", "fcntl", "newfstatat", "lseek", "fchmod", "fchown", "ioctl", "socket", "connect",
            "accept", "accept4", "bind", "listen", "recvmsg", "recvfrom", "shutdown", "getdents64")


def need_tracing():
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, text=True)
    if tried.returncode != 0:
        raise unittest.SkipTest("no leave to trace programs here, so system calls were not tried: " + tried.stderr.strip())
    # The leak sanitizer traces what it looks at, and nobody is traced twice.
    checks = os.environ.get("ASAN_OPTIONS")
    os.environ["ASAN_OPTIONS"] = f"{checks}:detect_leaks=0" if checks else "detect_leaks=0"


def counted(log):
    """A prefix for a command that writes its calls down."""
    return ["strace", "-D", "-f", "-qq", "-o", log, "-e", "signal=none", "-e", "trace=" + ",".join(CHANGING + TOUCHING)]


def injected(call, what, when):
    """A prefix for a command to which something happens at a call, counted from 1 in each of its threads."""
    return ["strace", "-D", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{what}:when={when}"]


def calls_in(log):
    """How often the busiest thread made each call."""
    made = collections.Counter()
    with open(log, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if found := re.match(r"(\d+) +(\w+)\(", line):
                made[found.groups()] += 1
    most = {}
    for (_, call), count in made.items():
        most[call] = max(most.get(call, 0), count)
    return most


def calls_of(command, stdin=None):
    """The calls of a command that ends by itself."""
    with tempfile.NamedTemporaryFile(prefix="rapport-calls-") as log:
        # strace stands aside (-D) and holds the pipe of errors until it has written everything.
        done = subprocess.run([*counted(log.name), *command], input=stdin, capture_output=True, text=True, timeout=120)
        if done.returncode != 0:
            raise AssertionError(f"{command}: exit {done.returncode} {done.stderr}")
        return calls_in(log.name)


def chosen(calls, names, source, most):
    """Each call of those names with each of its counts, or so many of them drawn."""
    places = [(call, when) for call in names for when in range(1, calls.get(call, 0) + 1)]
    return places if most is None or len(places) <= most else sorted(source.sample(places, most))
