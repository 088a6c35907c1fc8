"""Who may do what, written down a second time: a grant that is not here fails, and so does one that is missing.

Widening it is a decision. Say why in the commit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from future_finance.domain.job import JobType
from future_finance.domain.schedule import FAN_OUT_QUEUE
from future_finance.endpoints import Caller, Endpoint, PublicPath, TaskQueue
from tests.infra.offline.terraform import PROJECT, PROJECT_NUMBER
from tests.infra.plan import Grant

REGION = "asia-south1"
_KEY = f"key:projects/{PROJECT}/locations/{REGION}/keyRings/future-finance/cryptoKeys/user-data-keys"
_DATA = f'resource.name == "projects/{PROJECT}/databases/(default)"'
_VAULT = f'resource.name == "projects/{PROJECT}/databases/vault"'
_HERE = f"project:{PROJECT}"

READS_DATA = {"ff-reader"}
WRITES_DATA = {
    "ff-writer",
    "ff-enqueue",
    "ff-session",
    "ff-auth",
    "ff-connect",
    "ff-sync",
    "ff-push",
    "ff-retention",
    "ff-genai",
    "ff-download",
    "ff-export",
    "ff-leave",
    "ff-erase",
}
OPENS_THE_VAULT = {"ff-auth", "ff-connect", "ff-sync", "ff-leave"}
FILLS = {  # queues
    "ff-enqueue": {"sync-connection", "generate-insights", "erase-data"},
    "ff-sync": {"generate-insights", "erase-data", "send-push"},
    "ff-dispatch": {"fan-out"},
    "ff-retention": {  # the dispatcher's pages, and what was left undone
        "fan-out",
        "sync-connection",
        "generate-insights",
        "generate-weekly-insights",
        "build-export",
        "erase-data",
        "send-push",
    },
    "ff-leave": {"erase-data"},
    "ff-download": {"build-export"},
    "ff-export": {"send-push"},  # told that it is ready
    "ff-erase": {"send-push"},  # told that it is done
}
SEES_QUEUES = {"ff-connect"}
HOLDS_SESSIONS = {"ff-session", "ff-auth"}
ASKS_THE_MODEL = {"ff-genai"}
SHREDS_THE_VAULT = {"ff-erase"}  # deletes what is sealed, and opens nothing
PUSHES = {"ff-push"}
DELETES_PEOPLE = {"ff-erase"}  # their accounts at Firebase Auth
KEEPS_EXPORTS = {"ff-export", "ff-erase"}
HANDS_OUT_EXPORTS = {"ff-download"}
REACHES_NOTHING = {"ff-edge"}

OWN_ROLES = {
    "ask_model": {"aiplatform.endpoints.predict"},
    "delete_people": {"firebaseauth.users.delete", "firebaseauth.users.get"},
    "hold_sessions": {
        "firebaseauth.users.createSession",
        "firebaseauth.users.get",
        "firebaseauth.users.update",
    },
    "look_up_people": {"firebaseauth.users.get"},
    "push": {"cloudmessaging.messages.create"},
    "redeliver": {  # adds and deletes nothing
        "datastore.databases.get",
        "datastore.entities.get",
        "datastore.entities.list",
        "datastore.entities.update",
    },
    "see_queues": {"cloudtasks.queues.get"},
    "shred_vault": {
        "datastore.databases.get",
        "datastore.entities.delete",
        "datastore.entities.get",
        "datastore.entities.list",
    },
    "sign": {"iam.serviceAccounts.signBlob"},
}

OPERATOR = "user:operator@example.in"


def account(name: str) -> str:
    return f"serviceAccount:{name}@{PROJECT}.iam.gserviceaccount.com"


def _itself(name: str) -> str:
    return f"account:projects/{PROJECT}/serviceAccounts/{name}@{PROJECT}.iam.gserviceaccount.com"


def role(name: str) -> str:
    """One of our own roles."""
    return f"projects/{PROJECT}/roles/ff_{name}"


def expected(endpoints: Iterable[Endpoint], environment: str) -> list[Grant]:
    """Every grant there should be."""
    rows = list(endpoints)
    trusts = {row.trust.value for row in rows}
    queues = [row.trigger.queue for row in rows if isinstance(row.trigger, TaskQueue)]
    return sorted(
        {
            *_of_data(trusts),
            *_of_the_vault(trusts),
            *_of_the_model(trusts),
            *_of_leaving(trusts),
            *_of_queues(trusts, queues),
            *_of_people(rows),
            *(_of_callers(rows)),
            *(
                Grant(account(row.trust), "roles/secretmanager.secretAccessor", f"secret:{secret}")
                for row in rows
                for secret in row.secrets
            ),
            *_of_the_builder(),
            *_of_operators(),
            *_of_ci(trusts, environment),
        }
    )


def _of_data(trusts: set[str]) -> Iterator[Grant]:
    for trust in trusts & READS_DATA:
        yield Grant(account(trust), "roles/datastore.viewer", _HERE, _DATA)
    for trust in trusts & WRITES_DATA:
        yield Grant(account(trust), "roles/datastore.user", _HERE, _DATA)


def _of_the_vault(trusts: set[str]) -> Iterator[Grant]:
    for name in [*(trusts & OPENS_THE_VAULT), "ff-rotation"]:
        yield Grant(account(name), "roles/datastore.user", _HERE, _VAULT)
        yield Grant(account(name), "roles/cloudkms.cryptoKeyEncrypterDecrypter", _KEY)


def _of_the_model(trusts: set[str]) -> Iterator[Grant]:
    for trust in trusts & ASKS_THE_MODEL:
        yield Grant(account(trust), role("ask_model"), _HERE)


def _of_leaving(trusts: set[str]) -> Iterator[Grant]:
    """Taking one's data along, and being erased."""
    for trust in trusts & SHREDS_THE_VAULT:
        yield Grant(account(trust), role("shred_vault"), _HERE, _VAULT)
    for trust in trusts & DELETES_PEOPLE:
        yield Grant(account(trust), role("delete_people"), _HERE)
    for trust in trusts & PUSHES:
        yield Grant(account(trust), role("push"), _HERE)
    for trust in trusts & KEEPS_EXPORTS:
        yield Grant(account(trust), "roles/storage.objectUser", f"bucket:{PROJECT}-exports")
    for trust in trusts & HANDS_OUT_EXPORTS:
        yield Grant(account(trust), "roles/storage.objectViewer", f"bucket:{PROJECT}-exports")
        yield Grant(account(trust), role("sign"), _itself(trust))


