# SPDX-License-Identifier: MIT
from . import core


# Awaits a task for another one, which sleeps meanwhile, and ends that sleep with the outcome. A cancellation from outside that comes
# before the sleeper runs again replaces the outcome, one that came before the outcome stands.
# asleep[0]: the waiter has not gone on yet.
async def _watch(waiter, task, asleep):
    try:
        result = await task
        status = True
    except BaseException as er:
        result = None
        status = er
    if asleep[0] and waiter.data is None and waiter.cancel():
        waiter.data = core.CancelledError(status, result)


async def wait_for(aw, timeout, sleep=core.sleep):
    task = core._promote_to_task(aw)
    if timeout is None:
        return await task
    asleep = [True]
    watcher = core.create_task(_watch(core.current_task(), task, asleep))
    try:
        await sleep(timeout)
        asleep[0] = False
    except core.CancelledError as er:
        asleep[0] = False
        if not er.args:
            watcher.cancel()
            raise er
        if er.args[0] is True:
            return er.args[1]
        raise er.args[0]
    watcher.cancel()
    await watcher
    raise core.TimeoutError


def wait_for_ms(aw, timeout):
    return wait_for(aw, timeout, core.sleep_ms)


# async
def gather(*aws, return_exceptions=False):
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
        if task.state is True:
            task.state = done
            pending += 1
        elif not task.state:
            if not return_exceptions and not isinstance(task.data, StopIteration) and raised is None:
                raised = task.data
                woken = True
        else:
            raise RuntimeError("can't gather")

    cancelled = None
    if pending and not woken:
        core._host.task_park_forever(8)
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
