"""Stands in for the providers google and google-beta: serves their argument schema to Terraform, knows no network.

Speaks plugin protocol 5 on Unix sockets. Started by terraform.py; prints what TF_REATTACH_PROVIDERS should hold, then
serves until its standard input ends. An argument that is unknown, of a wrong type, missing where it is required, read-only, or not
among the documented values is refused as the real provider refuses it. What the real provider decides beyond its
schema (conflicts, defaults, arguments that only the API wants) is not known here: the tests assert that on the plan.

    python stub_provider.py SOCKET_FOLDER PROJECT PROJECT_NUMBER SCHEMA.json...
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from concurrent import futures
from pathlib import Path
from typing import Any

import grpc
import msgpack
from tfplugin_proto import tfplugin5_5_pb2 as pb
from tfplugin_proto import tfplugin5_5_pb2_grpc as rpc

_UNKNOWN = msgpack.ExtType(0, b"\x00")
_NESTING = {"single": 1, "list": 2, "set": 3, "map": 4}

Json = dict[str, Any]
Visit = Callable[[Json, Any, tuple[Any, ...]], Any]


def _packed(value: Any) -> pb.DynamicValue:
    return pb.DynamicValue(msgpack=msgpack.packb(value))


def _unpacked(value: pb.DynamicValue) -> Any:
    if value.msgpack:
        return msgpack.unpackb(value.msgpack, raw=False, strict_map_key=False)
    return json.loads(value.json) if value.json else None


def _message(block: Json) -> pb.Schema.Block:
    return pb.Schema.Block(
        attributes=[
            pb.Schema.Attribute(
                name=name,
                type=json.dumps(each["type"]).encode(),
                required=each.get("required", False),
                optional=each.get("optional", False),
                computed=each.get("computed", False),
            )
            for name, each in sorted(block.get("attributes", {}).items())
        ],
        block_types=[
            pb.Schema.NestedBlock(
                type_name=name,
                block=_message(each["block"]),
                nesting=_NESTING[each["nesting_mode"]],
                min_items=each.get("min_items", 0),
                max_items=each.get("max_items", 0),
            )
            for name, each in sorted(block.get("block_types", {}).items())
        ],
    )


def _schema(each: Json) -> pb.Schema:
    return pb.Schema(version=0, block=_message(each.get("block", {})))


def _rebuilt(block: Json, value: Any, visit: Visit, path: tuple[Any, ...] = ()) -> Any:
    """`value` of `block` with each attribute replaced by what `visit` answers."""
    if not isinstance(value, dict):
        return value
    new = dict(value)
    for name, attribute in block.get("attributes", {}).items():
        new[name] = visit(attribute, value.get(name), (*path, name))
    for name, nested in block.get("block_types", {}).items():
        inner = value.get(name)
        if isinstance(inner, list):
            new[name] = [
                _rebuilt(nested["block"], each, visit, (*path, name, place))
                for place, each in enumerate(inner)
            ]
        elif isinstance(inner, dict) and nested["nesting_mode"] == "single":
            new[name] = _rebuilt(nested["block"], inner, visit, (*path, name))
    return new


def _something(kind: Any, name: str) -> Any:
    """A value of a type in Terraform's JSON notation."""
    match kind:
        case "string":
            return f"stub-{name}"
        case "number":
            return 1
        case "bool":
            return False
        case ["list" | "set", _]:
            return []
        case ["map", _]:
            return {}
        case ["object", fields]:
            return {field: _something(each, field) for field, each in fields.items()}
    return None


def _derived(kind: str, value: Json, project: str) -> Json:
    """What follows from the configuration alone, so that a plan shows who is granted what, and where."""
    match kind:
        case "google_service_account":
            email = f"{value['account_id']}@{project}.iam.gserviceaccount.com"
            name = f"projects/{project}/serviceAccounts/{email}"
            return {"email": email, "member": f"serviceAccount:{email}", "id": name, "name": name}
        case "google_project_iam_custom_role":
            name = f"projects/{project}/roles/{value['role_id']}"
            return {"id": name, "name": name}
        case "google_kms_key_ring":
            return {"id": f"projects/{project}/locations/{value['location']}/keyRings/{value['name']}"}
        case "google_kms_crypto_key" if isinstance(value["key_ring"], str):
            return {"id": f"{value['key_ring']}/cryptoKeys/{value['name']}"}
        case "google_artifact_registry_repository":
            return {
                "id": f"projects/{project}/locations/{value['location']}/repositories/{value['repository_id']}"
            }
    return {}


def _refusals(block: Json, configured: Any) -> list[pb.Diagnostic]:
    found: list[pb.Diagnostic] = []

    def refuse(path: tuple[Any, ...], summary: str, detail: str) -> None:
        steps = [
            pb.AttributePath.Step(attribute_name=each)
            if isinstance(each, str)
            else pb.AttributePath.Step(element_key_int=each)
            for each in path
        ]
        attribute = pb.AttributePath(steps=steps)
        found.append(pb.Diagnostic(severity=1, summary=summary, detail=detail, attribute=attribute))

    def check(attribute: Json, value: Any, path: tuple[Any, ...]) -> Any:
        writable = attribute.get("optional") or attribute.get("required")
        if not writable and value not in (None, [], {}):
            refuse(path, "Value for unconfigurable attribute", f"{path[-1]} is decided by the provider")
        allowed = attribute.get("allowed")
        if allowed and isinstance(value, str) and value and value not in allowed:
            refuse(path, "Value not in the documented set", f"{path[-1]} is one of: {', '.join(allowed)}")
        return value

    _rebuilt(block, configured, check)
    return found


