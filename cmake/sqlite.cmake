# SQLite with page encryption: SQLite3 Multiple Ciphers, from the amalgamation inside an npm package.
# Defines the target rapport_sqlite3 (sqlite3.h and a static library).
#
# The package is fetched once, its checksum checked, and compiled once (more than a minute) with the system compiler
# into build/third_party, which every preset shares. The folder's name is made of everything that shapes the result,
# so changing a flag here makes a new one beside the old. A lock keeps two configures from doing it twice.

set(RAPPORT_SQLITE_PACKAGE "better-sqlite3-multiple-ciphers")
set(RAPPORT_SQLITE_VERSION "13.0.3")
set(RAPPORT_SQLITE_SHA512
    "51869b33cdabd49f384cb59cfd2b33a07b3a5e8a56a65ff61c283736e8b52546855e0fd52ecc3390fa306224612bfe027ed23c760b62930c9941e70c95dac6c5")
set(RAPPORT_THIRD_PARTY "${CMAKE_SOURCE_DIR}/build/third_party" CACHE PATH "Where fetched sources are kept, for every preset")

# AEGIS picks its AES code by looking at the processor when the program runs; the compiler needs no flag for it.
set(RAPPORT_SQLITE_FLAGS
    -std=gnu11 -O2 -g1 -fPIC -fvisibility=hidden -w
    -DNDEBUG
    -DSQLITE_THREADSAFE=2                # a connection belongs to one thread at a time
    -DSQLITE_DEFAULT_MEMSTATUS=0
    -DSQLITE_DEFAULT_FOREIGN_KEYS=1
    -DSQLITE_DEFAULT_SYNCHRONOUS=2       # FULL: an acknowledged commit survives a power cut
    -DSQLITE_DEFAULT_WAL_SYNCHRONOUS=2
    -DSQLITE_DQS=0                       # "text" in double quotes is a name, never a string
    -DSQLITE_ENABLE_FTS5
    -DSQLITE_ENABLE_DBSTAT_VTAB
    -DSQLITE_LIKE_DOESNT_MATCH_BLOBS
    -DSQLITE_OMIT_DEPRECATED
    -DSQLITE_OMIT_LOAD_EXTENSION
    -DSQLITE_OMIT_SHARED_CACHE
    -DSQLITE_TEMP_STORE=3                # temporary tables stay in memory: no plain text on the disk
    -DSQLITE_USE_URI=0
    -DHAVE_USLEEP=1
    -DHAVE_FDATASYNC=1                   # a commit need not make the file's times durable: without it each takes the journal along
    -DHAVE_CIPHER_AES_128_CBC=0 -DHAVE_CIPHER_AES_256_CBC=0 -DHAVE_CIPHER_SQLCIPHER=0
    -DHAVE_CIPHER_RC4=0 -DHAVE_CIPHER_ASCON128=0)

# Fetches the package into ARCHIVE, unless it is there with the right checksum.
function(rapport_fetch_sqlite archive)
  if(EXISTS "${archive}")
    file(SHA512 "${archive}" found)
    if(found STREQUAL RAPPORT_SQLITE_SHA512)
      return()
    endif()
    file(REMOVE "${archive}")
  endif()
  find_program(RAPPORT_NPM npm PATHS "${CMAKE_SOURCE_DIR}/build/tools/node/bin")
  if(NOT RAPPORT_NPM)
    message(FATAL_ERROR "npm was not found, so SQLite cannot be fetched. Run ./scripts/setup, then try again.")
  endif()
  cmake_path(GET RAPPORT_NPM PARENT_PATH npmFolder)
  message(STATUS "Fetching SQLite (${RAPPORT_SQLITE_PACKAGE} ${RAPPORT_SQLITE_VERSION})")
  foreach(attempt RANGE 1 3)
    execute_process(
      COMMAND "${CMAKE_COMMAND}" -E env "PATH=${npmFolder}:$ENV{PATH}" npm_config_update_notifier=false
              "${RAPPORT_NPM}" pack --silent --ignore-scripts "${RAPPORT_SQLITE_PACKAGE}@${RAPPORT_SQLITE_VERSION}"
      WORKING_DIRECTORY "${RAPPORT_THIRD_PARTY}" RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE complaint)
    if(NOT failed)
      break()
    endif()
  endforeach()
  if(failed)
    message(FATAL_ERROR "SQLite could not be fetched with npm. Check the network, then try again.\n${complaint}")
  endif()
  file(SHA512 "${archive}" found)
  if(NOT found STREQUAL RAPPORT_SQLITE_SHA512)
    file(REMOVE "${archive}")
    message(FATAL_ERROR "The fetched SQLite package is not the one that was pinned (its checksum differs). "
                        "Nothing of it was used. Try again; if it stays so, do not build.")
  endif()
endfunction()

