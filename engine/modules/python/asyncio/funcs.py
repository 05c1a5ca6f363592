# SPDX-License-Identifier: MIT
from . import core
import _coroboard as _host
from builtins import StopIteration, type, id, len


_watch = _host.task_watch
_stop_sleeping = _host.task_stop_sleeping
_watch_ended = _host.task_watch_ended
_was_awaited = _host.task_was_awaited
_set_gathered = _host.task_set_gathered
_forget_watch = _host.task_forget_watch
_gather = _host.task_gather
_settle = _host.task_settle
_child_index = _host.task_child_index
_park_forever = _host.task_park_forever

# gather()'s coroutines by its number in the engine, which knows them only by their address.
_gathered = {}


# The engine watches the task, and ends the sleep when that has ended. A cancellation from outside that comes before the sleeper runs
# again replaces the outcome, one that came before the outcome stands.
# async
def wait_for(aw, timeout, sleep=core.sleep):
    task = core._promote_to_task(aw)
    if timeout is None:
        return (yield from task)
    watch = _watch(task._slot)
    try:
        try:
            yield from sleep(timeout)
        except core.CancelledError as er:
            _stop_sleeping(watch)
            core._cancel_slot(watch)
            raise er
        why = _stop_sleeping(watch)
        if why == 2:
            raise RuntimeError("can't wait")
        if why:
            task.state = False
            if type(task.data) is StopIteration:
                return task.data.value
            raise task.data
        core._cancel_slot(watch)
        while not _watch_ended(watch):
            core._park_on_task(watch)
            yield
    finally:
        _forget_watch(watch)
    raise core.TimeoutError


def wait_for_ms(aw, timeout):
    return wait_for(aw, timeout, core.sleep_ms)


# async
def gather(*aws, return_exceptions=False):
    if not aws:
        return []
    results = [None] * len(aws)
    number = _gather(id(aws), id(results), return_exceptions)
    if number < 0:
        return (yield from _gather_mixed(aws, return_exceptions))
    _gathered[number] = aws
    cancelled = raised = None
    _park_forever(8)
    try:
        yield
    except core.CancelledError as er:
        cancelled = er
    finally:
        # Those that did not simply return.
        slot = _settle(number)
        while slot >= 0:
            task = core._task(slot)
            if task.state == 2:
                # Still running: nobody gathers it any more.
                task.state = True
                if cancelled:
                    task.cancel()
            else:
                if type(task.data) is StopIteration:
                    results[_child_index(slot)] = task.data.value
                elif return_exceptions:
                    results[_child_index(slot)] = task.data
                elif raised is None:
                    raised = task.data
                core._retire(task)
            slot = _settle(number)
        _gathered.pop(number, None)
    if cancelled:
        raise cancelled
    if raised is not None:
        raise raised
    return results


# Of tasks, or of tasks and coroutines.
def _gather_mixed(aws, return_exceptions):
    me = core.current_task()
    pending = 0
    woken = False
    raised = None

    def done(task, er):
        nonlocal pending, woken, raised
        pending -= 1
        if woken:
            return
        if not return_exceptions and not isinstance(er, StopIteration):
            raised = er
        elif pending:
            return
        woken = True
        core._make_ready(me._slot)

    tasks = [core._promote_to_task(aw) for aw in aws]
    for task in tasks:
        if task.state is True and not _was_awaited(task._slot):
            task.state = done
            _set_gathered(task._slot, True)
            pending += 1
        elif not task.state:
            if not return_exceptions and not isinstance(task.data, StopIteration) and raised is None:
                raised = task.data
                woken = True
        else:
            for other in tasks:
                if other.state is done:
                    other.state = True
                    _set_gathered(other._slot, False)
            raise RuntimeError("can't gather")

    cancelled = None
    if pending and not woken:
        _park_forever(8)
        try:
            yield
        except core.CancelledError as er:
            cancelled = er
    woken = True

    results = []
    for task in tasks:
        if task.state is done:
            # Still running: nobody gathers it any more.
            task.state = True
            _set_gathered(task._slot, False)
            if cancelled:
                task.cancel()
            results.append(task)
        elif isinstance(task.data, StopIteration):
            results.append(task.data.value)
        else:
            results.append(task.data)
            if not return_exceptions and raised is None:
                raised = task.data
    if cancelled:
        raise cancelled
    if raised is not None:
        raise raised
    return results
