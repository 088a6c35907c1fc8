"""Future Finance: a personal-finance backend whose every figure is computed, sourced and checked."""

__version__ = "0.1.0"
