// SPDX-License-Identifier: MIT
#include "simulation/part_catalogue.h"

#include "parts/part_model.h"

namespace coroboard::simulation {

const std::vector<parts::PartDescription>& partCatalogue()
{
    static const std::vector<parts::PartDescription> catalogue = [] {
        std::vector<parts::PartDescription> descriptions;
        for (const parts::PartModel& model : parts::models()) descriptions.push_back(model.description);
        return descriptions;
    }();
    return catalogue;
}

const parts::PartDescription* describeModel(std::string_view model)
{
    const parts::PartModel* found = parts::findModel(model);
    return found ? &found->description : nullptr;
}

ModelChoices choicesOf(std::string_view model)
{
    const parts::PartModel* found = parts::findModel(model);
    return found ? ModelChoices{found->group, found->numbers, found->words, found->width, found->height} : ModelChoices{};
}

}  // namespace coroboard::simulation
