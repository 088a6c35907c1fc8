"""Fi Money over MCP: the session, the six tools, and their answers made into domain objects."""
