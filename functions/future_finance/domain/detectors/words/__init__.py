"""What findings say: observations and options, never advice; every figure is filled in from a fact."""
