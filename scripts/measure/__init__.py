"""The speed and cost goals, measured as ratios within one run; written to docs/benchmarks.md."""
