"""The list of packages; all else is in pyproject.toml.

`rules/` and `reports/` lie at the top and are installed as `pkcheck.rules` and `pkcheck.reports`. Setuptools finds packages
in one place or maps listed ones, not both, so what it finds is listed here, and a new folder is nowhere written down.
"""

from setuptools import find_packages, setup

MAPPED = ("rules", "reports")

setup(
    packages=[
        *find_packages(include=["pkcheck", "pkcheck.*"]),
        *(f"pkcheck.{name}" for name in find_packages(include=[*MAPPED, *(f"{each}.*" for each in MAPPED)])),
    ],
    package_dir={f"pkcheck.{name}": name for name in MAPPED},
)
