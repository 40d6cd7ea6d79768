"""The program in context lasts as long as it should: not past the block, an error, the transaction or the pool."""

import threading
from contextlib import suppress
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, connections, transaction

from alongside.access.backend.base import DatabaseWrapper
from alongside.access.context import Context, acting, current


def told(using="default"):
    """The program the database was told, on this connection, now."""
    with connections[using].cursor() as cursor:
        cursor.execute("select current_setting('alongside.program', true)")
        return cursor.fetchone()[0] or None


def backend(using):
    with connections[using].cursor() as cursor:
        cursor.execute("select pg_backend_pid()")
        return cursor.fetchone()[0]


def test_what_is_not_named_stays_and_none_clears():
    program, actor = uuid4(), uuid4()

    with acting(program=program, actor=actor, request="7"):
        with acting(program=None):
            assert current() == Context(None, actor, "7")
        assert current() == Context(program, actor, "7")
    assert current() == Context()


def test_each_thread_has_its_own():
    seen = []
    with acting(program=uuid4()):
        thread = threading.Thread(target=lambda: seen.append(current()))
        thread.start()
        thread.join()

    assert seen == [Context()]


@pytest.mark.django_db(transaction=True)
class TestRealTransactions:
    """Every transaction here is a real one."""

    def test_a_transaction_is_told_when_it_starts_and_forgets_when_it_ends(self):
        one, other = uuid4(), uuid4()

        with acting(program=one), transaction.atomic():
            assert told() == str(one)
        assert told() is None
        with acting(program=other), transaction.atomic():
            assert told() == str(other)
        with transaction.atomic():
            assert told() is None

    def test_outside_a_transaction_the_database_is_told_nothing(self):
        with acting(program=uuid4()):
            assert told() is None

    def test_a_rollback_forgets_too(self):
        with pytest.raises(ZeroDivisionError), acting(program=uuid4()), transaction.atomic():
            raise ZeroDivisionError

        assert told() is None


@pytest.mark.django_db
class TestInsideOneTransaction:
    """Everything here runs in one transaction, as a request does."""

    def test_a_block_tells_at_once_and_takes_it_back(self):
        one, other = uuid4(), uuid4()

        with acting(program=one):
            assert told() == str(one)
            with acting(program=other):
                assert told() == str(other)
            assert told() == str(one)
        assert told() is None

    def test_an_exception_takes_it_back(self):
        one = uuid4()
        with acting(program=one):
            with pytest.raises(ZeroDivisionError), acting(program=uuid4()):
                raise ZeroDivisionError
            assert told() == str(one)

    def test_a_database_error_in_the_block_leaves_the_former_program_in_force(self):
        one, other = uuid4(), uuid4()
        with acting(program=one):
            with (
                pytest.raises(DatabaseError),
                transaction.atomic(),
                acting(program=other),
                connection.cursor() as cursor,
            ):
                cursor.execute("select 1/0")
            assert told() == str(one)
            with acting(program=other):
                assert told() == str(other)

    def test_a_savepoint_rolled_back_by_hand_does_not_bring_an_older_program_back(self):
        one, other = uuid4(), uuid4()
        with acting(program=one):
            savepoint = transaction.savepoint()
            with acting(program=other):
                transaction.savepoint_rollback(savepoint)
                assert told() == str(other)
            assert told() == str(one)


@pytest.fixture
def pooled(transactional_db):
    """An alias whose pool holds a single connection, so that the next user gets the very same one."""
    shape = connections["default"].settings_dict
    pool = {"pool": {"min_size": 1, "max_size": 1, "timeout": 5}}
    held = connections["pooled"] = DatabaseWrapper({**shape, "OPTIONS": {**shape["OPTIONS"], **pool}}, alias="pooled")
    yield held
    held.close()
    held.close_pool()
    del connections["pooled"]


def used(program, error):
    """The number of the connection, used in a program until the end or until an exception."""
    number = None
    with suppress(ZeroDivisionError), acting(program=program), transaction.atomic(using="pooled"):
        number = backend("pooled")
        assert told("pooled") == str(program)
        if error:
            raise error
    return number


@pytest.mark.parametrize("error", [None, ZeroDivisionError])
def test_a_pooled_connection_carries_nothing_to_its_next_user(pooled, error):
    first = used(uuid4(), error)
    pooled.close()

    with transaction.atomic(using="pooled"):
        assert backend("pooled") == first
        assert told("pooled") is None
        with pytest.raises(DatabaseError, match="no program context"), pooled.cursor() as cursor:
            cursor.execute("select alongside_program()")
        transaction.set_rollback(True, using="pooled")


def test_the_pool_test_would_notice_a_context_set_for_the_session(pooled):
    """The control: the same, with a setting that outlives its transaction."""
    program = str(uuid4())
    with transaction.atomic(using="pooled"), pooled.cursor() as cursor:
        cursor.execute("select set_config('alongside.program', %s, false)", [program])
    pooled.close()

    with transaction.atomic(using="pooled"):
        assert told("pooled") == program
