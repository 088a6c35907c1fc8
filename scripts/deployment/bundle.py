"""The zip of functions/ that Cloud Build is given. The same files make the same name, whoever zips them, and when."""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST_BYTES = 1024 * 1024
_SINCE = (1980, 1, 1, 0, 0, 0)  # the oldest time that a zip can hold


class BundleTooLarge(Exception):
    """Something got into functions/ that does not belong there."""


def tracked_files(root: Path) -> list[str]:
    """What git knows below functions/, without the folder's name: no cache, no leftovers."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "functions"],  # noqa: S607
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    )
    names = [name.removeprefix("functions/") for name in listed.stdout.split("\0") if name]
    return sorted(name for name in names if (root / "functions" / name).exists())


def digest(root: Path, names: Iterable[str]) -> str:
    """Over names and contents, not over the zip: compressors differ between machines."""
    whole = hashlib.sha256()
    for name in names:
        content = hashlib.sha256((root / "functions" / name).read_bytes()).hexdigest()
        whole.update(f"{name}\0{content}\n".encode())
    return whole.hexdigest()


def build(root: Path, folder: Path) -> Path:
    """Write functions-<digest>.zip into `folder`, in place of older ones. Raises BundleTooLarge."""
    names = tracked_files(root)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"functions-{digest(root, names)}.zip"
    for old in folder.glob("functions-*.zip"):
        old.unlink()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bundle:
        for name in names:
            entry = zipfile.ZipInfo(name, _SINCE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            bundle.writestr(entry, (root / "functions" / name).read_bytes())
    if path.stat().st_size > MOST_BYTES:
        size = path.stat().st_size
        path.unlink()
        raise BundleTooLarge(f"the bundle has {size} bytes, more than {MOST_BYTES}: what is in functions/?")
    return path


def main() -> int:
    argparse.ArgumentParser(prog="scripts/bundle", description=__doc__).parse_args()
    path = build(ROOT, ROOT / ".local" / "deploy")
    print(f"{path.relative_to(ROOT)} ({path.stat().st_size:,} bytes)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
