"""fetch_credit_report: Experian's file as Fi passes it on, every number a string."""

from __future__ import annotations

from datetime import date, timedelta

from emulators.fi_mcp.people.calendar import View
from emulators.fi_mcp.people.credit_file import ClosedAccount, CreditFile
from emulators.fi_mcp.people.debts import Card, Loan
from emulators.fi_mcp.people.person import Person
from emulators.fi_mcp.wire.money import Json, compact

PROFILE_MONTHS = 36
SECURED = frozenset({"01", "02", "03", "04", "07"})


def credit_report(person: Person, view: View) -> Json:
    """The report as of the last full month's end; `{}` where the bureau has no file."""
    file = person.credit
    if file is None:
        return {}
    tradelines = [_card(card, view) for card in person.cards if card.opened <= view.last]
    tradelines += [_loan(loan, view) for loan in person.loans if loan.exists(view.last)]
    tradelines += [_closed(account, view) for account in file.closed]
    asked = _enquiries(file, view)
    counts = {
        f"Last{days}Days": str(sum((view.as_of - on).days < days for _, _, on in asked))
        for days in (7, 30, 90, 180)
    }
    return {
        "creditReports": [
            {
                "creditReportData": {
                    "userMessage": {"userMessageText": "Normal Response"},
                    "creditProfileHeader": {"reportDate": compact(view.as_of), "reportTime": "093015"},
                    "currentApplication": {
                        "currentApplicationDetails": {
                            "enquiryReason": "6",
                            "amountFinanced": "0",
                            "durationOfAgreement": "0",
                            "currentApplicantDetails": {"dateOfBirthApplicant": file.born},
                        }
                    },
                    "creditAccount": {
                        "creditAccountSummary": _summary(tradelines),
                        "creditAccountDetails": tradelines,
                    },
                    "matchResult": {"exactMatch": "Y"},
                    "totalCapsSummary": {f"totalCaps{key}": value for key, value in counts.items()},
                    "nonCreditCaps": {
                        "nonCreditCapsSummary": {f"nonCreditCaps{key}": "0" for key in counts},
                        "capsApplicationDetailsArray": [],
                    },
                    "score": {
                        "bureauScore": str(file.score_at(view.last)),
                        "bureauScoreConfidenceLevel": file.confidence,
                    },
                    "segment": {},
                    "caps": {
                        "capsSummary": {f"caps{key}": value for key, value in counts.items()},
                        "capsApplicationDetailsArray": [
                            {
                                "SubscriberName": lender,
                                "DateOfRequest": compact(on),
                                "EnquiryReason": code,
                                "FinancePurpose": code,
                            }
                            for lender, code, on in asked
                        ],
                    },
                },
                "vendor": "EXPERIAN",
            }
        ]
    }


def _enquiries(file: CreditFile, view: View) -> list[tuple[str, str, date]]:
    newest = view.window.end(11)
    dated = [(lender, code, newest - timedelta(days=before)) for lender, code, before in file.enquiries]
    return [enquiry for enquiry in dated if enquiry[2] <= view.as_of]


def _summary(tradelines: list[Json]) -> Json:
    live = [line for line in tradelines if line["accountStatus"] != "13"]
    secured = sum(int(line["currentBalance"]) for line in live if line["accountType"] in SECURED)
    total = sum(int(line["currentBalance"]) for line in live)
    share = round(100 * secured / total) if total else 0
    return {
        "account": {
            "creditAccountTotal": str(len(tradelines)),
            "creditAccountActive": str(len(live)),
            "creditAccountDefault": "0",
            "creditAccountClosed": str(len(tradelines) - len(live)),
            "cadSuitFiledCurrentBalance": "0",
        },
        "totalOutstandingBalance": {
            "outstandingBalanceSecured": str(secured),
            "outstandingBalanceSecuredPercentage": str(share),
            "outstandingBalanceUnSecured": str(total - secured),
            "outstandingBalanceUnSecuredPercentage": str(100 - share if total else 0),
            "outstandingBalanceAll": str(total),
        },
    }


def _tradeline(lender: str, portfolio: str, kind: str, opened: date, amount: int, **rest: str) -> Json:
    return {
        "subscriberName": lender,
        "portfolioType": portfolio,
        "accountType": kind,
        "openDate": compact(opened),
        **({"creditLimitAmount": str(amount)} if portfolio == "R" else {}),
        "highestCreditOrOriginalLoanAmount": str(amount),
        "accountStatus": "11",
        "paymentRating": "0",
        "amountPastDue": "0",
        "occupationCode": "S",
        "dateOfAddition": compact(opened),
        "currencyCode": "INR",
        "accountHolderTypeCode": "1",
        **rest,
    }


def _profile(months: int, late: tuple[int, ...] = ()) -> str:
    """One digit a known month (0 in time, 1 a month late), then question marks."""
    known = min(max(months, 1), PROFILE_MONTHS)
    return "".join("1" if place in late else "0" for place in range(known)).ljust(PROFILE_MONTHS, "?")


def _card(card: Card, view: View) -> Json:
    months_known = min(card.known_months - (11 - view.last), view.last - card.opened + 1)
    return _tradeline(
        card.issuer.name,
        "R",
        "10",
        view.window.day(card.opened, 14),
        card.limit,
        paymentHistoryProfile=_profile(months_known, card.late),
        currentBalance=str(card.balance(view.last)),
        dateReported=compact(view.as_of),
        rateOfInterest=str(card.rate_pct),
        repaymentTenure="0",
    )


def _loan(loan: Loan, view: View) -> Json:
    return _tradeline(
        loan.lender.name,
        "I",
        loan.bureau_type,
        view.window.day(loan.opened, 1),
        loan.principal,
        paymentHistoryProfile=_profile(view.last - loan.opened + 1),
        currentBalance=str(loan.outstanding(view.last)),
        dateReported=compact(view.as_of),
        rateOfInterest=str(loan.rate_pct),
        repaymentTenure=str(loan.months),
    )


def _closed(account: ClosedAccount, view: View) -> Json:
    return _tradeline(
        account.lender,
        account.portfolio,
        account.bureau_type,
        view.window.day(account.opened, 9),
        account.amount,
        accountStatus="13",
        paymentHistoryProfile=_profile(account.closed - account.opened),
        currentBalance="0",
        dateReported=compact(view.window.day(account.closed, 24)),
        rateOfInterest=str(account.rate_pct),
        repaymentTenure=str(account.months),
    )
