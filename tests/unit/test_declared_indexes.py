"""The check that production would have an index for a query."""

from __future__ import annotations

import pytest
from google.auth.credentials import AnonymousCredentials
from google.cloud.firestore_v1.async_client import AsyncClient
from google.cloud.firestore_v1.async_query import AsyncQuery
from google.cloud.firestore_v1.base_query import FieldFilter

from tests.declared_indexes import DeclaredIndexes, IndexMissing, TooWide


@pytest.fixture(scope="module")
def client() -> AsyncClient:
    """Builds queries; never connects."""
    return AsyncClient("demo-future-finance", credentials=AnonymousCredentials())


def _where(query: AsyncQuery, *conditions: tuple[str, str, object]) -> AsyncQuery:
    for path, operator, value in conditions:
        query = query.where(filter=FieldFilter(path, operator, value))
    return query


def _group(client: AsyncClient, name: str) -> AsyncQuery:
    return client.collection_group(name)


def test_the_queries_of_the_product_are_answered(client: AsyncClient) -> None:
    default, vault = DeclaredIndexes.of_database("(default)"), DeclaredIndexes.of_database("vault")
    user = client.document("users", "u")
    due = _where(
        _group(client, "connections"),
        ("status", "==", "active"),
        ("shard", "in", list(range(22))),
        ("activeUntil", ">", 1),
        ("dueAt", "<=", 1),
    )
    for query in (
        due.order_by("activeUntil").order_by("dueAt"),
        _where(_group(client, "jobs"), ("deadlineAt", "<=", 1)),
        _where(user.collection("ledger"), ("month", "==", "2026-10")),
        _where(user.collection("trades"), ("year", "==", 2026)),
        user.collection("assets").limit(10),
        user.collection("aiAccess").order_by("at", direction="DESCENDING").limit(50),
    ):
        default.require(query._to_protobuf())
    vault.require(_where(client.collection("tokens"), ("uid", "==", "u"))._to_protobuf())
    vault.require(client.collection("keys").order_by("__name__")._to_protobuf())


def test_a_query_on_a_field_without_an_index_is_refused(client: AsyncClient) -> None:
    default = DeclaredIndexes.of_database("(default)")
    user = client.document("users", "u")
    for query in (
        _where(user.collection("ledger"), ("rows", "==", 1)),
        _where(user.collection("jobs"), ("deadlineAt", "<=", 1)),
        _where(_group(client, "ledger"), ("month", "==", "2026-10")),
        _where(_group(client, "connections"), ("status", "==", "active")),
        _where(_group(client, "connections"), ("status", "==", "active"), ("dueAt", "<=", 1)),
        _where(_group(client, "connections"), ("shard", ">", 1), ("status", "==", "a"), ("dueAt", "==", 1)),
    ):
        with pytest.raises(IndexMissing):
            default.require(query._to_protobuf())


def test_a_field_without_an_override_is_indexed_within_its_collection_alone(client: AsyncClient) -> None:
    indexes = DeclaredIndexes({"indexes": [], "fieldOverrides": []})
    indexes.require(_where(client.collection("things"), ("colour", "==", "red"))._to_protobuf())
    with pytest.raises(IndexMissing):
        indexes.require(_where(_group(client, "things"), ("colour", "==", "red"))._to_protobuf())


@pytest.mark.parametrize(("shards", "conditions"), [(31, 1), (25, 4), (50, 2)])
def test_a_query_that_production_finds_too_wide_is_refused(
    client: AsyncClient, shards: int, conditions: int
) -> None:
    indexes = DeclaredIndexes.of_database("(default)")
    others = [("activeUntil", ">", 1), ("dueAt", "<=", 1), ("status", "==", "active")][: conditions - 1]
    query = _where(_group(client, "connections"), ("shard", "in", list(range(shards))), *others)
    with pytest.raises(TooWide):
        indexes.require(query.order_by("activeUntil")._to_protobuf())
