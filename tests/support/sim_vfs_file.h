#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include <sqlite3.h>

#include "tests/support/sim_disk.h"

namespace rapport::testing {

// One open file of SimVfs.
struct SimHandle {
  SimDisk& disk;
  std::shared_ptr<SimFile> file;
  std::string name;
  std::uint64_t life;  // of the disk when this was opened
  bool deleteOnClose = false;
  // Like SQLite's own files: the first sync of a journal or log also keeps its name.
  bool syncsNames = false;
  bool usesRegions = false;

  bool alive() const { return disk.isOn() && disk.life() == life; }
};

// How SQLite lays it out: its own part first.
struct SimSqliteFile {
  sqlite3_file base;
  SimHandle* handle;
};

const sqlite3_io_methods* simFileMethods();

// SQLite's code for an outcome; `failed` is what an input or output error is called here.
int sqliteCode(SimOutcome outcome, int failed);

}  // namespace rapport::testing
