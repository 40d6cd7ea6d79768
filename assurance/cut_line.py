"""A line to the database that is cut at a COMMIT: before it arrives, or after it was done and before anyone hears.

It stands between the server and PostgreSQL as a socket of its own. It cuts once each time it is told to.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import shutil
import tempfile
import threading
from pathlib import Path
from typing import Literal

from alongside.config.embedded import Server
from alongside.config.embedded_roles import APP, OWNER

CHUNK = 65_536
WORD = b"COMMIT"
When = Literal["before", "after"]


class CutLine:
    """The line to an embedded server, in a thread of its own: a folder to connect to, on the same port."""

    def __init__(self, server: Server) -> None:
        at = server.address(APP)
        self.folder, self.target = Path(tempfile.mkdtemp(prefix="beds-")), Path(at.host) / f".s.PGSQL.{at.port}"
        atexit.register(shutil.rmtree, self.folder, ignore_errors=True)
        self.cuts = 0
        self.delay = 0.0  # seconds an answer takes longer
        self._when: When | None = None
        self._skip = 0
        self._loop = asyncio.new_event_loop()
        self._is_up = threading.Event()
        threading.Thread(target=self._run, daemon=True).start()
        self._is_up.wait(timeout=10)

    def cut(self, when: When, skip: int) -> None:
        """Cut at the next COMMIT but `skip`."""
        self._when, self._skip = when, skip

    def mend(self) -> bool:
        """Cut no more. Whether it was cut since it was told to."""
        was_cut, self._when = self._when is None, None
        return was_cut

    def addresses(self, server: Server) -> dict[str, str]:
        """The environment of a process that reaches the database over this line."""
        named = {"DATABASE_URL": server.address(APP), "DATABASE_OWNER_URL": server.address(OWNER)}
        return {
            name: f"postgresql://{at.user}:{at.password}@:{at.port}/alongside?host={self.folder}"
            for name, at in named.items()
        }

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        place = str(self.folder / self.target.name)
        self._loop.run_until_complete(asyncio.start_unix_server(self._joined, place))
        self._is_up.set()
        self._loop.run_forever()

    def _due(self, chunk: bytes) -> When | None:
        if self._when is None or WORD not in chunk:
            return None
        if self._skip:
            self._skip -= 1
            return None
        when, self._when = self._when, None
        self.cuts += 1
        return when

    async def _joined(self, client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        try:
            server, to_server = await asyncio.open_unix_connection(str(self.target))
        except OSError:  # the database is away
            to_client.close()
            return
        is_deaf = asyncio.Event()
        back = asyncio.ensure_future(self._answers(server, to_client, is_deaf))
        with contextlib.suppress(OSError):
            while chunk := await client.read(CHUNK):
                when = self._due(chunk)
                if when == "before":
                    break
                if when == "after":
                    is_deaf.set()
                to_server.write(chunk)
                await to_server.drain()
                if when == "after":
                    with contextlib.suppress(asyncio.TimeoutError):
                        await asyncio.wait_for(back, timeout=10)  # ends with the answer nobody hears
                    break
        back.cancel()
        for end in (to_server, to_client):
            end.close()

    async def _answers(self, server: asyncio.StreamReader, client: asyncio.StreamWriter, deaf: asyncio.Event) -> None:
        with contextlib.suppress(OSError):
            while chunk := await server.read(CHUNK):
                if deaf.is_set() and WORD in chunk:
                    return
                if self.delay:
                    await asyncio.sleep(self.delay)
                client.write(chunk)
                await client.drain()
        client.close()