# Unpacks and compiles ARCHIVE into FOLDER, which appears complete or not at all.
function(rapport_compile_sqlite archive folder compiler)
  set(work "${folder}.partial")
  file(REMOVE_RECURSE "${work}")
  file(MAKE_DIRECTORY "${work}/include")
  file(ARCHIVE_EXTRACT INPUT "${archive}" DESTINATION "${work}" PATTERNS "package/deps/sqlite3/*" "package/LICENSE")
  set(source "${work}/package/deps/sqlite3")
  message(STATUS "Compiling SQLite, once for every preset (about a minute)")
  set(launcher "")
  if(RAPPORT_CCACHE)
    set(launcher "${RAPPORT_CCACHE}")
  endif()
  execute_process(COMMAND ${launcher} "${compiler}" ${RAPPORT_SQLITE_FLAGS} -c "${source}/sqlite3.c" -o "${work}/sqlite3.o"
                  RESULT_VARIABLE failed ERROR_VARIABLE complaint)
  if(NOT failed)
    execute_process(COMMAND "${CMAKE_AR}" rcs "${work}/libsqlite3mc.a" "${work}/sqlite3.o"
                    RESULT_VARIABLE failed ERROR_VARIABLE complaint)
  endif()
  if(failed)
    message(FATAL_ERROR "SQLite did not compile:\n${complaint}")
  endif()
  file(RENAME "${source}/sqlite3.h" "${work}/include/sqlite3.h")
  file(REMOVE "${work}/sqlite3.o")
  file(RENAME "${work}" "${folder}")
endfunction()

function(rapport_provide_sqlite out)
  find_program(RAPPORT_SQLITE_COMPILER NAMES gcc cc clang REQUIRED)
  execute_process(COMMAND "${RAPPORT_SQLITE_COMPILER}" -dumpfullversion -dumpmachine
                  OUTPUT_VARIABLE compilerVersion ERROR_QUIET)
  string(SHA256 key "${RAPPORT_SQLITE_SHA512} ${RAPPORT_SQLITE_FLAGS} ${RAPPORT_SQLITE_COMPILER} ${compilerVersion}")
  string(SUBSTRING "${key}" 0 16 key)
  set(folder "${RAPPORT_THIRD_PARTY}/sqlite-${key}")
  set(archive "${RAPPORT_THIRD_PARTY}/${RAPPORT_SQLITE_PACKAGE}-${RAPPORT_SQLITE_VERSION}.tgz")
  file(MAKE_DIRECTORY "${RAPPORT_THIRD_PARTY}")
  file(LOCK "${RAPPORT_THIRD_PARTY}/sqlite.lock" GUARD FUNCTION TIMEOUT 1200)
  if(NOT EXISTS "${folder}/libsqlite3mc.a")
    file(REMOVE_RECURSE "${folder}")
    rapport_fetch_sqlite("${archive}")
    rapport_compile_sqlite("${archive}" "${folder}" "${RAPPORT_SQLITE_COMPILER}")
  endif()
  set(${out} "${folder}" PARENT_SCOPE)
endfunction()

rapport_provide_sqlite(RAPPORT_SQLITE_FOLDER)
add_library(rapport_sqlite3 STATIC IMPORTED GLOBAL)
set_target_properties(rapport_sqlite3 PROPERTIES
  IMPORTED_LOCATION "${RAPPORT_SQLITE_FOLDER}/libsqlite3mc.a"
  INTERFACE_INCLUDE_DIRECTORIES "${RAPPORT_SQLITE_FOLDER}/include"
  INTERFACE_LINK_LIBRARIES "Threads::Threads;m")

# rapport_embed_sql(TARGET kVariable FOLDER)
# Compiles FOLDER/0001_name.sql, 0002_name.sql … into TARGET as
#   namespace rapport { extern const std::span<const Migration> kVariable; }
# for shared/sqlite/migrations.h. Numbers start at 1 and leave no gap.
function(rapport_embed_sql target variable folder)
  file(GLOB files CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.sql")
  list(SORT files)
  set(expected 0)
  set(entries "")
  foreach(path ${files})
    math(EXPR expected "${expected} + 1")
    cmake_path(GET path STEM stem)
    if(NOT stem MATCHES "^([0-9][0-9][0-9][0-9])_([a-z0-9_]+)$")
      message(FATAL_ERROR "${path}: a migration is called like 0001_first_tables.sql")
    endif()
    set(number "${CMAKE_MATCH_1}")
    string(REGEX REPLACE "^0+" "" number "${number}")
    if(NOT number EQUAL expected)
      message(FATAL_ERROR "${path}: the next migration has number ${expected}; numbers leave no gap and repeat none")
    endif()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${path}")
    file(READ "${path}" sql)
    string(APPEND entries "    {${number}, \"${stem}\", R\"embedded_sql(${sql})embedded_sql\"},\n")
  endforeach()
  if(expected EQUAL 0)
    message(FATAL_ERROR "${CMAKE_CURRENT_SOURCE_DIR}/${folder} holds no migration")
  endif()
  set(generated "${CMAKE_CURRENT_BINARY_DIR}/${target}_${variable}.cpp")
  file(CONFIGURE OUTPUT "${generated}" @ONLY CONTENT
"#include \"shared/sqlite/migrations.h\"

namespace rapport {
namespace {
constexpr Migration kEmbedded[] = {
@entries@};
}  // namespace
extern const std::span<const Migration> @variable@;
constinit const std::span<const Migration> @variable@{kEmbedded};
}  // namespace rapport
")
  target_sources(${target} PRIVATE "${generated}")
endfunction()
