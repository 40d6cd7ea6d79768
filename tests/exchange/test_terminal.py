"""The report on a terminal: who owes what, why, and what next; readable at any width, and without color."""

import io

import pytest

from alongside.exchange.terminal import console, print_report


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


def printed(checked, stream=None, **more):
    stream = stream or io.StringIO()
    print_report(checked, console(stream), **more)
    return stream.getvalue()


def test_it_says_who_owes_what_why_and_what_next(checked):
    out = printed(checked, show_all=True)

    assert "626 rows read; 11 rows were rejected." in out
    assert "✗ not met  S001 Lee Rowan" in out
    assert "TRN-1 Orientation training" in out
    assert "Training Log, row 374, cell C374 (Topic): found “Basket weaving”" in out
    assert "The sheet “scratch” is not in the mapping. It was passed over." in out
    assert "(not known)" in out


def test_it_is_plain_where_there_is_no_terminal(checked):
    assert "\x1b" not in printed(checked)


def test_color_is_never_alone(checked, monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "120")
    colored = printed(checked, Terminal())

    assert "\x1b[1;31m✗ not met" in colored


def test_long_lists_are_cut_with_a_word_on_how_to_see_the_rest(checked):
    short, long = printed(checked), printed(checked, show_all=True)

    assert "more; --all prints them." in short
    assert "more; --all" not in long
    assert len(long) > len(short)


@pytest.mark.parametrize("width", ["60", "100", "200"])
def test_it_keeps_to_the_width_it_is_given(checked, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", width)
    lines = printed(checked).splitlines()

    assert max(map(len, lines)) <= int(width)
    assert any("S047 Hana Larch" in line for line in lines)


def test_the_most_urgent_comes_first(checked):
    dues = [answer.due for answer in checked.owed if answer.answer == "not met" and answer.due]

    assert dues == sorted(dues)
    assert [a.answer for a in checked.owed] == sorted(
        (a.answer for a in checked.owed), key=["not met", "a person must decide", "facts missing"].index
    )
