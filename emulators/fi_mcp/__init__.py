"""A stand-in for Fi Money's MCP server: the same wire, invented people."""
