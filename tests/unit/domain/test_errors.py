from __future__ import annotations

import inspect
import pickle

import pytest

from onrecord.domain import errors

CASES: tuple[errors.OnrecordError, ...] = (
    errors.UsageError("no such file"),
    errors.StoreTooNew(9, 1),
    errors.SourceError("https://example.org", "it timed out", True),
    errors.AddressRefused("http://127.0.0.1", "a loopback address"),
    errors.StoreError("the disk is full"),
    errors.LedgerBroken(3, "a digest differs"),
    errors.ContentError("a.pdf", "it is cut short"),
    errors.QuoteNotFound("doc-1", "the words do not occur"),
    errors.QuoteAmbiguous("doc-1", "the words occur twice"),
    errors.CompileError("the number does not follow"),
    errors.InvariantError("a span is empty"),
)


@pytest.mark.parametrize("error", CASES, ids=lambda error: type(error).__name__)
def test_an_error_is_one_line_with_its_code_and_survives_pickling(
    error: errors.OnrecordError,
) -> None:
    assert str(error).endswith(f"[{error.code}]")
    assert "\n" not in str(error)
    again = pickle.loads(pickle.dumps(error))
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def test_every_error_has_a_code_of_its_own() -> None:
    classes = [
        value
        for _, value in inspect.getmembers(errors, inspect.isclass)
        if issubclass(value, errors.OnrecordError)
    ]
    assert len({error.code for error in classes}) == len(classes) == len(CASES) + 1


def test_a_failure_outside_says_whether_to_try_again() -> None:
    assert "try again later" in str(errors.SourceError("x", "busy", retryable=True))
    assert "will not help" in str(errors.SourceError("x", "gone"))
