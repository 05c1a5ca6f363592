// SPDX-License-Identifier: MIT
#include "environment/pose.h"

#include <cmath>

#include <gtest/gtest.h>

#include "environment/quantities.h"

namespace coroboard::environment {
namespace {

using namespace std::chrono_literals;

class PoseTest : public testing::Test {
protected:
    void set(std::string_view name, double value) { environment.quantity(name).set(value); }
    time::VirtualTime now() const { return loop.now(); }
    static void expectNear(Vector seen, Vector wanted, double tolerance = 1e-9)
    {
        EXPECT_NEAR(seen.x, wanted.x, tolerance);
        EXPECT_NEAR(seen.y, wanted.y, tolerance);
        EXPECT_NEAR(seen.z, wanted.z, tolerance);
    }

    time::EventLoop loop;
    time::Timeline timeline{loop};
    Environment environment{timeline};
    Pose& pose = environment.pose();
};

TEST_F(PoseTest, LyingFlatItFeelsGravityUpwards)
{
    expectNear(pose.acceleration(now()), {0, 0, 1});
    expectNear(pose.rotation(now()), {0, 0, 0});
}

// NXP AN3461, equation 25: the accelerometer's axes under pitch θ and roll φ are -sin θ, cos θ sin φ, cos θ cos φ.
TEST_F(PoseTest, TiltedItFeelsGravityAsTheApplicationNoteSays)
{
    set(quantity::roll, 30);
    set(quantity::pitch, 20);
    loop.runFor(10s);
    const double phi = 30 * M_PI / 180, theta = 20 * M_PI / 180;
    expectNear(pose.acceleration(now()),
               {-std::sin(theta), std::cos(theta) * std::sin(phi), std::cos(theta) * std::cos(phi)});
    EXPECT_NEAR(pose.angles(now()).roll, 30, 1e-9);
    EXPECT_NEAR(pose.angles(now()).pitch, 20, 1e-9);
}

TEST_F(PoseTest, WhatTheGyroscopeIntegratesIsTheAngleItWasTurned)
{
    set(quantity::roll, 75);
    double turned = 0;
    for (int step = 0; step < 2000; ++step) {  // trapezoids of 1 ms
        const double before = pose.rotation(now()).x;
        loop.runFor(1ms);
        turned += (before + pose.rotation(now()).x) / 2 * 0.001;
    }
    EXPECT_NEAR(turned, 75, 0.01);
    EXPECT_NEAR(pose.angles(now()).roll, 75, 1e-9);
}

TEST_F(PoseTest, TurningAgainOnTheWayIsContinuous)
{
    set(quantity::yaw, 90);
    loop.runFor(20ms);
    const Angles onTheWay = pose.angles(now());
    set(quantity::pitch, 45);
    EXPECT_NEAR(pose.angles(now()).yaw, onTheWay.yaw, 1e-9);
    loop.runFor(5s);
    EXPECT_NEAR(pose.angles(now()).yaw, 90, 1e-6);
    EXPECT_NEAR(pose.angles(now()).pitch, 45, 1e-6);
}

TEST_F(PoseTest, ASpinTurnsTheBoardAndIsWhatTheGyroscopeReads)
{
    set(quantity::rotationZ, 90);
    loop.runFor(1s);
    expectNear(pose.rotation(now()), {0, 0, 90});
    EXPECT_NEAR(pose.angles(now()).yaw, 90, 1e-9);
    set(quantity::rotationZ, 0);
    loop.runFor(1h);
    EXPECT_NEAR(pose.angles(now()).yaw, 90, 1e-9);
    expectNear(pose.rotation(now()), {0, 0, 0});
}

TEST_F(PoseTest, ATiltedBoardSpinsAboutItsOwnAxes)
{
    set(quantity::roll, 90);
    loop.runFor(5s);
    set(quantity::rotationX, -90);
    loop.runFor(1s);
    EXPECT_NEAR(pose.angles(now()).roll, 0, 1e-9);
    expectNear(pose.acceleration(now()), {0, 0, 1});
}

TEST_F(PoseTest, FallingItFeelsNothingAndShakenItFeelsTheShake)
{
    set(quantity::gravity, 0);
    expectNear(pose.acceleration(now()), {0, 0, 0});
    set(quantity::gravity, 1);
    set(quantity::accelerationX, 2.5);
    expectNear(pose.acceleration(now()), {2.5, 0, 1});
}

TEST_F(PoseTest, TheCompassPointsNorthHoweverTheBoardIsTurned)
{
    set(quantity::magneticField, 50);
    set(quantity::magneticInclination, 60);
    expectNear(pose.magneticField(now()), {0, 25, -50 * std::sqrt(0.75)});
    set(quantity::yaw, 90);  // the board's top to the west: north is to its right
    loop.runFor(10s);
    expectNear(pose.magneticField(now()), {25, 0, -50 * std::sqrt(0.75)});
}

TEST_F(PoseTest, LookingChangesNothingAndIsNoEvent)
{
    set(quantity::roll, 40);
    const Vector later = pose.rotation(now() + 30ms);
    EXPECT_EQ(loop.nextDue(), time::never);
    loop.runFor(30ms);
    EXPECT_EQ(pose.rotation(now()), later);
}

}  // namespace
}  // namespace coroboard::environment
