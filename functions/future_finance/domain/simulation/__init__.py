"""What-if: one module a kind of scenario, on the facts of a sheet. Code reckons, nothing is advised."""
