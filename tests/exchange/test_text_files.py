"""Text files with separators, as any program may have saved them."""

import pytest

from alongside.exchange.limits import Limits
from alongside.exchange.problems import Refused

from .tracker import PARTICIPANTS, STAFF, TRAINING, csv, member, person, problems, read, session

NAME = "people.csv"


def name_of(reading):
    return reading.people["participant", "0123456789"]


ENCODINGS = {
    "utf-8": "",
    "utf-8-sig": "",
    "utf-16": "written in UTF-16",
    "utf-16-le": "written in UTF-16",
    "utf-16-be": "written in UTF-16",
    "utf-32": "written in UTF-32",
    "cp1252": "not written in UTF-8; it was read as Windows-1252",
}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings_are_found_and_said(encoding):
    content = csv(PARTICIPANTS, [person(last_name="Muñoz", first_name="Zoë")]).encode(encoding)
    reading = read(content, NAME)

    assert name_of(reading) == "Zoë Muñoz"
    assert ENCODINGS[encoding] in " ".join(reading.notes)


def test_quotation_marks_of_windows():
    content = csv(PARTICIPANTS, [person(last_name="O’Brien “Bo”")]).encode("cp1252")

    assert name_of(read(content, NAME)) == "Ava O’Brien “Bo”"


def test_latin_1_where_windows_has_no_letter():
    assert name_of(read(csv(PARTICIPANTS, [person(last_name="A\x81é")]).encode("latin-1"), NAME)).endswith("é")


@pytest.mark.parametrize("separator, called", [(";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars")])
def test_separators_are_found_and_said(separator, called):
    content = csv(PARTICIPANTS, [person(last_name="Alder, the elder")], separator).encode()
    reading = read(content, NAME)

    assert name_of(reading) == "Ava Alder, the elder"
    assert f"separated by {called}" in " ".join(reading.notes)


@pytest.mark.parametrize("line", ["sep=;\r\n", '"sep=;"\r\n'])
def test_a_line_that_names_the_separator_is_no_row(line):
    reading = read((line + csv(PARTICIPANTS, [person(dob="soon")], ";")).encode(), NAME)

    assert [cell for cell, _ in problems(reading)] == ["D2"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end):
    text = csv(PARTICIPANTS, [person(), person(ma_id="2222222222", dob="soon")]).replace("\r\n", end)

    assert problems(read(text.encode(), NAME))[0][0] == "D3"


def test_line_ends_inside_quotation_marks_do_not_shift_the_rows():
    rows = [person(comments="see\nSS\n"), person(ma_id="2222222222", dob="soon")]

    assert problems(read(csv(PARTICIPANTS, rows).encode(), NAME))[0][0] == "D3"


def test_titles_above_the_header():
    text = "Juniper County,,\r\n,,\r\n" + csv(PARTICIPANTS, [person(dob="soon")])

    assert problems(read(text.encode(), NAME))[0][0] == "D4"


def test_a_quotation_mark_that_is_never_closed():
    text = csv(PARTICIPANTS, [person()]) + '"0222222222,Cedar' + "\r\nx,y" * 50

    with pytest.raises(Refused, match=r"line 3 \(row 3\): A quotation mark opens a text that is never closed"):
        read(text.encode(), NAME)


def test_something_after_a_closing_quotation_mark():
    text = csv(PARTICIPANTS, [person()]) + '"02222"22222,Cedar\r\n'

    with pytest.raises(Refused, match="Something follows a closing quotation mark"):
        read(text.encode(), NAME)


def test_a_row_with_more_cells_than_headings_is_shifted_and_refused():
    text = csv(PARTICIPANTS, [person(comments="see SS")]).replace("Alder", "Alder, the elder")
    reading = read(text.encode(), NAME)

    assert any("17 cells" in found for _, found in problems(reading))
    assert reading.tables == {}


def test_a_row_with_fewer_cells_has_blanks():
    text = csv(PARTICIPANTS, []) + "0123456789,Alder,Ava,3/16/1980,2025-05-03\r\n"

    assert read(text.encode(), NAME).rejected == []


def test_ids_that_lost_their_zeros_or_digits():
    rows = [person(ma_id="761839216"), person(ma_id="1.64789E+09")]
    found = [found for _, found in problems(read(csv(PARTICIPANTS, rows).encode(), NAME))]

    assert "9 digits; zeros in front were probably lost" in found[0]
    assert "its last digits are lost" in found[1]


def test_day_numbers_are_refused_with_advice():
    assert "a day number kept as text" in problems(read(csv(PARTICIPANTS, [person(dob="29296")]).encode(), NAME))[0][1]


def test_formulas_stay_text():
    reading = read(csv(PARTICIPANTS, [person(last_name="=cmd|' /C calc'!A0", first_name="-Bo")]).encode(), NAME)

    assert name_of(reading) == "-Bo =cmd|' /C calc'!A0"


def test_a_training_log_alone_is_refused():
    with pytest.raises(Refused, match="a training log and no staff sheet"):
        read(csv(TRAINING, [session()]).encode(), "training.csv")

    assert read(csv(TRAINING, [session()]).encode(), "t.csv", is_known_staff={"S001"}.__contains__).rejected == []


def test_headings_that_fit_nothing():
    with pytest.raises(Refused, match="No header was found"):
        read(b"a,b,c\n1,2,3\n", NAME)


def test_one_field_as_long_as_a_book():
    text = csv(PARTICIPANTS, [person(comments="x" * 50_000)])

    assert read(text.encode(), NAME).rejected == []


def test_too_many_cells():
    text = csv(PARTICIPANTS, [person()] * 100)

    with pytest.raises(Refused, match="more than 1000 cells"):
        read(text.encode(), NAME, limits=Limits(cells=1000))


def test_a_zero_byte_in_a_field():
    rows = csv(PARTICIPANTS, [person()]).replace("Alder", "Al\0der").encode()

    with pytest.raises(Refused, match="zero bytes"):
        read(rows, NAME)


def test_staff_alone():
    assert read(csv(STAFF, [member()]).encode(), "staff.csv").rejected == []
