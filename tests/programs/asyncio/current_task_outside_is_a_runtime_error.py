import asyncio

def show():
    try:
        asyncio.current_task()
        print("a task")
    except RuntimeError as error:
        print("RuntimeError", error)

async def main():
    show()

show()
asyncio.run(main())
show()
