# Finds MLIR and LLVM 22 as shared libraries and sets the flags that code linked
# against them needs.
#
# `find_package(MLIR 22)` matches nothing, because the package's version file
# only accepts an exact major.minor; so the version is checked afterwards.

set(MEMOPT_LLVM_MAJOR 22)

find_package(MLIR CONFIG
  HINTS /usr/lib/llvm-${MEMOPT_LLVM_MAJOR}/lib/cmake/mlir)
if(NOT MLIR_FOUND)
  message(FATAL_ERROR
    "memopt needs MLIR ${MEMOPT_LLVM_MAJOR}, and CMake found no MLIR. Install "
    "it (Debian: apt-get install libmlir-${MEMOPT_LLVM_MAJOR}-dev "
    "mlir-${MEMOPT_LLVM_MAJOR}-tools) or pass "
    "-DMLIR_DIR=<prefix>/lib/cmake/mlir.")
endif()
if(NOT LLVM_VERSION_MAJOR EQUAL MEMOPT_LLVM_MAJOR)
  message(FATAL_ERROR
    "memopt needs LLVM/MLIR ${MEMOPT_LLVM_MAJOR}, but ${MLIR_DIR} is version "
    "${LLVM_PACKAGE_VERSION}. Pass -DMLIR_DIR=<prefix>/lib/cmake/mlir of an "
    "MLIR ${MEMOPT_LLVM_MAJOR}.")
endif()
message(STATUS "Using MLIR ${LLVM_PACKAGE_VERSION} in ${MLIR_DIR}")

# Static and shared copies of LLVM in one process register every option twice
# and abort, so memopt links the shared ones only. Debian's package does not
# export MLIR_LINK_MLIR_DYLIB; AddMLIR reads it.
if(NOT LLVM_LINK_LLVM_DYLIB)
  message(FATAL_ERROR
    "memopt links the shared libMLIR and libLLVM, and the LLVM in ${LLVM_DIR} "
    "was built without LLVM_LINK_LLVM_DYLIB. Use a build that has it.")
endif()
set(MLIR_LINK_MLIR_DYLIB ${LLVM_LINK_LLVM_DYLIB})

# LLVM's own cache default names a file that packages do not ship.
find_program(LLVM_EXTERNAL_LIT NAMES llvm-lit lit
  HINTS ${LLVM_TOOLS_BINARY_DIR} NO_DEFAULT_PATH)
find_program(LLVM_EXTERNAL_LIT NAMES llvm-lit lit)

list(APPEND CMAKE_MODULE_PATH "${MLIR_CMAKE_DIR}" "${LLVM_CMAKE_DIR}")
include(TableGen)
include(AddLLVM)
include(AddMLIR)

# An NDEBUG mismatch changes class layouts (Pass::Statistic), so the packaged
# setting wins over the build type's.
if(NOT LLVM_ENABLE_ASSERTIONS)
  add_compile_definitions(NDEBUG)
endif()

add_compile_options(-Wall -Wextra -Wno-unused-parameter -fno-exceptions)
if(NOT LLVM_ENABLE_RTTI)
  add_compile_options(-fno-rtti)
endif()
if(MEMOPT_WERROR)
  add_compile_options(-Werror)
endif()
if(MEMOPT_SANITIZE)
  # A finding ends the program, so that tests fail.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=vptr
    -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

include_directories(SYSTEM ${LLVM_INCLUDE_DIRS} ${MLIR_INCLUDE_DIRS})
include_directories(${PROJECT_SOURCE_DIR}/include ${PROJECT_BINARY_DIR}/include)
separate_arguments(LLVM_DEFINITIONS_LIST NATIVE_COMMAND "${LLVM_DEFINITIONS}")
add_definitions(${LLVM_DEFINITIONS_LIST})

set(LLVM_RUNTIME_OUTPUT_INTDIR ${PROJECT_BINARY_DIR}/bin)
set(LLVM_LIBRARY_OUTPUT_INTDIR ${PROJECT_BINARY_DIR}/lib)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib)
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib)
