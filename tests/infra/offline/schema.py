"""Reads a Terraform provider's schema out of its generated Python package, as `terraform providers schema` shows it.

The wheel's jsii archive holds each resource's TypeScript in its source maps. That says of every argument whether it is
required, optional or computed, of what type, and which values the documentation allows.

    python schema.py WHEEL OUT.json
"""

from __future__ import annotations

import base64
import io
import json
import re
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

_SOURCE_MAP = re.compile(r"sourceMappingURL=data:application/json[^,]*;base64,(\S+)")
_CLASS = re.compile(r"^export class (\w+) extends cdkt[fn]\.(\w+) \{\n(.*?)^\}", re.M | re.S)
_ARGUMENT = re.compile(
    r"// (\w+) - computed: (\w+), optional: (\w+), required: (\w+)\n"
    r"(.*?)(?=\n\s*// \w+ - computed:|\Z)",
    re.S,
)
_HCL_FUNCTION = re.compile(r"^export function (\w+)ToHclTerraform\(.*?\n(.*?)^\}", re.M | re.S)
_HCL_ARGUMENT = re.compile(
    r'^\s+(\w+): \{\n\s+value: .*\n\s+isBlock: (\w+),\n\s+type: "(\w+)",\n\s+storageClassType: "(\w+)",', re.M
)
_INTERFACE = re.compile(r"^export interface (\w+)(?: extends [\w.]+)? \{\n(.*?)^\}", re.M | re.S)
_DOCUMENTED = re.compile(
    r"/\*\*((?:(?!\*/).)*?)Docs at Terraform Registry: \{@link \S+#(\w+) \w+#\w+\}(.*?)\*/\s*readonly \w+(\??):",
    re.S,
)
_NESTED = re.compile(r'new (\w+?)(List|OutputReference|Map)\(this, "\w+"(?:, (true|false))?\)')
_WRAPPED = re.compile(r"new cdkt[nf]\.(\w+)\(this")
_GETTER = re.compile(r"this\.get(\w+?)Attribute\(")
_TERRAFORM_TYPE = re.compile(r'static readonly tfResourceType = "([\w-]+)"')
_ALLOWED = re.compile(r"Possible values: \[([^\]]*)\]")
_DEEPEST = 25  # a schema that contains itself is cut there

_PRIMITIVE = {"string": "string", "number": "number", "boolean": "bool", "any": "dynamic"}
_MAPS = {"StringMap": "string", "BooleanMap": "bool", "NumberMap": "number", "AnyMap": "dynamic"}

Json = dict[str, Any]


