# SPDX-License-Identifier: MIT
async def sleep(t):
    "Waits so many seconds."
async def sleep_ms(t):
    "Waits so many milliseconds."
def run(coro):
    "Runs the event loop until the coroutine ends."
def create_task(coro):
    "Starts a coroutine beside this one."
def current_task():
    "The task that runs."
async def gather(*awaitables, return_exceptions=False):
    "Waits for all of them."
async def wait_for(awaitable, timeout):
    "Waits so many seconds at most."
async def wait_for_ms(awaitable, timeout):
    "Waits so many milliseconds at most."
async def open_connection(host, port):
    "Connects to a server: (reader, writer)."
async def start_server(callback, host, port, backlog=5):
    "Calls the coroutine for every connection."
def get_event_loop():
    "The event loop."
def new_event_loop():
    "An event loop without tasks."

class Task:
    "A coroutine on its way."
    def cancel(self):
        "Raises CancelledError in it."
    def done(self):
        "Whether it has ended."

class Event:
    "Something that happens and that tasks can wait for."
    def __init__(self): pass
    def is_set(self):
        "Whether it has happened."
    def set(self):
        "It happens: everyone who waits goes on."
    def clear(self):
        "As if it had not happened."
    async def wait(self):
        "Waits until it happens."

class ThreadSafeFlag:
    "A flag that an interrupt may set."
    def __init__(self): pass
    def set(self):
        "Wakes the task that waits."
    def clear(self):
        "As if it were not set."
    async def wait(self):
        "Waits for it, and clears it."

class Lock:
    "Held by one task at a time: async with lock."
    def __init__(self): pass
    def locked(self):
        "Whether somebody holds it."
    async def acquire(self):
        "Waits until it is free, and takes it."
    def release(self):
        "Gives it back."

class Loop:
    "The event loop."
    def create_task(self, coro):
        "Starts a coroutine."
    def run_forever(self):
        "Runs until stop()."
    def run_until_complete(self, awaitable):
        "Runs until it ends."
    def stop(self):
        "Ends run_forever()."
    def close(self):
        "Does nothing."
    def set_exception_handler(self, handler):
        "Who is told of exceptions nobody waits for."
    def call_exception_handler(self, context):
        "Tells the handler."

class StreamReader:
    "Reads from a stream."
    def __init__(self, stream): pass
    async def read(self, n=-1):
        "Up to so many bytes."
    async def readinto(self, buf):
        "Fills a buffer."
    async def readexactly(self, n):
        "So many bytes, or EOFError."
    async def readline(self):
        "A line."
    def get_extra_info(self, v):
        "The peer's address."
    def close(self):
        "Closes the stream."
    async def wait_closed(self):
        "Waits until it is closed."

class StreamWriter(StreamReader):
    "Writes to a stream."
    def __init__(self, stream, extra={}): pass
    def write(self, buf):
        "Puts bytes into the buffer."
    async def drain(self):
        "Waits until the buffer is sent."

class CancelledError: "A task was cancelled."
class TimeoutError: "wait_for() waited long enough."
