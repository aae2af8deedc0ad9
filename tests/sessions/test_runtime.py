"""Waiting, on eventlet and on threads: the same words, the same behaviour."""

from __future__ import annotations

import threading

import pytest

from sessions import runtime
from tests.sessions.in_mode import both_modes, run_in_mode


@both_modes
def test_three_thousand_jobs_at_once_come_back_to_those_who_asked_at_once(mode: str) -> None:
    # The one limit by the clock, wide enough for a busy machine: waiting for a time-out or polling passes it by far.
    script = """
    import time
    thread = runtime.OwnedThread("work")
    got = {}
    def ask(i):
        got[i] = thread.call(lambda: i * i)
    began = time.perf_counter()
    for ended in [runtime.spawn(ask, i) for i in range(3000)]:
        ended.wait()
    took = time.perf_counter() - began
    thread.stop()
    print(got == {i: i * i for i in range(3000)}, took < 5, runtime.async_mode())
    """
    assert run_in_mode(mode, script) == [f"True True {mode}"]


@both_modes
def test_every_job_runs_in_the_one_real_thread_and_is_told_in_order(mode: str) -> None:
    script = """
    import _thread
    thread = runtime.OwnedThread("work")
    told, places = [], set()
    def job(i):
        places.add(ident())
        return i
    ident = _thread.get_ident if mode == "threading" else __import__("eventlet").patcher.original("_thread").get_ident
    here = ident()
    for i in range(500):
        thread.post(job, i, done=lambda result, error: told.append((result, error)))
    thread.stop()
    print(told == [(i, None) for i in range(500)], len(places), here in places)
    """
    assert run_in_mode(mode, f"mode = {mode!r}\n" + _dedent(script)) == ["True 1 False"]


@both_modes
def test_an_error_goes_to_the_one_who_asked_and_the_thread_lives_on(mode: str) -> None:
    script = """
    thread = runtime.OwnedThread("work")
    def fail(error):
        raise error
    for error in (ValueError("one"), SystemExit("two")):
        try:
            thread.call(fail, error)
        except BaseException as caught:
            print(caught is error)
    print(thread.call(lambda: thread.call(lambda: "from inside")))
    thread.stop()
    try:
        thread.call(print, "never")
    except RuntimeError as error:
        print(error)
    thread.stop()
    """
    assert run_in_mode(mode, script) == ["True", "True", "from inside", "this thread has been stopped"]


@both_modes
def test_a_callback_that_fails_is_logged_without_its_words_and_the_next_one_is_told(mode: str) -> None:
    script = """
    import logging
    logging.basicConfig(stream=sys.stdout, format="%(message)s")
    thread = runtime.OwnedThread("work")
    def bad(result, error):
        raise ValueError("CANARY")
    told = []
    thread.post(int, done=bad)
    thread.post(int, done=lambda result, error: told.append(result))
    thread.stop()
    print(told)
    """
    said = "\n".join(run_in_mode(mode, script))
    assert "a callback failed: ValueError" in said
    assert "CANARY" not in said
    assert said.endswith("[0]")


@both_modes
def test_others_go_on_while_something_blocks_on_a_real_thread(mode: str) -> None:
    script = """
    import hashlib
    ticks = []
    def tick():
        while not ticks or ticks[-1] < 10**6 and going:
            ticks.append(len(ticks))
            runtime.sleep(0.002)
    going = True
    ended = runtime.spawn(tick)
    digest = runtime.run_blocking(hashlib.pbkdf2_hmac, "sha256", b"x", b"y", 400000)
    during, going = len(ticks), False
    ended.wait()
    print(digest == hashlib.pbkdf2_hmac("sha256", b"x", b"y", 400000), during > 5)
    """
    assert run_in_mode(mode, script) == ["True True"]


@both_modes
def test_a_lock_lets_others_work_while_one_waits_for_it(mode: str) -> None:
    script = """
    lock, order = runtime.Lock(), []
    def take():
        with lock:
            order.append("second")
    with lock:
        ended = runtime.spawn(take)
        print(ended.wait(0.05), ended.is_set())
        order.append("first")
    print(ended.wait(5), order)
    """
    assert run_in_mode(mode, script) == ["False False", "True ['first', 'second']"]


@both_modes
def test_an_event_is_set_once_and_stays_so(mode: str) -> None:
    script = """
    event = runtime.Event()
    print(event.is_set(), event.wait(0.01))
    event.set(), event.set()
    print(event.is_set(), event.wait(), event.wait(0))
    print(runtime.spawn(lambda: 1 / 0).wait(5))
    """
    import_log = "import logging\nlogging.disable()\n"
    assert run_in_mode(mode, import_log + _dedent(script)) == ["False False", "True True True", "True"]


def test_a_patched_process_gives_the_interpreter_up_more_often() -> None:
    assert run_in_mode("eventlet", "runtime.patch()\nprint(sys.getswitchinterval())") == ["0.001"]


def test_a_real_thread_beside_the_hub_may_ask_too() -> None:
    script = """
    from eventlet import patcher
    native = patcher.original("threading")
    thread, got = runtime.OwnedThread("work"), []
    beside = native.Thread(target=lambda: got.append(thread.call(lambda: 7)))
    beside.start()
    beside.join()
    print(got)
    thread.stop()
    """
    assert run_in_mode("eventlet", script) == ["[7]"]


def test_a_command_needs_no_patching() -> None:
    thread = runtime.OwnedThread("work")
    assert runtime.async_mode() == "threading"
    assert thread.call(threading.get_ident) != threading.get_ident()
    thread.stop()
    with pytest.raises(RuntimeError):
        thread.post(int)


def _dedent(script: str) -> str:
    import textwrap

    return textwrap.dedent(script)
