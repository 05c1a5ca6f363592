// SPDX-License-Identifier: MIT
// LSM6DSOX: accelerometer and gyroscope on I2C or SPI. See lsm6.h.

#include "parts/lsm6.h"

namespace coroboard::parts {

PartModel lsm6dsoxModel()
{
    PartModel model = lsm6Model("lsm6dsox", "Accelerometer and gyroscope (LSM6DSOX)", "ST LSM6DSOX data sheet DS12814");
    model.make = [](const PartModel& self, const PartContext& context) { return makeLsm6(self, context, 0x6c); };
    return model;
}

}  // namespace coroboard::parts
