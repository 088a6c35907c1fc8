"""Technology behind the ports: Google clients, Fi MCP, HTTP."""