class Source:
    """The generated TypeScript of one resource, data source or provider."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def classes(self) -> Mapping[str, tuple[str, str]]:
        return {found[1]: (found[2], found[3]) for found in _CLASS.finditer(self._text)}

    @cached_property
    def _hcl(self) -> Mapping[str, Mapping[str, tuple[bool, str, str]]]:
        return {
            found[1]: {
                each[1]: (each[2] == "true", each[3], each[4]) for each in _HCL_ARGUMENT.finditer(found[2])
            }
            for found in _HCL_FUNCTION.finditer(self._text)
        }

    @cached_property
    def _documentation(self) -> Mapping[str, Mapping[str, str]]:
        return {
            found[1]: {each[2]: each[1] for each in _DOCUMENTED.finditer(found[2])}
            for found in _INTERFACE.finditer(self._text)
        }

    def schemas(self) -> Iterator[tuple[str, str, Json]]:
        """Base class, Terraform's name, schema."""
        for name, (base, body) in self.classes.items():
            if named := _TERRAFORM_TYPE.search(body):
                hcl = {
                    each[1]: (each[2] == "true", each[3], each[4]) for each in _HCL_ARGUMENT.finditer(body)
                }
                block = self._block(body, hcl, self._documentation.get(f"{name}Config", {}), ())
                yield base, named[1], {"version": 0, "block": block}

    def _block(
        self,
        body: str,
        hcl: Mapping[str, tuple[bool, str, str]],
        documentation: Mapping[str, str],
        outer: tuple[str, ...],
    ) -> Json:
        attributes: Json = {}
        blocks: Json = {}
        for name, computed, optional, required, code in _ARGUMENT.findall(body):
            written = hcl.get(name)
            nested = _NESTED.search(code)
            if nested and written and written[0] and computed != "true":
                if nested[1] not in outer:
                    blocks[name] = self._nested_block(nested, written[1], required == "true", outer)
            elif (
                not written or not written[0] or nested
            ) and name != "alias":  # the rest is a provider's own blocks
                flags = {"computed": computed, "optional": optional, "required": required}
                attributes[name] = {
                    "type": self._type(code, written, nested),
                    **{flag: True for flag, value in flags.items() if value == "true"},
                }
                if allowed := _ALLOWED.search(
                    " ".join(documentation.get(name, "").replace("*", " ").split())
                ):
                    attributes[name]["allowed"] = re.findall(r'"([^"]*)"', allowed[1])
        return {"attributes": attributes, "block_types": blocks}

    def _nested_block(self, nested: re.Match[str], kind: str, required: bool, outer: tuple[str, ...]) -> Json:
        name = nested[1]
        function = name[0].lower() + name[1:]
        block = self._block(
            self.classes[f"{name}OutputReference"][1],
            self._hcl.get(function, {}),
            self._documentation.get(name, {}),
            (*outer, name),
        )
        if kind == "struct":
            return {"nesting_mode": "single", "block": block}
        limits = {"min_items": 1} if required else {}
        limits |= {"max_items": 1} if nested[2] == "OutputReference" else {}
        return {"nesting_mode": kind, "block": block, **limits}

    def _type(self, code: str, written: tuple[bool, str, str] | None, nested: re.Match[str] | None) -> Any:
        """The type in Terraform's JSON notation."""
        if nested:
            return self._nested_type(nested)
        if written and not written[0]:
            kind, storage = written[1], written[2]
            if kind == "simple":
                return _PRIMITIVE.get(storage, "dynamic")
            element = re.sub(r"(List|Map)$", "", storage)
            return [
                kind,
                ["list", "string"] if element == "stringListList" else _PRIMITIVE.get(element, "dynamic"),
            ]
        if wrapped := _WRAPPED.search(code):
            if wrapped[1] == "StringMapList":
                return ["list", ["map", "string"]]
            return ["map", _MAPS[wrapped[1]]] if wrapped[1] in _MAPS else "dynamic"
        getter = found[1] if (found := _GETTER.search(code)) else ""
        if getter in _MAPS:
            return ["map", _MAPS[getter]]
        collection = "set" if "Fn.tolist" in code else "list"
        return {
            "String": "string",
            "Number": "number",
            "Boolean": "bool",
            "List": [collection, "string"],
            "NumberList": [collection, "number"],
        }.get(getter, "dynamic")

    def _nested_type(self, nested: re.Match[str], depth: int = 0) -> Any:
        body = self.classes.get(f"{nested[1]}OutputReference", ("", ""))[1]
        element: Any = "dynamic"
        if depth < _DEEPEST:
            fields = {}
            for name, _, _, _, code in _ARGUMENT.findall(body):
                inner = _NESTED.search(code)
                fields[name] = self._nested_type(inner, depth + 1) if inner else self._type(code, None, None)
            element = ["object", fields]
        if nested[2] == "OutputReference":
            return element
        return ["map" if nested[2] == "Map" else "set" if nested[3] == "true" else "list", element]


def sources(wheel: Path) -> Iterator[str]:
    """The TypeScript of each folder of the package, one resource in each."""
    with zipfile.ZipFile(wheel) as package:
        (archive,) = (name for name in package.namelist() if name.endswith(".jsii.tgz"))
        folders: dict[str, list[str]] = {}
        with tarfile.open(fileobj=io.BytesIO(package.read(archive)), mode="r:gz") as files:
            for member in files:
                parts = member.name.split("/")
                if len(parts) < 4 or parts[1] != "lib" or not member.name.endswith(".js"):
                    continue
                stream = files.extractfile(member)
                assert stream is not None
                if mapped := _SOURCE_MAP.search(stream.read().decode()):
                    content = json.loads(base64.b64decode(mapped[1]))["sourcesContent"][0]
                    folders.setdefault(parts[2], []).append(content)
    yield from ("\n".join(texts) for texts in folders.values())


def provider_schema(wheel: Path) -> Json:
    """{"name", "version", "provider", "resources", "data"}."""
    schema: Json = {"name": "", "version": "", "provider": {}, "resources": {}, "data": {}}
    for text in sources(wheel):
        if version := re.search(r"providerVersion: '([^']+)'", text):
            schema["version"] = version[1]
        if name := re.search(r"terraformProviderSource: '([^']+)'", text):
            schema["name"] = f"registry.terraform.io/{name[1]}"
        for base, terraform_name, each in Source(text).schemas():
            if base == "TerraformProvider":
                schema["provider"] = each
                schema["name"] = schema["name"] or f"registry.terraform.io/hashicorp/{terraform_name}"
            else:
                schema["data" if base == "TerraformDataSource" else "resources"][terraform_name] = each
    return schema


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(
        json.dumps(provider_schema(Path(sys.argv[1])), separators=(",", ":"), sort_keys=True)
    )
