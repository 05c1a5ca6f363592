# SPDX-License-Identifier: MIT
# The loop's Python half: Task, run, sleep, Loop. A task is known to the engine by its slot; _live[slot] keeps its Task object. A coroutine
# that is only gathered gets one when somebody asks for it (_task).
import _coroboard as _host
import sys
from time import ticks_ms as ticks, ticks_diff, ticks_add

# A global that is not there is searched for in the whole table before the built-ins are asked: have them here.
from builtins import StopIteration, BaseException, KeyboardInterrupt, Exception, isinstance, callable, type, id, len, next, hasattr

_spawn = _host.task_spawn
_release = _host.task_release
_current = _host.task_current
_enter = _host.task_enter
_make_ready = _host.task_ready
_finish = _host.task_finish
_report_later = _host.task_report_later
_returned = _host.task_returned
_value = _host.task_value
_child_ended = _host.task_child_ended
_adopt = _host.task_adopt
_was_retrieved = _host.task_was_retrieved
_slots = _host.task_slots
_cancel = _host.task_cancel
_park_on_task = _host.task_park_on_task
_park = _host.task_park
_first_waiter = _host.task_first_waiter
_unpark = _host.task_unpark
_new_queue = _host.task_new_queue
_attention = _host.task_attention
_throwing = _host.task_throwing
_stop = _host.task_stop
_wait_idle = _host.task_wait_idle
_reset = _host.task_reset
_keyboard_interrupt = _host.keyboard_interrupt
_ready = iter(_host.ready_tasks)

_sleeper = iter(_host.sleeper)
sleep_ms = _host.asyncio_sleep_ms
sleep = _host.asyncio_sleep


# What sleep() answers for a time the tick counter cannot hold.
class _TooLong:
    def __iter__(self):
        raise OverflowError("ticks interval overflow")


class CancelledError(BaseException):
    pass


class TimeoutError(Exception):
    pass


_live = []
_exc_context = {"message": "Task exception wasn't retrieved", "exception": None, "future": None}
_stop_kinds = (CancelledError, StopIteration)
_caught = (CancelledError, Exception)
_returned_none = StopIteration(None)


# The Task object of a slot.
def _task(slot):
    if slot >= len(_live):
        _make_room()
    return _live[slot] or Task(None, None, slot)


def _make_room():
    _live.extend([None] * (_slots() - len(_live)))


def _current_or_none():
    slot = _current()
    return _task(slot) if slot >= 0 else None


def __getattr__(name):
    if name == "cur_task":
        return _current_or_none()
    if name == "_io_queue":
        return _streams()
    raise AttributeError(name)


# Tasks waiting for one thing, first come, first served. Also what `asyncio.core.TaskQueue` means to libraries.
class TaskQueue:
    def __init__(self):
        self._id = _new_queue()

    def push(self, task, key=None):
        if task is not _current_or_none():
            raise RuntimeError("only the current task can be put into a queue")
        _park(self._id, 0)

    def pop(self):
        slot = _first_waiter(self._id)
        if slot < 0:
            raise IndexError("empty heap")
        _unpark(slot)
        return _task(slot)

    def peek(self):
        slot = _first_waiter(self._id)
        return _task(slot) if slot >= 0 else None

    def remove(self, task):
        _unpark(task._slot)


# The queue of tasks ready to run.
class _ReadyQueue:
    def push(self, task, key=None):
        if task._slot < 0:
            raise ValueError("task is finished")
        # Libraries note there the queue a task waits in.
        task.data = None
        _make_ready(task._slot)

    def push_sorted(self, task, key=None):
        self.push(task)

    push_head = push

    def remove(self, task):
        _unpark(task._slot)


_task_queue = _ReadyQueue()


class Task:
    # state: True = runs, nobody awaits it; a function = runs, the function is called at its end (gather); 1 = runs, awaited by a task;
    #        2 = runs, a coroutine that was gathered as such;
    #        None = finished, not awaited yet; False = finished and awaited, or its exception was handled.
    # data:  while running, what to throw into it; at its end, the StopIteration or exception it ended with.
    state = True
    data = None

    def __repr__(self):
        return "<Task>"

    def __init__(self, coro, globals=None, slot=-1):
        if slot < 0:
            slot = _spawn(id(coro))
            if slot >= len(_live):
                _make_room()
        else:
            coro = _adopt(slot)
            self.state = 2
        self.coro = coro
        self._slot = slot
        _live[slot] = self

    def __iter__(self):
        while self.state:
            if self.state is True:
                self.state = 1
            elif self.state != 1:
                raise RuntimeError("can't wait")
            _park_on_task(self._slot)
            yield
        self.state = False
        if type(self.data) is StopIteration:
            return self.data.value
        raise self.data

    __await__ = __iter__

    def done(self):
        return not self.state

    def cancel(self):
        if not self.state:
            return False
        if self._slot == _current():
            raise RuntimeError("can't cancel self")
        _cancel_slot(self._slot)
        return True

    def throw(self, exc):
        # Only for libraries that know core: the exception handler's part of an exception nobody retrieved.
        raise exc

    @property
    def ph_key(self):
        return ticks()


