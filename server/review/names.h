#pragma once

#include <map>
#include <string>

#include "shared/model/catalogue.h"
#include "shared/protocol/record_json.h"
#include "shared/sync/server_store.h"

namespace rapport {

// Names of people and devices as a programme's directory has them, looked up once each. For one
// answer: it borrows the reader. Who is not listed goes by the first eight signs of the id; the
// server's own writes by "office".
class Names {
 public:
  Names(ServerReader& reader, const Catalogue& catalogue);

  const std::string& person(PersonId id);
  const std::string& device(ReplicaId id);
  DirectoryNames directory();  // for record_json.h; borrows this

 private:
  std::string lookUp(Uuid id, std::string_view type);

  ServerReader& reader_;
  const Catalogue& catalogue_;
  std::map<PersonId, std::string> people_;
  std::map<ReplicaId, std::string> devices_;
};

}  // namespace rapport
