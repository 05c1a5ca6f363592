import asyncio
import uasyncio

print(uasyncio.sleep_ms is asyncio.sleep_ms, uasyncio.Event is asyncio.Event)

from asyncio import Event, Lock, ThreadSafeFlag, gather, wait_for, wait_for_ms, create_task, sleep, sleep_ms, run
from asyncio import open_connection, start_server, StreamReader, StreamWriter, CancelledError, TimeoutError
import asyncio.core

print(asyncio.core.CancelledError is CancelledError, asyncio.core.Task.__name__)
