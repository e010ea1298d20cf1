"""Runs pkcheck under a profiler: python profiler.py OUT ARGUMENTS... Into OUT the seconds of each of its functions, as JSON.

A function's time is all that was spent in it and below it; `all` is the whole run. A few functions call themselves: for
those only the outermost call counts.
"""

import cProfile
import json
import pstats
import sys
from pathlib import Path


def main() -> None:
    """Profile and write; the status is that of pkcheck."""
    import pkcheck
    from pkcheck.cli import main as pkcheck_main

    out, arguments = sys.argv[1], sys.argv[2:]
    sys.argv = ["pkcheck", *arguments]
    profile = cProfile.Profile()
    status: object = 0
    try:
        profile.runcall(pkcheck_main)
    except SystemExit as end:
        status = end.code
    stats = pstats.Stats(profile)
    own = Path(pkcheck.__file__).parent
    homes = (own, own.parent / "rules", own.parent / "reports")
    seconds = {"all": stats.total_tt}  # type: ignore[attr-defined]
    for (file, line, name), (_, _, _, cumulative, _) in stats.stats.items():  # type: ignore[attr-defined]
        home = next((each for each in homes if Path(file).is_relative_to(each)), None)
        if home is not None:
            seconds[f"{Path(file).relative_to(home.parent)}:{line} {name}"] = cumulative
    Path(out).write_text(json.dumps(seconds), encoding="utf-8")
    sys.exit(status if isinstance(status, int) else 1)


if __name__ == "__main__":
    main()
