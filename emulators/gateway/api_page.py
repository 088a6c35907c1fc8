"""The API's OpenAPI document as one page of HTML, with nothing fetched from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from emulators.gateway.schema_html import anchor, paragraph, section, type_of

_METHODS = ("get", "post", "put", "patch", "delete")
_SIGN_IN = {"idToken": "ID token", "session": "session cookie"}
# As the README has them; needs curl and jq.
CURL = """\
AUTH=$(curl -s $APP/api/config | jq -r .firebase.authEmulatorUrl)
TOKEN=$(curl -s "$AUTH/identitytoolkit.googleapis.com/v1/accounts:signInWithIdp?key=local" \\
  -H 'Content-Type: application/json' -d '{"requestUri": "http://localhost", "returnSecureToken": true,
  "postBody": "providerId=google.com&id_token={\\"sub\\":\\"1\\",\\"email\\":\\"you@example.com\\",\\"email_verified\\":true}"}' \\
  | jq -r .idToken)
api() { curl -s -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' "$APP$@"; }

api /auth/session -d '{}'
"""
_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2430;
  background:#fff;overflow-wrap:anywhere}
h2{margin-top:2.5rem;border-bottom:1px solid #d5dbe3}
h3{margin:1.5rem 0 .3rem;font:600 15px ui-monospace,monospace}
p{margin:.3rem 0}
summary{cursor:pointer;padding:.35rem 0}
details[open]{border-left:3px solid #d5dbe3;padding-left:.8rem;margin-bottom:1rem}
code,pre{font:13px/1.45 ui-monospace,monospace}
pre{background:#f4f6f9;padding:.8rem;overflow-x:auto;overflow-wrap:normal}
i{color:#5b6675}
a{color:#1d6fb8}
.method{display:inline-block;min-width:4.5rem;font-weight:600;text-transform:uppercase}
.get{color:#1d6fb8}.post{color:#1c7c4a}.put,.patch{color:#9a6700}.delete{color:#b3261e}
section:target h3{background:#fff3c4}
table{border-collapse:collapse}
td{text-align:left;padding:.2rem 1rem .2rem 0;vertical-align:top}
td:first-child{min-width:9rem}
@media(max-width:40rem){td{display:block;padding:0 0 .1rem 1rem}td:first-child{padding:.4rem 0 0}}
"""

type Node = Mapping[str, Any]


def api_page(document: Node, base_url: str) -> str:
    """A self-contained page: how to call, every operation, every schema. `base_url` is where the API answers."""
    info = document["info"]
    title = f"{escape(info['title'])} {escape(info['version'])}"
    operations = "".join(_operation(*each) for each in _operations(document))
    schemas = document.get("components", {}).get("schemas", {})
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body>"
        f'<h1>{title}</h1>{paragraph(info)}<p><a href="/api/openapi.json">openapi.json</a></p>'
        "<h2>Try it</h2><p>A token of the local stack, for curl (with jq):</p>"
        f"<pre>APP={escape(base_url)}\n{escape(CURL)}</pre>"
        f"<h2>Operations</h2>{operations}{_errors(document)}"
        f"<h2>Schemas</h2>{''.join(section(*each) for each in sorted(schemas.items()))}</body></html>"
    )


def _operations(document: Node) -> Iterator[tuple[str, str, Node]]:
    for path, item in document["paths"].items():
        for method in _METHODS:
            if method in item:
                yield path, method, item[method]


def _operation(path: str, method: str, operation: Node) -> str:
    heading = (
        f'<span class="method {method}">{method}</span> <code>{escape(path)}</code> '
        f"{escape(operation.get('summary', ''))}"
    )
    parts = [paragraph(operation)]
    if security := operation.get("security"):
        ways = " or ".join(_SIGN_IN.get(name, escape(name)) for way in security for name in way)
        parts.append(f"<p>Signed in by {ways}</p>")
    if parameters := operation.get("parameters"):
        parts.append(f"<table>{''.join(_parameter(each) for each in parameters)}</table>")
    if body := operation.get("requestBody"):
        parts.append(f"<p>Body: {_content(body)}</p>")
    answers = operation.get("responses", {})
    parts += [_answer(status, answer) for status, answer in answers.items() if not _is_error(status)]
    if errors := [status for status in answers if _is_error(status)]:
        parts.append(f'<p><a href="#errors">Errors</a>: {escape(", ".join(errors))}</p>')
    return f"<details><summary>{heading}</summary>{''.join(parts)}</details>"


def _parameter(parameter: Node) -> str:
    need = "required" if parameter.get("required") else "optional"
    return (
        f"<tr><td><code>{escape(parameter['name'])}</code></td>"
        f"<td><i>{escape(parameter['in'])}, {need}</i>{paragraph(parameter)}</td></tr>"
    )


def _answer(status: str, answer: Node) -> str:
    what = _content(answer) or "no body"
    return f"<p>{escape(status)} {escape(answer.get('description', ''))}: {what}</p>"


def _content(part: Node) -> str:
    return ", ".join(
        f"{type_of(media.get('schema', {}))} as {escape(kind)}"
        for kind, media in part.get("content", {}).items()
    )


def _errors(document: Node) -> str:
    """What each status means, once for all operations."""
    meanings: dict[str, list[str]] = {}
    for _, _, operation in _operations(document):
        for status, answer in operation.get("responses", {}).items():
            described = answer.get("description", "")
            if _is_error(status) and described not in meanings.setdefault(status, []):
                meanings[status].append(described)
    if not meanings:
        return ""
    rows = "".join(
        f"<tr><td>{escape(status)}</td><td>{escape('; '.join(texts))}</td></tr>"
        for status, texts in sorted(meanings.items())
    )
    shape = f'<a href="#{anchor("Error")}">Error</a>'
    return f'<h2 id="errors">Errors</h2><p>Every error answer is an {shape} as JSON.</p><table>{rows}</table>'


def _is_error(status: str) -> bool:
    return status[:1] in {"4", "5"}
