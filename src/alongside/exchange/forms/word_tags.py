"""The tags of a Word form, such as {{ name }}: they name texts and never compute."""

from __future__ import annotations

from docxtpl import DocxTemplate
from jinja2 import TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ..problems import Refused


def environment() -> ImmutableSandboxedEnvironment:
    """What tags are read and filled in with: it escapes what it writes and runs nothing."""
    return ImmutableSandboxedEnvironment(autoescape=True)


def tags_of(template: DocxTemplate, name: str) -> set[str]:
    """Names between double braces. Anything that computes is refused: a form is filled in, it does not run."""
    template.init_docx()
    fix = "Leave only plain tags such as {{ name }}."
    try:
        parsed = environment().parse(template.patch_xml(template.get_xml()))
    except TemplateError as error:
        raise Refused(name, f"A tag cannot be read: {error.message}", "tags such as {{ name }}", fix) from error
    plain = (nodes.Output, nodes.TemplateData, nodes.Name)
    if any(not isinstance(node, plain) for node in parsed.find_all(nodes.Node)):
        raise Refused(name, "A tag does more than name a text", "tags such as {{ name }}", fix)
    return {node.name for node in parsed.find_all(nodes.Name)}
