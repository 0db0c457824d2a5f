# rapport_embed(OUT VARIABLE files... )
#   OUT      the .cpp to write, in the build folder
#   HEADER   the header that declares FUNCTION and TYPE
#   TYPE     an aggregate of two strings, {name, contents}
#   FUNCTION defined as `const std::vector<TYPE>& FUNCTION()` in namespace rapport
# Turns files into a function that returns them, so that the programs read no files at run time. Ends: OUT follows FILES.
if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  file(WRITE "${OUT}.new" "#include \"${HEADER}\"\n\nnamespace rapport {\n\n")
  file(APPEND "${OUT}.new" "const std::vector<${TYPE}>& ${FUNCTION}() {\n  static const std::vector<${TYPE}> kFiles = {\n")
  string(REPLACE "|" ";" FILES "${FILES}")
  foreach(path IN LISTS FILES)
    get_filename_component(name "${path}" NAME)
    file(READ "${path}" contents)
    file(APPEND "${OUT}.new" "{\"${name}\", R\"embedded(" "${contents}" ")embedded\"},\n")
  endforeach()
  file(APPEND "${OUT}.new" "  };\n  return kFiles;\n}\n\n}  // namespace rapport\n")
  file(RENAME "${OUT}.new" "${OUT}")
  return()
endif()

set(RAPPORT_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_FILE}")

function(rapport_embed out)
  cmake_parse_arguments(ARG "" "HEADER;TYPE;FUNCTION" "FILES" ${ARGN})
  list(JOIN ARG_FILES "|" joined)
  add_custom_command(
    OUTPUT "${out}"
    COMMAND ${CMAKE_COMMAND} "-DOUT=${out}" "-DHEADER=${ARG_HEADER}" "-DTYPE=${ARG_TYPE}"
            "-DFUNCTION=${ARG_FUNCTION}" "-DFILES=${joined}" -P "${RAPPORT_EMBED_SCRIPT}"
    DEPENDS ${ARG_FILES} "${RAPPORT_EMBED_SCRIPT}"
    COMMENT "Embedding ${ARG_FUNCTION}" VERBATIM)
endfunction()
