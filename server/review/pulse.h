#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/model/record_type.h"
#include "shared/protocol/drop_frames.h"

namespace rapport {

// What anonymous answers of one questionnaire say together (PRODUCT's dashboard formulas). Its
// items are the fields with the widget "scale"; their values named by a number count, others such
// as "does not apply" are no answer.
class Pulse {
 public:
  explicit Pulse(const RecordType& type);

  void add(const DroppedAnswer& answer);

  std::size_t people() const { return people_; }
  const std::vector<const FieldDeclaration*>& items() const { return items_; }
  // How many chose each value of the item, in the declaration's order, and last how many none.
  const std::vector<std::size_t>& chosen(std::size_t item) const { return chosen_[item]; }

  struct Side {
    std::size_t people = 0;
    std::optional<double> score;  // mean of its responses' scores; from 5 valid ones on
  };
  // By the id that stands in the second reference: the partner.
  std::map<std::string, Side> sides() const;
  // Mean of the sides' scores, each side alike: of all items, or of those in a group. From
  // limits::kSmallestGroup valid responses and 5 sides with a score on.
  std::optional<double> index(const std::string& group = "") const;
  // Of the sides that answered, how many have a score of 75 or more, in percent. As index().
  std::optional<double> trusting() const;

 private:
  struct Mean {
    double sum = 0;
    std::size_t n = 0;
    std::optional<double> from(std::size_t least) const;
  };
  struct SideSums {
    std::size_t people = 0;
    std::map<std::string, Mean> scores;  // by group; "" is of all items
  };

  std::vector<const FieldDeclaration*> items_;
  const FieldDeclaration* side_ = nullptr;
  std::size_t people_ = 0;
  std::size_t valid_ = 0;
  std::vector<std::vector<std::size_t>> chosen_;
  std::map<std::string, SideSums> sides_;
};

}  // namespace rapport
