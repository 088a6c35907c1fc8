"""The six tools as the server lists them, and what it tells a client about itself."""

from __future__ import annotations

from typing import Any

PROTOCOL_VERSIONS = ("2025-03-26", "2024-11-05")
SERVER_INFO = {"name": "Fi MCP simulator", "version": "0.1.0"}

INSTRUCTIONS = (
    "A financial portfolio server that gives a person access to their own data in Fi Money: net worth with assets "
    "and liabilities, mutual fund, stock, bank and EPF transactions, and the credit report, which holds the person's "
    "date of birth.\n\n"
    "CRITICAL INSTRUCTIONS FOR FINANCIAL DATA:\n"
    "1. Only state what these tools return. Never estimate or invent figures.\n"
    "2. Bank transactions cover the last two months only.\n"
    "3. Where data is missing, say so and tell the person to connect more accounts in the Fi Money app.\n"
    "4. Do not store or cache the data beyond the conversation."
)

DESCRIPTIONS = {
    "fetch_net_worth": (
        "Calculate comprehensive net worth using actual data from accounts the person connected on Fi Money: bank "
        "balances, mutual funds, stocks, US stocks, EPF, NPS, deposits, credit card dues and loans."
    ),
    "fetch_credit_report": (
        "Retrieve the credit report: scores, active loans, card utilisation, payment history, recent enquiries and "
        "the date of birth."
    ),
    "fetch_epf_details": "Retrieve Employees' Provident Fund details: employers, balances and contributions.",
    "fetch_mf_transactions": "Retrieve mutual fund transactions from connected investment accounts.",
    "fetch_bank_transactions": "Retrieve transactions of each bank account connected to Fi Money.",
    "fetch_stock_transactions": "Retrieve Indian stock transactions of each demat account connected to Fi Money.",
}
TOOLS = tuple(sorted(DESCRIPTIONS))


def listing() -> list[dict[str, Any]]:
    """As tools/list shows them: no arguments, and the server library's default annotations."""
    return [
        {
            "annotations": {
                "readOnlyHint": False,
                "destructiveHint": True,
                "idempotentHint": False,
                "openWorldHint": True,
            },
            "description": DESCRIPTIONS[name],
            "inputSchema": {"properties": {}, "type": "object"},
            "name": name,
        }
        for name in TOOLS
    ]