class StubProvider(rpc.ProviderServicer):  # type: ignore[misc]
    """One provider."""

    def __init__(self, schema: Json, project: str, number: str) -> None:
        self._schema = schema
        self._project = project
        self._number = number

    def GetSchema(self, request: Any, context: Any) -> Any:
        return pb.GetProviderSchema.Response(
            provider=_schema(self._schema["provider"]),
            resource_schemas={name: _schema(each) for name, each in self._schema["resources"].items()},
            data_source_schemas={name: _schema(each) for name, each in self._schema["data"].items()},
        )

    def PrepareProviderConfig(self, request: Any, context: Any) -> Any:
        return pb.PrepareProviderConfig.Response(prepared_config=request.config)

    def Configure(self, request: Any, context: Any) -> Any:
        return pb.Configure.Response()

    def Stop(self, request: Any, context: Any) -> Any:
        return pb.Stop.Response()

    def ValidateResourceTypeConfig(self, request: Any, context: Any) -> Any:
        block = self._schema["resources"][request.type_name]["block"]
        return pb.ValidateResourceTypeConfig.Response(diagnostics=_refusals(block, _unpacked(request.config)))

    def ValidateDataSourceConfig(self, request: Any, context: Any) -> Any:
        block = self._schema["data"][request.type_name]["block"]
        return pb.ValidateDataSourceConfig.Response(diagnostics=_refusals(block, _unpacked(request.config)))

    def ReadResource(self, request: Any, context: Any) -> Any:
        return pb.ReadResource.Response(new_state=request.current_state)

    def PlanResourceChange(self, request: Any, context: Any) -> Any:
        """A new resource: what the configuration leaves open and the API decides is unknown until apply.

        A write-only argument is in no plan and no state, of a new resource or an old one.
        """
        kind, proposed = request.type_name, _unpacked(request.proposed_new_state)
        if proposed is None:
            return pb.PlanResourceChange.Response(
                planned_state=request.proposed_new_state, legacy_type_system=True
            )
        is_new = _unpacked(request.prior_state) is None

        def left_open(attribute: Json, value: Any, path: tuple[Any, ...]) -> Any:
            if str(path[-1]).endswith("_wo"):
                return None
            return _UNKNOWN if is_new and value is None and attribute.get("computed") else value

        planned = _rebuilt(self._schema["resources"][kind]["block"], proposed, left_open)
        if is_new:
            planned |= _derived(kind, planned, self._project)
        return pb.PlanResourceChange.Response(planned_state=_packed(planned), legacy_type_system=True)

    def ApplyResourceChange(self, request: Any, context: Any) -> Any:
        """What the plan left unknown becomes something, so that a second plan can be made."""
        planned = _unpacked(request.planned_state)

        def decided(attribute: Json, value: Any, path: tuple[Any, ...]) -> Any:
            return (
                _something(attribute["type"], str(path[-1])) if isinstance(value, msgpack.ExtType) else value
            )

        block = self._schema["resources"][request.type_name]["block"]
        made = _rebuilt(block, planned, decided)
        return pb.ApplyResourceChange.Response(new_state=_packed(made), legacy_type_system=True)

    def UpgradeResourceState(self, request: Any, context: Any) -> Any:
        state = json.loads(request.raw_state.json)
        return pb.UpgradeResourceState.Response(upgraded_state=_packed(state))

    def ReadDataSource(self, request: Any, context: Any) -> Any:
        kind, configured = request.type_name, _unpacked(request.config)

        def answered(attribute: Json, value: Any, path: tuple[Any, ...]) -> Any:
            return f"stub-{path[-1]}" if value is None and attribute["type"] == "string" else value

        found = _rebuilt(self._schema["data"][kind]["block"], configured, answered)
        if kind == "google_project":
            found |= {"number": self._number}
        return pb.ReadDataSource.Response(state=_packed(found))


def _serve(folder: Path, project: str, number: str, schemas: list[Path]) -> Iterator[tuple[str, Json]]:
    for path in schemas:
        schema = json.loads(path.read_text())
        socket = folder / f"{path.stem}.sock"
        unlimited = [("grpc.max_send_message_length", -1), ("grpc.max_receive_message_length", -1)]
        server = grpc.server(futures.ThreadPoolExecutor(8), options=unlimited)
        rpc.add_ProviderServicer_to_server(StubProvider(schema, project, number), server)
        server.add_insecure_port(f"unix:{socket}")
        server.start()
        _servers.append(server)
        yield (
            schema["name"],
            {
                "Protocol": "grpc",
                "ProtocolVersion": 5,
                "Pid": os.getpid(),
                "Test": True,
                "Addr": {"Network": "unix", "String": str(socket)},
            },
        )


_servers: list[grpc.Server] = []  # a server that nobody holds is collected


def main() -> None:
    folder, project, number, *schemas = sys.argv[1:]
    sockets = dict(_serve(Path(folder), project, number, [Path(each) for each in schemas]))
    sys.stdout.write(json.dumps(sockets) + "\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main()
