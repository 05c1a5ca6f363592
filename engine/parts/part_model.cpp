// SPDX-License-Identifier: MIT
#include "parts/part_model.h"

#include <algorithm>

#include "base/ensure.h"

namespace coroboard::parts {

#define PART(name, ...) PartModel name##Model();
#include "parts/registry.inc"
#undef PART

namespace {

// A line of the registry without a group is a part of no group.
constexpr PartGroup groupOf(PartGroup group = PartGroup::Other) { return group; }

}  // namespace

const std::vector<PartModel>& models()
{
    using enum PartGroup;
    static const std::vector<PartModel> all = [] {
        std::vector<PartModel> made;
#define PART(name, ...)                                                                                                \
    made.push_back(name##Model());                                                                                     \
    made.back().group = groupOf(__VA_ARGS__);                                                                          \
    ENSURE(made.back().description.model == #name, "the registry and the description agree on the name");
#include "parts/registry.inc"
#undef PART
        std::sort(made.begin(), made.end(), [](const PartModel& left, const PartModel& right) {
            return left.description.model < right.description.model;
        });
        return made;
    }();
    return all;
}

const PartModel* findModel(std::string_view model)
{
    for (const PartModel& each : models())
        if (each.description.model == model)
            return &each;
    return nullptr;
}

}  // namespace coroboard::parts
