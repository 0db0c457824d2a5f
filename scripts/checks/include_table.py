"""Which folder may include what. This is the table; includes.py reads it.

The first rule whose pattern matches a file decides; a folder's pattern covers the folders below it. A file may include its
own folder, the standard library, and:
  own      our folders
  headers  libraries (names of kLibraries)
  sources  libraries and folders that only a .cpp may include, so that nobody who uses the folder depends on them
Threads, files and the system's calls count as libraries: the folders without them run unchanged in the simulator.
Tests may include everything, but Qt only under tests/mobile.
"""

import dataclasses
import re


@dataclasses.dataclass(frozen=True)
class Rule:
    pattern: str
    own: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


# The libraries we use, by the headers they bring; the first that matches counts. What is not named here is refused.
kLibraries = [
    ("threads", r"<(?:thread|mutex|shared_mutex|condition_variable|future|stop_token|semaphore|latch|barrier)>"),
    ("files", r"<(?:fstream|filesystem)>"),
    ("standard", r"<[a-z0-9_]+>"),
    ("uuid", r"<boost/uuid/.*>"),
    ("asio", r"<boost/(?:asio|beast|system)(?:/.*|\.hpp)>"),
    ("sqlite", r"[<\"]sqlite3(?:mc)?(?:_amalgamation)?\.h[>\"]"),
    ("sodium", r"<sodium(?:/.*|\.h)>"),
    ("openssl", r"<openssl/.*>"),
    ("jsonnames", r"<nlohmann/json_fwd\.hpp>"),
    ("json", r"<nlohmann/.*>"),
    ("zstd", r"<(?:zstd|zdict|zstd_errors)\.h>"),
    ("postgres", r"<(?:libpq-fe|postgresql/.*)\.h>"),
    ("log", r"<(?:spdlog|fmt)/.*>"),
    ("commandline", r"<CLI/.*>"),
    ("qr", r"<qrencode\.h>"),
    ("prometheus", r"<prometheus/.*>"),
    ("qtscreen", r"<(?:Q(?:Quick|Gui|Widget|Window|Paint|Image|Pixmap|Icon|Font|Screen|Clipboard|Sql|Network|Tcp|Ssl|WebSocket)"
                 r"[A-Za-z]*|Qt(?:Gui|Quick|QuickControls2|Widgets|Sql|Network|Test|QuickTest|Svg)/.*|qpa/.*)>"),
    ("qt", r"<(?:Q[A-Za-z0-9]+|Qt[A-Za-z]+/.*|qqml[a-z]*\.h|qt[a-z]+\.h)>"),
    ("test", r"<(?:gtest|gmock|rapidcheck|benchmark)(?:/.*|\.h)>"),
    ("system", r"<(?:[a-z_]+\.h|(?:sys|netinet|arpa|linux|asm)/[a-z_]+\.h|cpuid\.h|immintrin\.h)>"),
]

kPure = ("shared/base", "shared/model", "shared/merge", "shared/protocol", "shared/sync")
kShared = kPure + ("shared/sqlite", "shared/crypto", "shared/media")
kAllLibraries = tuple(name for name, _ in kLibraries)
kNoQt = tuple(name for name in kAllLibraries if not name.startswith("qt"))

kTable = [
    Rule("shared/base", headers=("threads",), sources=("files", "system")),
    Rule("shared/media", own=("shared/base",)),
    Rule("shared/crypto", own=("shared/base",), sources=("sodium", "uuid", "files", "system")),
    Rule("shared/sqlite", own=("shared/base",), headers=("threads",), sources=("sqlite", "files", "system")),
    # The reader of declarations and of records as JSON: its files alone know the library.
    Rule("shared/model/*json*", own=("shared/base",), headers=("json",)),
    Rule("shared/model/strict_object*", own=("shared/base",), headers=("json",)),
    Rule("shared/model", own=("shared/base",)),
    Rule("shared/merge", own=("shared/base", "shared/model")),
    # Private to the codec.
    Rule("shared/protocol/control_codec.h", own=("shared/base",), headers=("json",)),
    Rule("shared/protocol", own=("shared/base", "shared/model", "shared/merge"), headers=("jsonnames",),
         sources=("zstd", "json", "shared/crypto")),
    Rule("shared/sync", own=("shared/base", "shared/model", "shared/merge", "shared/protocol"),
         sources=("zstd", "shared/crypto", "shared/media")),

    # The accounts' port is declared by the folder that asks for it; the rest of the storage stays without server/app.
    Rule("server/storage/*account*", own=kShared + ("server/app",), headers=("threads",), sources=("sqlite",)),
    Rule("server/storage", own=kShared, headers=("threads",), sources=("sqlite", "postgres", "log", "files", "system")),
    Rule("server/blobs", own=("shared/base", "shared/crypto"), headers=("threads", "files"), sources=("system",)),
    Rule("server/backup", own=("shared/base", "shared/crypto"), sources=("files", "system")),
    Rule("server/review", own=kPure, headers=("jsonnames",), sources=("json",)),
    # The HTTP API speaks JSON; the rest of the application does not know it in its headers.
    Rule("server/app/api*", own=kPure + ("shared/crypto", "shared/media", "server/review"), headers=("threads", "json"),
         sources=("log", "qr", "files")),
    Rule("server/app", own=kPure + ("shared/crypto", "server/review"), headers=("threads", "jsonnames"),
         sources=("json", "log", "qr", "files")),
    Rule("server/net", own=kPure + ("server/app", "server/review"), headers=("asio", "threads", "openssl", "jsonnames"),
         sources=("json", "log", "files", "system", "shared/crypto")),
    Rule("server", own=("shared", "server"), headers=kNoQt),

    Rule("mobile/storage", own=kShared, headers=("threads",), sources=("files", "system")),
    Rule("mobile/sync", own=kShared, headers=("asio", "threads", "openssl"), sources=("json", "log", "files", "system")),
    # Implements ports that the view models declare.
    Rule("mobile/platform", own=("shared/base", "mobile/viewmodels"), headers=("qt", "qtscreen"), sources=("files", "system")),
    Rule("mobile/viewmodels", own=kPure + ("shared/crypto",), headers=("qt",)),
    Rule("mobile/qml", own=("shared/base", "mobile/viewmodels"), headers=("qt", "qtscreen")),
    Rule("mobile/cli", own=("shared", "mobile/storage", "mobile/sync", "mobile/app"), headers=kNoQt),
    Rule("mobile", own=("shared", "mobile"), headers=kAllLibraries),

    Rule("tests/mobile", own=("shared", "server", "mobile", "tests"), headers=kAllLibraries),
    Rule("tests", own=("shared", "server", "mobile", "tests"), headers=kNoQt),
]


def libraryOf(header: str) -> str | None:
    """The library that an include such as <zstd.h> belongs to, or None if we use no such library."""
    return next((name for name, pattern in kLibraries if re.fullmatch(pattern, header)), None)
