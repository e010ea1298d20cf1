"""What the computer has for us: processor cores and memory."""

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

_LIMITS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))


def cores() -> int:
    """Processor cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def memory() -> int | None:
    """Bytes of memory built in, or those that a container leaves us; None where the system does not tell."""
    known = [each for each in (_built_in(), *map(_limit, _LIMITS)) if each]
    return min(known, default=None)


def _built_in() -> int | None:
    if sys.platform == "win32":
        return _told_by_windows()
    with suppress(AttributeError, ValueError, OSError):
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return None


def _limit(path: Path) -> int | None:
    """What stands in a file of a Linux control group, which says "max" where there is no limit."""
    with suppress(OSError, ValueError):
        return int(path.read_text(encoding="ascii"))
    return None


class _MemoryStatus(ctypes.Structure):
    """MEMORYSTATUSEX, as GlobalMemoryStatusEx of Windows fills it."""

    _fields_ = (
        ("length", ctypes.c_uint32),
        ("load", ctypes.c_uint32),
        ("total", ctypes.c_uint64),
        ("others", ctypes.c_uint64 * 6),
    )


def _told_by_windows() -> int | None:
    if sys.platform != "win32":
        return None
    status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
    return int(status.total) if ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)) else None
