"""The gate, one session a concern; `.ci/run` runs every session tagged `gate`, in this order.

`nox` runs the gate, `nox -s tests -- -k walk` a part of one session, `nox -s mutation` shows what the tests do not notice.
"""

from __future__ import annotations

import os
from pathlib import Path

import nox

nox.needs_version = ">=2025.10"
nox.options.tags = ["gate"]
nox.options.reuse_existing_virtualenvs = True
nox.options.error_on_external_run = True

ROOT = Path(__file__).parent
DIST = ROOT / "dist"
# One moment for every build of a commit, so that the same commit gives the same bytes.
EPOCH = "1795392000"


@nox.session(tags=["gate"])
def lint(session: nox.Session) -> None:
    """Style, spelling, layers, docstrings, dependencies, metadata."""
    session.install("-e", ".[lint]")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("codespell")
    session.run("lint-imports", "--no-cache")
    # What users read documents all it takes and returns; an inner function may leave the evident unsaid.
    homes = session.run("python", "-c", "from iom_content import _HOMES; print(*_HOMES)", silent=True)
    session.run("pydoclint", "-q", *(f"src/iom_content/{home.replace('.', '/')}.py" for home in str(homes).split()))
    session.run("deptry", "src")
    session.run("validate-pyproject", "pyproject.toml")
    session.run("python", "tools/generate.py", "--check")


@nox.session(tags=["gate"])
def citation(session: nox.Session) -> None:
    """CITATION.cff is valid; its checker needs old releases of what others need new."""
    session.install("cffconvert>=2", "setuptools<81")
    session.run("cffconvert", "--validate", "-i", "CITATION.cff")


@nox.session(tags=["gate"])
def types(session: nox.Session) -> None:
    """Both type checkers, strictly, and the completeness of the types that users see."""
    session.install("-e", ".[types]")
    session.run("mypy")
    session.run("pyright")


@nox.session(tags=["gate"])
def verifytypes(session: nox.Session) -> None:
    """Every public name is fully typed in the installed package."""
    session.install(".[all]", "pyright[nodejs]>=1.1.400")
    session.chdir(session.create_tmp())
    session.run("pyright", "--verifytypes", "iom_content", "--ignoreexternal")


@nox.session(tags=["gate"])
def dataset(session: nox.Session) -> None:
    """Rebuilding the bundled datasets changes nothing, and others read the manifest too."""
    session.install("-e", ".", "frictionless>=5.18")
    session.run("python", "tools/build_dataset.py")
    derived = ("src/iom_content/data", "src/iom_content/dataset/releases.py")
    changed = session.run("git", "status", "--porcelain", "--", *derived, external=True, silent=True)
    if changed:
        session.error(f"rebuilding the dataset leaves changes behind:\n{changed}")
    for manifest in sorted((ROOT / "src" / "iom_content" / "data").glob("*/datapackage.json")):
        session.run("frictionless", "validate", str(manifest))


@nox.session(tags=["gate"])
def docs(session: nox.Session) -> None:
    """The documentation builds without a warning and without network."""
    session.install("-e", ".[docs]")
    target = session.posargs[0] if session.posargs else "docs/_build/html"
    # An address that nothing answers: a build that reached for the network would fail.
    closed = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    session.run("sphinx-build", "-n", "-W", "--keep-going", "-E", "-a", "-q", "docs", target, env=closed)


@nox.session(tags=["gate"])
def dist(session: nox.Session) -> None:
    """Wheel and sdist: sound, reproducible, and working from each."""
    session.install("build>=1.2", "check-wheel-contents>=0.6", "pydistcheck>=0.9", "twine>=6")
    built = [_built(session, DIST), _built(session, Path(session.create_tmp()) / "again")]
    if built[0] != built[1]:
        session.error("building twice gives different bytes")
    wheel, sdist = (str(next(DIST.glob(pattern))) for pattern in ("*.whl", "*.tar.gz"))
    session.run("twine", "check", "--strict", wheel, sdist)
    session.run("check-wheel-contents", wheel)
    session.run("pydistcheck", wheel)
    # Hatch puts .gitignore into every sdist, since builds from it go by it; others prescribe .yml here and .yaml there.
    session.run("pydistcheck", "--ignore", "mixed-file-extensions", "--ignore", "unexpected-files", sdist)
    for distribution in (wheel, sdist):
        session.install("--force-reinstall", distribution)
        session.chdir(session.create_tmp())
        session.run("python", "-m", "iom_content", "verify", env={"HOME": None})
        session.run("iom-content", silent=True, env={"HOME": None, "COLUMNS": "80"})
        session.chdir(ROOT)


@nox.session(tags=["gate"])
def benchmarks(session: nox.Session) -> None:
    """Print what start-up costs; nothing fails here, machines differ."""
    session.install(".", "pycountry>=24")
    session.run("python", "benchmarks/startup.py", *(session.posargs or ["--rounds", "15"]))


@nox.session(tags=["gate"])
def tests(session: nox.Session) -> None:
    """All tests with branch coverage; the last session, so that its closing line ends the gate."""
    session.install("-e", ".[test]")
    arguments = session.posargs or ["-n", "auto", "--dist", "loadfile", "--cov", "--cov-report=term-missing"]
    session.run("pytest", *arguments, env={"HYPOTHESIS_PROFILE": os.environ.get("HYPOTHESIS_PROFILE", "ci")})


@nox.session
def nightly(session: nox.Session) -> None:
    """The laws with many more examples."""
    session.install("-e", ".[test]")
    session.run("pytest", *session.posargs, env={"HYPOTHESIS_PROFILE": "nightly"})


@nox.session
def mutation(session: nox.Session) -> None:
    """Change the code of four rooms in small ways and count what the tests notice, in a random sample of the changes."""
    session.install("-e", ".[test]", "mutmut>=3.3")
    session.run("python", "tools/mutation.py", *session.posargs)


def _built(session: nox.Session, folder: Path) -> dict[str, bytes]:
    """Build wheel and sdist into an empty folder and return their bytes."""
    for path in folder.glob("*") if folder.exists() else ():
        path.unlink()
    epoch = os.environ.get("SOURCE_DATE_EPOCH", EPOCH)
    session.run("python", "-m", "build", "--outdir", str(folder), ".", silent=True, env={"SOURCE_DATE_EPOCH": epoch})
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
