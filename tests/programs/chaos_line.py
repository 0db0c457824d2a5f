"""The line between tablets and their office, as bad as a test wants it: slow, far, lossy, cut, or dead without a word.

Everything that happens on it is drawn from a seed. It takes in whatever an end hands it, however slowly that travels on, so its
counts say what was handed to the socket.
"""

import asyncio
import dataclasses
import random
import threading

UP, DOWN = "up", "down"
PIECE_BYTES = 64 * 1024
SEGMENT_BYTES = 1460  # what TCP puts into a packet of Ethernet
# A lost segment holds up all that is behind it until it was sent again; each further loss doubles the wait (RFC 6298).
SENT_AGAIN_SECONDS, LONGEST_WAIT_SECONDS = 0.3, 5


@dataclasses.dataclass
class Weather:
    """What the line is like, each way."""
    bytes_a_second: float | None = None  # nothing: as fast as it goes
    latency_seconds: float = 0
    loss: float = 0  # of 1, of segments


def kilobits(a_second):
    return a_second * 1000 / 8


class _Way:
    """One direction of one connection: taken in, on the line, arrived."""

    def __init__(self, connection, direction, source, target):
        self.connection, self.direction = connection, direction
        self.line = connection.line
        self.source, self.target = source, target
        self.on_line, self.far_along = asyncio.Queue(), asyncio.Queue()
        self.arrived = 0
        self.touch = self.line.make_touch(direction)

    def tasks(self):
        return [asyncio.create_task(step()) for step in (self._take_in, self._travel, self._arrive)]

    async def _take_in(self):
        while piece := await self.source.read(PIECE_BYTES):
            self.line.took(self.direction, piece)
            for start in range(0, len(piece), SEGMENT_BYTES):
                self.on_line.put_nowait(piece[start:start + SEGMENT_BYTES])
        self.on_line.put_nowait(b"")

    async def _travel(self):
        while segment := await self.on_line.get():
            if wait := self.line.seconds_for(segment):
                await asyncio.sleep(wait)
            self.far_along.put_nowait((asyncio.get_running_loop().time() + self.line.weather.latency_seconds, segment))
        self.far_along.put_nowait((0, b""))

    async def _arrive(self):
        self._cut_if_due()
        while True:
            when, segment = await self.far_along.get()
            if (wait := when - asyncio.get_running_loop().time()) > 0:
                await asyncio.sleep(wait)
            if self.connection.silent:
                continue
            if not segment:
                self.connection.end()
                return
            segment = self.touch(segment[:self._left()])
            self.target.write(segment)
            await self.target.drain()
            self.arrived += len(segment)
            self._cut_if_due()
            if self.connection.ended:
                return  # cut once, however much of what was on the line is behind it

    def _left(self):
        where, most = self.connection.cut_after
        return max(0, most - self.arrived) if where == self.direction else None

    def _cut_if_due(self):
        if self._left() == 0:
            self.line.cuts += 1
            self.connection.end()


