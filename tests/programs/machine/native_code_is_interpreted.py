import micropython


@micropython.native
def add(x):
    return x + 1


@micropython.viper
def first_word(b: ptr8, n: int) -> int:
    words = ptr16(b)
    return words[0] + n


print(add(1), first_word(bytearray(b"\x01\x02"), 5))

try:
    exec("import micropython\n@micropython.asm_thumb\ndef f(r0): pass")
except SyntaxError as error:
    print("SyntaxError", error)
