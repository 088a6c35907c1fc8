"""One module per endpoint: parse, call one use case, answer."""
