"""Credits: charged once, at success, and remembered."""

import sqlite3

import pytest

from tests.sandbox.client import Client, ClientFactory
from videogen_desktop.sandbox.records import Charge


def charges_of(kie: Client) -> tuple[Charge, ...]:
    with kie.sandbox.books() as books:
        return books.charges()


def test_success_is_charged_once_and_not_before(client: ClientFactory) -> None:
    kie = client("--speed", "5")
    task_id = kie.create()["data"]["taskId"]
    assert kie.credit() == 10_000
    record = kie.finished(task_id)
    assert [kie.credit() for _ in range(3)] == [9_900] * 3
    (charge,) = charges_of(kie)
    assert (charge.task_id, charge.amount) == (task_id, 100_00)
    assert charge.charged_at == record["completeTime"]


def test_an_abandoned_task_is_charged_too(client: ClientFactory) -> None:
    kie = client("--speed", "100")
    kie.create()
    while kie.credit() == 10_000:
        pass
    assert kie.credit() == 9_900


def test_too_few_credits_refuse_the_task(client: ClientFactory) -> None:
    kie = client("--credits", "99.5")
    answer = kie.create()
    assert (answer["code"], answer["data"]) == (402, None)
    assert answer["msg"].startswith("Credits insufficient :")
    assert kie.credit() == 99.5
    with kie.sandbox.books() as books:
        assert books.tasks() == ()


def test_every_create_is_on_record_with_its_answer(client: ClientFactory) -> None:
    kie = client("--fault", "rate-limited:1")
    kie.create(prompt="một")
    task_id = kie.create(prompt="hai")["data"]["taskId"]
    kie.create(prompt="")
    with kie.sandbox.books() as books:
        requests = books.create_requests()
    assert [(r.prompt, r.answer, r.task_id) for r in requests] == [
        ("một", "rate-limited", None),
        ("hai", "200", task_id),
        ("", "500", None),
    ]


@pytest.mark.parametrize("statement", ["DELETE FROM charge", "UPDATE charge SET amount = 0"])
def test_a_charge_can_be_neither_changed_nor_removed(client: ClientFactory, statement: str) -> None:
    kie = client()
    kie.finished(kie.create()["data"]["taskId"])
    kie.sandbox.end()
    connection = sqlite3.connect(kie.sandbox.state / "sandbox.sqlite")
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    connection.close()