def _of_queues(trusts: set[str], queues: list[str]) -> Iterator[Grant]:
    for trust in trusts & FILLS.keys():
        yield Grant(account(trust), "roles/iam.serviceAccountUser", _itself("ff-tasks-invoker"))
        for queue in FILLS[trust]:
            yield Grant(account(trust), "roles/cloudtasks.enqueuer", f"queue:{queue}")
    for trust in trusts & SEES_QUEUES:
        for queue in queues:
            yield Grant(account(trust), role("see_queues"), f"queue:{queue}")


def _of_people(rows: list[Endpoint]) -> Iterator[Grant]:
    """Firebase Auth: each row with a signed-in person looks revocation up, but those with nothing personal."""
    for row in rows:
        if row.caller in {Caller.USER, Caller.USER_OR_COOKIE} and row.trust != "ff-edge":
            yield Grant(account(row.trust), role("look_up_people"), _HERE)
        if row.trust in HOLDS_SESSIONS:
            yield Grant(account(row.trust), role("hold_sessions"), _HERE)
            yield Grant(account(row.trust), role("sign"), _itself(row.trust))


def _of_callers(rows: list[Endpoint]) -> Iterator[Grant]:
    callers = {
        Caller.TASKS: account("ff-tasks-invoker"),
        Caller.SCHEDULER: account("ff-scheduler-invoker"),
        Caller.OPERATOR: account("ff-operator"),
    }
    for row in rows:
        open_to_all = isinstance(row.trigger, PublicPath)
        member = "allUsers" if open_to_all else callers[row.caller]
        yield Grant(member, "roles/run.invoker", f"function:{row.name}")


def _of_the_builder() -> Iterator[Grant]:
    builder = account("ff-builder")
    copies = f"projects/_/buckets/gcf-v2-sources-{PROJECT_NUMBER}-{REGION}"
    yield Grant(builder, "roles/logging.logWriter", _HERE)
    yield Grant(builder, "roles/storage.objectViewer", _HERE, f'resource.name.startsWith("{copies}")')
    yield Grant(builder, "roles/storage.objectViewer", f"bucket:{PROJECT}-functions")
    yield Grant(builder, "roles/artifactregistry.writer", "repository:functions")


def _of_operators() -> Iterator[Grant]:
    yield Grant(OPERATOR, "roles/iam.serviceAccountOpenIdTokenCreator", _itself("ff-operator"))
    yield Grant(OPERATOR, "roles/iam.serviceAccountTokenCreator", _itself("ff-rotation"))
    yield from _of_redelivery()


def _of_redelivery() -> Iterator[Grant]:
    """Into the queues of which there are dead letters, and no others."""
    redelivery = account("ff-redelivery")
    yield Grant(OPERATOR, "roles/iam.serviceAccountTokenCreator", _itself("ff-redelivery"))
    yield Grant(redelivery, role("redeliver"), _HERE, _DATA)
    yield Grant(redelivery, "roles/iam.serviceAccountUser", _itself("ff-tasks-invoker"))
    for queue in {FAN_OUT_QUEUE, *(job_type.queue for job_type in JobType)}:
        yield Grant(redelivery, "roles/cloudtasks.enqueuer", f"queue:{queue}")


def _of_ci(trusts: set[str], environment: str) -> Iterator[Grant]:
    pool = f"projects/{PROJECT_NUMBER}/locations/global/workloadIdentityPools/github"
    for name, github, storage in (
        ("planner", f"{environment}-plan", "roles/storage.objectViewer"),
        ("deployer", environment, "roles/storage.objectUser"),
    ):
        jobs = f"principalSet://iam.googleapis.com/{pool}/attribute.environment/{github}"
        member = account(f"ff-{name}")
        yield Grant(jobs, "roles/iam.workloadIdentityUser", _itself(f"ff-{name}"))
        yield Grant(member, role(name), _HERE)
        yield Grant(member, "roles/iam.workloadIdentityPoolViewer", _HERE)
        yield Grant(member, storage, f"bucket:{PROJECT}-tfstate")
        yield Grant(member, storage, f"bucket:{PROJECT}-functions")
        yield Grant(member, "roles/billing.viewer", "billing:01ABCD-234567-89EFAB")
    for name in [*trusts, "ff-builder", "ff-scheduler-invoker"]:
        yield Grant(account("ff-deployer"), "roles/iam.serviceAccountUser", _itself(name))


def unknown(trusts: Iterable[str]) -> set[str]:
    """Trust classes of which nothing is written down here."""
    named = (
        READS_DATA,
        WRITES_DATA,
        OPENS_THE_VAULT,
        FILLS,
        SEES_QUEUES,
        HOLDS_SESSIONS,
        ASKS_THE_MODEL,
        SHREDS_THE_VAULT,
        DELETES_PEOPLE,
        PUSHES,
        KEEPS_EXPORTS,
        HANDS_OUT_EXPORTS,
        REACHES_NOTHING,
    )
    return set(trusts).difference(*named)
