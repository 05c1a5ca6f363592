// SPDX-License-Identifier: MIT
// LSM6DS3TR-C: accelerometer and gyroscope on I2C or SPI. See lsm6.h.

#include "parts/lsm6.h"

namespace coroboard::parts {

PartModel lsm6ds3trcModel()
{
    PartModel model =
        lsm6Model("lsm6ds3trc", "Accelerometer and gyroscope (LSM6DS3TR-C)", "ST LSM6DS3TR-C data sheet DocID030071");
    model.make = [](const PartModel& self, const PartContext& context) { return makeLsm6(self, context, 0x6a); };
    return model;
}

}  // namespace coroboard::parts
