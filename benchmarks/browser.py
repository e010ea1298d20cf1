"""A Chromium that is told what to do through a pipe, in the DevTools protocol: no driver and no library is needed."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@dataclass
class Page:
    """One page of the browser."""

    to_browser: BinaryIO
    from_browser: BinaryIO
    session: str | None = None
    sent: int = 0
    events: list[dict[str, Any]] = field(default_factory=list)

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """What the browser answers to `method`. Raises RuntimeError where it refuses."""
        self.sent += 1
        message = {"id": self.sent, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        self.to_browser.write(json.dumps(message).encode() + b"\0")
        self.to_browser.flush()
        while (answer := self._next()).get("id") != self.sent:
            self.events.append(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    def open(self, file: Path) -> None:
        """Load a page to the end."""
        self.events.clear()
        self.call("Page.navigate", url=file.resolve().as_uri())
        while not any(each.get("method") == "Page.loadEventFired" for each in self.events):
            self.events.append(self._next())

    def run(self, script: str) -> Any:
        """The value of `script`, a promise's when it is kept. Raises RuntimeError where it fails."""
        told = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in told:
            raise RuntimeError(told["exceptionDetails"])
        return told["result"].get("value")

    def _next(self) -> dict[str, Any]:
        message = bytearray()
        while (byte := self.from_browser.read(1)) != b"\0":
            if not byte:
                raise RuntimeError("the browser is gone")
            message += byte
        parsed: dict[str, Any] = json.loads(message)
        return parsed


@contextmanager
def browser() -> Iterator[Page]:
    """A page of a fresh Chromium, which ends with the block. Raises RuntimeError where there is none."""
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        raise RuntimeError(f"none of {', '.join(NAMES)} is here")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()
        # The protocol wants to be read at 3 and written at 4: the shell puts the ends of the pipes there.
        given = ["--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--hide-scrollbars", "--no-first-run"]
        with (
            subprocess.Popen(  # noqa: S603  the browser that is installed here
                [
                    "/bin/sh",
                    "-c",
                    f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}',
                    "sh",
                    program,
                    f"--user-data-dir={profile}",
                    *given,
                ],
                pass_fds=(theirs_in, theirs_out),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            ) as running,
            os.fdopen(ours_out, "wb") as to_browser,
            os.fdopen(ours_in, "rb") as from_browser,
        ):
            os.close(theirs_in)
            os.close(theirs_out)
            try:
                yield _page(to_browser, from_browser)
            finally:
                running.terminate()


def _page(to_browser: BinaryIO, from_browser: BinaryIO) -> Page:
    page = Page(to_browser, from_browser)
    target = page.call("Target.createTarget", url="about:blank")["targetId"]
    page.session = page.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    page.call("Page.enable")
    return page
