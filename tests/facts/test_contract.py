"""Every fact table and column is documented, and a table that cannot be what it says is refused when it is declared."""

import pytest

from alongside.facts.contract import day, key, number_known, of, table
from alongside.facts.tables import TABLES


def test_every_table_and_column_has_a_sentence():
    for one in TABLES.values():
        assert one.sentence.endswith(".")
        for name, column in one.columns.items():
            assert column.sentence.endswith("."), f"{one.name}.{name}"


def test_days_and_answers_are_named_as_the_glossary_says():
    for one in TABLES.values():
        for name, column in one.columns.items():
            assert name.endswith("_on") == (column.type == "date"), f"{one.name}.{name}"
            assert name.startswith(("is_", "has_")) == (column.type == "boolean"), f"{one.name}.{name}"
            assert all(label for label in column.words.values())


def test_every_table_knows_whose_rows_it_holds():
    for one in TABLES.values():
        assert next(iter(one.columns)) == one.key
        assert one.root in one.columns
        owner = one if one.parent is None else one.parent
        assert one.known_as in owner.columns


def test_a_word_has_one_label_wherever_it_stands():
    labels = {}
    for one in TABLES.values():
        for column in one.columns.values():
            for word, label in column.words.items():
                assert labels.setdefault(word, label) == label, word


def test_a_persons_table_names_the_column_readers_know_them_by():
    for known_as in (None, "shoe_size"):
        with pytest.raises(ValueError, match="Table walker: known_as must name one of its columns"):
            table("walker", "Walkers.", known_as=known_as, walker_id=key("Which."), number=number_known("Theirs."))


def test_a_table_of_somebodys_rows_names_them():
    with pytest.raises(ValueError, match="Table walk: needs the column staff_id of staff"):
        table("walk", "Walks.", parent=TABLES["staff"], walk_id=key("Which."), walked_on=day("When."))


def test_a_table_belongs_to_the_person_its_parent_belongs_to():
    walk = table("walk", "Walks.", parent=TABLES["staff"], walk_id=key("Which."), staff_id=of("Whose."))

    assert (walk.root, walk.known_as) == ("staff_id", "staff_number")
    assert {"walk_id", "staff_id", "staff_number"} == set(walk.rows().columns)
