# SPDX-License-Identifier: MIT
# cmake -DFOLDER=… -DFILES=a;b -DOUTPUT=… -P embed.cmake: writes python_modules.cpp with the files' texts.
set(text "// Written by the build from python/.\n#include \"modules/python_modules.h\"\n\nnamespace coroboard::modules {\n\nnamespace {\n\nconst PythonModule modules[] = {\n")
foreach(file IN LISTS FILES)
  file(READ ${FOLDER}/${file} content)
  string(APPEND text "    {\"${file}\", R\"__PY__(${content})__PY__\"},\n")
endforeach()
string(APPEND text "};\n\n}  // namespace\n\nstd::span<const PythonModule> pythonModules() { return modules; }\n\n}  // namespace coroboard::modules\n")
file(WRITE ${OUTPUT} "${text}")
