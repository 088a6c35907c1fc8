"""Words that narrations share: those that name nobody, and notes that say nothing."""

from __future__ import annotations

MONTHS = (
    *("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "SEPT", "OCT", "NOV", "DEC"),
    *("JANUARY", "FEBRUARY", "MARCH", "APRIL", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"),
)  # fmt: skip

# They say what is paid or how, never who is paid.
GENERIC_WORDS = frozenset(
    {
        *MONTHS,
        *("SALARY", "SAL", "STIPEND", "PENSION", "CREDIT", "CREDITED", "DEBIT", "DEBITED", "CARD", "PAYMENT", "PAYMENTS"),
        *("PMT", "BILL", "TO", "BY", "FROM", "FOR", "OF", "ON", "THE", "AND", "IN", "TRANSFER", "TRF", "TFR", "FUND"),
        *("LOAN", "EMI", "HOME", "AUTO", "AUTOLOAN", "PERSONAL", "CONSUMER", "VEHICLE", "CAR", "HOUSING", "DUES"),
        *("FULL", "PARTIAL", "MIN", "MINIMUM", "DUE", "INTEREST", "CAPITALISED", "PERIOD", "REPAYMENT", "INSTALLMENT"),
        *("INSTALMENT", "AUTOPAY", "CC", "NEFT", "IMPS", "RTGS", "UPI", "ACH", "NACH", "REF", "NO", "AC", "ACCOUNT"),
    }
)  # fmt: skip

PHRASES_OF_NO_MEANING = frozenset(
    {
        *("UPI", "PAYMENT", "PAY", "PAYME", "SENT USING PAYTM", "NA", "N A", "NULL"),
        *("NO REMARKS", "UPI PAYMENT", "PAID VIA CRED", "PAID VIA SUPERMONEY", "TRANSFER"),
        *("PAYMENT FOR CATEGO", "COLLECT", "UPI TRANSACTION", "PAID VIA PAYTM", "SENT", "MONEY TRANSFER", "REMARKS"),
    }
)  # fmt: skip

STARTS_OF_NO_MEANING = ("PAYMENT FROM PH", "PAY TO", "PAYMENT FR", "SENT FROM PAYTM", "PAID VIA")

# Forms of companies and of address: dropped when a payee's name is brought down to its stem.
TITLES = frozenset(
    {
        *("MR", "MRS", "MS", "MISS", "SHRI", "SMT", "SRI", "DR", "M", "THE", "MESSRS", "KUMARI"),
        *("PVT", "PRIVATE", "LTD", "LIMITED", "LLP", "INDIA", "INC", "CO", "COMPANY", "CORP", "P", "L"),
    }
)  # fmt: skip