class _Connection:
    def __init__(self, line, cut_after):
        self.line = line
        self.cut_after = cut_after
        self.silent = self.ended = False
        self.ends, self.tasks = [], []

    async def serve(self, tablet_reader, tablet_writer):
        self.ends = [(tablet_reader, tablet_writer)]
        try:
            office_reader, office_writer = await asyncio.open_connection("127.0.0.1", self.line.office_port, ssl=self.line.to_office)
            self.ends.append((office_reader, office_writer))
            self.tasks = (_Way(self, UP, tablet_reader, office_writer).tasks()
                          + _Way(self, DOWN, office_reader, tablet_writer).tasks())
            await asyncio.gather(*self.tasks)
        except (OSError, asyncio.CancelledError):
            pass  # an end that is gone is what this is for
        finally:
            self.end()

    def end(self):
        """Hangs up on both ends; what has arrived is still read there."""
        if self.ended:
            return
        self.ended = True
        others = [task for task in self.tasks if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        for reader, writer in self.ends:
            task = asyncio.create_task(_hang_up(others, reader, writer))
            self.line.hanging_up.add(task)
            task.add_done_callback(self.line.hanging_up.discard)


async def _hang_up(readers, reader, writer):
    """Not by a close while the other end still sends: the reset that this brings would stop it from reading what has arrived."""
    try:
        if readers:
            await asyncio.wait(readers)
        if writer.can_write_eof():
            writer.write_eof()
            while await reader.read(PIECE_BYTES):
                pass
    except OSError:
        pass
    finally:
        writer.close()


class ChaosLine:
    """Passes TCP connections on to the office. With TLS contexts it ends TLS itself, at either end."""

    def __init__(self, office_port, weather=None, seed=0, for_tablets=None, to_office=None):
        self.office_port = office_port
        self.weather = weather or Weather()
        self.random = random.Random(seed)
        self.for_tablets, self.to_office = for_tablets, to_office
        self.bytes = {UP: 0, DOWN: 0}
        self.heard = {UP: [b""], DOWN: [b""]}  # since record(), of connections one after another
        self.recording = False
        self.cuts = 0
        self.make_touch = lambda direction: lambda piece: piece
        self._open, self._next_cut = [], (None, 0)
        self.hanging_up = set()  # tasks; the loop alone would not keep them
        self._moved = threading.Condition()

    def __enter__(self):
        self._loop = asyncio.new_event_loop()
        started = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(started,), daemon=True)
        self._thread.start()
        started.wait()
        return self

    def __exit__(self, *_):
        self._call(self._end_all)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def through(self, link):
        """An enrolment link that leads here."""
        return link.replace(f":{self.office_port}/", f":{self.port}/")

    def record(self):
        """Keeps what is handed over from now on."""
        self.recording, self.heard = True, {UP: [], DOWN: []}

    def recorded(self, direction):
        return b"".join(self.heard[direction])

    def wait_for(self, up_bytes, seconds=60):
        """Until so much has gone up; false when it does not."""
        with self._moved:
            return self._moved.wait_for(lambda: self.bytes[UP] >= up_bytes, timeout=seconds)

    # What goes wrong.

    def cut(self):
        self._call(self._end_all)

    def cut_after(self, direction, count):
        """The next connection ends, both ways, once exactly so many bytes of it have arrived."""
        self._next_cut = (direction, count)

    def cut_every(self, seconds):
        """From now on, whatever is open then."""
        async def keep_cutting():
            while True:
                await asyncio.sleep(seconds)
                self.cuts += bool(self._open)
                self._end_all()
        self._loop.call_soon_threadsafe(lambda: setattr(self, "_cutter", self._loop.create_task(keep_cutting())))

    def fall_silent(self):
        """Half-open: what is open stays so, and nothing arrives by it any more. New connections, as of another network, work."""
        for connection in list(self._open):
            connection.silent = True

    # Of the line itself, on its own thread.

    def took(self, direction, piece):
        if self.recording:
            self.heard[direction].append(piece)
        with self._moved:
            self.bytes[direction] += len(piece)
            self._moved.notify_all()

    def seconds_for(self, segment):
        weather = self.weather
        seconds, again = (len(segment) / weather.bytes_a_second if weather.bytes_a_second else 0), SENT_AGAIN_SECONDS
        while weather.loss and self.random.random() < weather.loss:
            seconds += again
            again = min(2 * again, LONGEST_WAIT_SECONDS)
        return seconds

    def _run(self, started):
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(
            asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self.for_tablets))
        self.port = server.sockets[0].getsockname()[1]
        started.set()
        self._loop.run_forever()
        server.close()
        left = asyncio.all_tasks(self._loop)
        for task in left:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        self._loop.close()

    async def _serve(self, reader, writer):
        connection = _Connection(self, self._next_cut)
        self._next_cut = (None, 0)
        self._open.append(connection)
        await connection.serve(reader, writer)
        self._open.remove(connection)

    def _end_all(self):
        for connection in list(self._open):
            connection.end()

    def _call(self, what):
        done = threading.Event()

        def call():
            what()
            done.set()
        self._loop.call_soon_threadsafe(call)
        done.wait()
