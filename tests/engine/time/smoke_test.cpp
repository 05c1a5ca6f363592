// SPDX-License-Identifier: MIT
#include "time/alarm.h"
#include "time/event.h"
#include "time/generator.h"
#include "time/lock.h"
#include "time/queue.h"
#include "time/when_all.h"
#include "time/with_timeout.h"
#include <gtest/gtest.h>
using namespace coroboard::time;
using namespace std::chrono_literals;
Task<int> child(EventLoop& l){ co_await l.delay(3ms); co_return 4; }
Task<void> mainTask(EventLoop& l,int& out){ out = co_await child(l); auto r = co_await withTimeout(child(l), 1ms); if(!r) ++out; 
 auto [a,b]=co_await whenAll(child(l),child(l)); out+=a+b; Lock k; {auto g=co_await k.acquire();} Queue<int> q(1); co_await q.put(3); out+=co_await q.get(); }
TEST(Smoke, Runs){ EventLoop l; int out=0; auto h=l.spawn(mainTask(l,out),"m"); l.runUntil(powerOn+1s); EXPECT_EQ(out,16); EXPECT_TRUE(h.isDone()); }