# Has CancelledError thrown into the task, or the innermost one it awaits.
def _cancel_slot(slot):
    slot = _cancel(slot)
    if slot >= 0:
        task = _task(slot)
        task.data = CancelledError
        if _io is not None and _io.map:
            _io.remove(task)


def create_task(coro):
    if not hasattr(coro, "send"):
        raise TypeError("coroutine expected")
    return Task(coro)


def _promote_to_task(aw):
    return aw if isinstance(aw, Task) else create_task(aw)


# Resumes tasks, in the engine's order, until the iterator stops for another reason; True when the main task has ended. A `for` over
# the coroutine resumes it once, and tells its end without raising anything; the engine knows what it returned.
def _drive(main_task):
    for coro in _ready:
        for _ in coro:
            break
        else:
            slot = _returned()
            if slot >= 0:
                value = _value()
                er = _returned_none if value is None else StopIteration(value)
                task = _live[slot]
                if task is main_task:
                    _end_main(task, er)
                    return True
                _end(task, er)


def _retire(task):
    slot = task._slot
    if slot >= 0:
        task._slot = -1
        _live[slot] = None
        _release(slot)


# The current task, which is not the main one, ended with er.
def _end(task, er):
    slot = task._slot
    quiet = isinstance(er, _stop_kinds)
    task.data = er
    state = task.state
    waiting = _finish(slot, not quiet)
    if state is True or state == 1:
        task.state = False if waiting else None
        if not waiting and not quiet:
            # Nobody awaits it yet: whoever does before its turn comes again retrieves the exception.
            _report_later(slot)
            return
    else:
        task.state = False
        if state == 2:
            # gather() takes it from here.
            _child_ended(slot, type(er) is not StopIteration)
            return
        state(task, er)
    task._slot = -1
    _live[slot] = None
    _release(slot)


def _end_main(task, er):
    task.data = er
    task.state = False
    _finish(task._slot, type(er) is not StopIteration)
    _retire(task)


# A task comes up that is to be resumed by throwing.
def _throw(task):
    if task.state:
        er = task.data
        task.data = None
        task.coro.throw(er)
        return
    # It ended some turns ago with an exception that nobody awaited then.
    report = task.state is None and not _was_retrieved(task._slot)
    task.state = False
    _enter(-1)
    _retire(task)
    if report:
        _exc_context["exception"] = task.data
        _exc_context["future"] = task
        Loop.call_exception_handler(_exc_context)


def run_until_complete(main_task=None):
    previous = _current()
    try:
        while True:
            try:
                if _drive(main_task):
                    return main_task.data.value
                slot = _throwing()
                if slot >= 0:
                    _throw(_task(slot))
                    continue
                why = _attention()
                if why == -2:
                    _io.wait_io_event(0)
                    continue
                if _keyboard_interrupt():
                    raise KeyboardInterrupt
                if why == -3 or main_task is None or not main_task.state:
                    return None
                # Nothing on this board can wake a task any more, and the loop may not end: as on a board, it stays.
                _wait_idle()
                continue
            except _caught as ex:
                er = ex
            slot = _current()
            if slot < 0:
                raise er
            task = _task(slot)
            if task is main_task:
                _end_main(task, er)
                if type(er) is StopIteration:
                    return er.value
                raise er
            _end(task, er)
    finally:
        _enter(previous)


def run(coro):
    return run_until_complete(create_task(coro))


_io = None


def _streams():
    global _io
    if _io is None:
        from .poller import IOQueue

        _io = IOQueue()
    return _io


class _Forever:
    state = True


class Loop:
    _exc_handler = None

    def create_task(coro):
        return create_task(coro)

    def run_forever():
        run_until_complete(_Forever)

    def run_until_complete(aw):
        return run_until_complete(_promote_to_task(aw))

    def stop():
        _stop()

    def close():
        pass

    def set_exception_handler(handler):
        Loop._exc_handler = handler

    def get_exception_handler():
        return Loop._exc_handler

    def default_exception_handler(loop, context):
        print(context["message"], file=sys.stderr)
        print("future:", context["future"], "coro=", context["future"].coro, file=sys.stderr)
        sys.print_exception(context["exception"], sys.stderr)

    def call_exception_handler(context):
        (Loop._exc_handler or Loop.default_exception_handler)(Loop, context)


def get_event_loop(runq_len=0, waitq_len=0):
    return Loop


def current_task():
    slot = _current()
    if slot < 0:
        raise RuntimeError("no running event loop")
    return _task(slot)


def new_event_loop():
    global _io
    current = _current()
    if current >= 0:
        task = _task(current)
        if task.state == 2:
            task.state = True
    _reset()
    for slot, task in enumerate(_live):
        if task and slot != current:
            task._slot = -1
            _live[slot] = None
    if current < 0:
        _live.clear()
    _io = None
    Loop._exc_handler = None
    return Loop
