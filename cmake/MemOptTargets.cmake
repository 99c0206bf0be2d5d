# The two kinds of target that memopt is made of.

# memopt_library(<name> [MLIR] SOURCES <file>... [LINK <target>...])
#
# A static library of one layer. Layers with MLIR in the call link libMLIR; the
# others see only libLLVM, so that a stray MLIR symbol fails to link.
function(memopt_library name)
  cmake_parse_arguments(ARG "MLIR" "" "SOURCES;LINK" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  target_link_libraries(${name} PUBLIC ${ARG_LINK})
  target_include_directories(${name} INTERFACE $<INSTALL_INTERFACE:include>)
  if(ARG_MLIR)
    target_link_libraries(${name} PUBLIC MLIR LLVM)
  else()
    target_link_libraries(${name} PUBLIC LLVM)
  endif()
  install(TARGETS ${name} EXPORT MemOptTargets ARCHIVE DESTINATION lib)
endfunction()

# memopt_tool(<name> [MLIR] SOURCES <file>... [LINK <target>...])
function(memopt_tool name)
  cmake_parse_arguments(ARG "MLIR" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_LINK})
  if(ARG_MLIR)
    target_link_libraries(${name} PRIVATE MLIR LLVM)
  else()
    target_link_libraries(${name} PRIVATE LLVM)
  endif()
  install(TARGETS ${name} RUNTIME DESTINATION bin)
endfunction()
