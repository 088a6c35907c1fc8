"""The local cloud: stands in for Google's and Fi's services on a laptop and in CI."""

import sys
from pathlib import Path

# `python -m emulators.x` runs from the repository's root: the endpoint table is below functions/.
sys.path.insert(1, str(Path(__file__).resolve().parent.parent / "functions"))
