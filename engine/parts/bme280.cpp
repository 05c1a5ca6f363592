// SPDX-License-Identifier: MIT
// BME280: temperature, relative humidity and air pressure, on I2C or SPI. See bosch_barometer.h; its calibration is the set of the data sheet's example.

#include "parts/bosch_barometer.h"
#include "parts/quantity_control.h"

namespace coroboard::parts {

PartModel bme280Model()
{
    PartModel model;
    model.description = {
        .model = "bme280",
        .title = "Temperature, humidity and pressure sensor (BME280)",
        .source = "Bosch BME280 data sheet BST-BME280-DS002",
        .pins = {},
        .controls = {quantityControl(quantity::temperature, -40, 85), quantityControl(quantity::pressure, 300, 1100),
                     quantityControl(quantity::humidity)},
        .notModelled = {"three-wire SPI", "self-heating"},
    };
    describeTwoBuses(model, 0x76, 0x77);
    model.width = 16;
    model.height = 16;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<BoschBarometer>(self, context, Barometer::Bme280);
    };
    return model;
}

}  // namespace coroboard::parts
