"""Form fields in the design system's classes."""

from __future__ import annotations

from django import forms, template
from django.forms import BoundField
from django.forms.widgets import Input
from django.utils.safestring import SafeString

register = template.Library()

CLASSES: dict[type[forms.Widget], str] = {
    forms.RadioSelect: "usa-radio__input",
    forms.CheckboxInput: "usa-checkbox__input",
    forms.Textarea: "usa-textarea",
    forms.Select: "usa-select",
    forms.ClearableFileInput: "usa-file-plain",
    Input: "usa-input",
}


@register.filter
def is_checkbox(field: BoundField) -> bool:
    """Whether the field is a box to tick: its label follows it."""
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def is_choice(field: BoundField) -> bool:
    """Whether the field is a row of buttons to choose from: it has a legend, not a label."""
    return isinstance(field.field.widget, forms.RadioSelect)


@register.filter
def dressed(field: BoundField) -> SafeString:
    """The field's widget with the design system's class, marked where it is wrong."""
    widget = field.field.widget
    css = next((name for kind, name in CLASSES.items() if isinstance(widget, kind)), "")
    wrong = f" {css}--error" if field.errors and css else ""
    return field.as_widget(attrs={"class": f"{css}{wrong}".strip()} if css else {})
