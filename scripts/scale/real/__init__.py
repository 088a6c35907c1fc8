"""A real run: many synthetic users through the product's own dispatcher, fan-out and sync worker."""
