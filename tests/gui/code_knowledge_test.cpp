// SPDX-License-Identifier: GPL-3.0-or-later
// What is known about names in a Python text: what follows, what is called, where it is defined.
#include "editor/code_knowledge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QFile>
#include <algorithm>

#include "simulation/module_catalogue.h"

namespace coroboard::gui {

namespace {

using testing::IsSupersetOf;

constexpr const char* text = "from machine import Pin, I2C as Bus\n"          // 1
                             "import machine, asyncio as aio\n"               // 2
                             "from lib.queue import Queue\n"                  // 3
                             "\n"                                             // 4
                             "limit = 7\n"                                    // 5
                             "led = Pin(25, Pin.OUT)\n"                       // 6
                             "bus = Bus(0)\n"                                 // 7
                             "\n"                                             // 8
                             "class Lamp:\n"                                  // 9
                             "    'A lamp.'\n"                                // 10
                             "    def __init__(self, pin, level=1):\n"        // 11
                             "        self.pin = machine.Pin(pin)\n"          // 12
                             "        self.queue = Queue(3)\n"                // 13
                             "    def shine(self, seconds):\n"                // 14
                             "        'Shines.'\n"                      // 15
                             "        pass\n"                                 // 16
                             "\n"                                             // 17
                             "async def main(count):\n"                       // 18
                             "    lamp = Lamp(3)\n"                           // 19
                             "    lamp.shine(4)\n"                            // 20
                             "    pass\n";                                    // 21

std::optional<ModuleSource> find(const QString& module)
{
    if (module == "lib.queue") return ModuleSource{"/p/lib/queue.py", "class Queue:\n    def __init__(self, room): pass\n    async def get(self):\n        'Waits.'\n"};
    return std::nullopt;
}

class CodeKnowledgeTest : public testing::Test {
protected:
    std::vector<std::string> names(const QString& before, int line = 20) const
    {
        std::vector<std::string> all;
        for (const Completion& each : knowledge.completions(before, line, {"lib.queue", "main"}, "elsewhere = 1\n")) all.push_back(each.name.toStdString());
        return all;
    }
    std::string tip(const QString& before, int line = 20) const
    {
        const auto found = knowledge.callTip(before, line);
        return found ? QStringLiteral("%1(%2) @%3 %4").arg(found->name, found->parameters.join(", ")).arg(found->current).arg(found->about).toStdString() : "";
    }
    int definition(const QString& name, int line = 20) const
    {
        const auto found = knowledge.definitionOf(name, line);
        return found && found->file.isEmpty() ? found->line : 0;
    }

    CodeKnowledge knowledge{text, find};
};

TEST_F(CodeKnowledgeTest, importsOfferModulesAndTheirNames)
{
    EXPECT_THAT(names("from machine import P"), (testing::ElementsAre("Pin", "PWM", "PWRON_RESET")));
    EXPECT_THAT(names("from machine import Pin, DA"), testing::ElementsAre("DAC"));
    EXPECT_THAT(names("import as"), testing::ElementsAre("asyncio"));
    EXPECT_THAT(names("import lib"), testing::ElementsAre("lib.queue"));
    EXPECT_THAT(names("from lib.queue import "), testing::ElementsAre("Queue"));
}

TEST_F(CodeKnowledgeTest, aVariableMadeByAClassHasItsAttributes)
{
    EXPECT_THAT(names("led."), IsSupersetOf({"value", "toggle", "irq", "IN"}));
    EXPECT_THAT(names("led.to"), testing::ElementsAre("toggle"));
    EXPECT_THAT(names("bus.writeto"), testing::ElementsAre("writeto_mem")) << "from the class it derives from; the word itself is there";
    EXPECT_THAT(names("machine."), IsSupersetOf({"Pin", "ADC", "reset"}));
    EXPECT_THAT(names("aio.sl"), testing::ElementsAre("sleep", "sleep_ms"));
    EXPECT_THAT(names("lamp."), testing::ElementsAre("pin", "queue", "shine"));
    EXPECT_THAT(names("lamp.queue."), testing::ElementsAre("get"));
    EXPECT_THAT(names("self.pin.tog", 16), testing::ElementsAre("toggle"));
    EXPECT_TRUE(names("nobody.").empty());
    EXPECT_TRUE(names("3.").empty());
}

TEST_F(CodeKnowledgeTest, wordsOfferWhatIsInScope)
{
    EXPECT_THAT(names("    co"), (IsSupersetOf({"count", "continue", "compile"})));
    EXPECT_THAT(names("    els"), (testing::ElementsAre("else", "elsewhere")));
    for (const Completion& each : knowledge.completions("se", 5, {}, {})) {
        if (each.name != "seconds") continue;
        EXPECT_EQ(each.kind, SymbolKind::Word) << "a parameter of another function is but a word here";
    }
}

TEST_F(CodeKnowledgeTest, callsTellTheirArguments)
{
    EXPECT_EQ(tip("x = Pin("), "Pin(id, mode=-1, pull=-1, *, value=None) @0 A pin of the chip.");
    EXPECT_EQ(tip("x = Pin(25, Pin.OUT, "), "Pin(id, mode=-1, pull=-1, *, value=None) @2 A pin of the chip.");
    EXPECT_EQ(tip("lamp.shine(max(1, 2), "), "shine(seconds) @1 Shines.");
    EXPECT_EQ(tip("led.irq(handler=lambda p: 1, trigger="), "irq(handler=None, trigger=IRQ_FALLING | IRQ_RISING, *, priority=1, wake=None, hard=False) @1 Calls the handler at edges.");
    EXPECT_EQ(tip("print('a, b(', "), "print(*objects, sep=\" \", end=\"\\n\") @1 Writes to the console.");
    EXPECT_EQ(tip("def main("), "");
    EXPECT_EQ(tip("(1, 2"), "");
    EXPECT_EQ(tip("led.value()"), "");
}

TEST_F(CodeKnowledgeTest, definitionsAreFoundHereAndInModules)
{
    EXPECT_EQ(definition("Lamp"), 9);
    EXPECT_EQ(definition("lamp.shine"), 14);
    EXPECT_EQ(definition("limit"), 5);
    EXPECT_EQ(definition("count"), 18);
    EXPECT_EQ(definition("lamp"), 19);
    EXPECT_EQ(definition("nothing"), 0);
    const auto queue = knowledge.definitionOf("Queue", 20);
    ASSERT_TRUE(queue);
    EXPECT_EQ(queue->file, "/p/lib/queue.py");
    EXPECT_EQ(queue->line, 1);
    EXPECT_FALSE(knowledge.definitionOf("Pin.toggle", 20)) << "the board's own modules have no text here";
}

TEST_F(CodeKnowledgeTest, aTextThatIsBeingTypedIsKnownToo)
{
    const CodeKnowledge half("from machine import Pin\nled = Pin(2)\ndef f(:\n  (\nled.\n", {});
    const auto found = half.completions("led.", 5, {}, {});
    EXPECT_TRUE(std::any_of(found.begin(), found.end(), [](const Completion& each) { return each.name == "toggle"; }));
    CodeKnowledge(QString(2000, '('), {}).completions("a", 1, {}, {});
}

// Everything that is there is offered, and nothing else of those modules.
TEST(ModuleDescriptions, matchWhatTheBoardHas)
{
    const CodeKnowledge knowledge({}, {});
    for (const simulation::CatalogueCall& call : simulation::moduleCatalogue()) {
        const QString module = QString::fromUtf8(call.module.data(), static_cast<qsizetype>(call.module.size()));
        std::vector<QString> offered;
        for (const Completion& each : knowledge.completions("from " + module + " import ", 1, {}, {})) offered.push_back(each.name);
        for (const QString& part : QString::fromUtf8(call.call.data(), static_cast<qsizetype>(call.call.size())).split(", ")) {
            const QString name = part.section('.', 0, 0);
            if (name.isEmpty()) continue;
            const bool known = std::find(offered.begin(), offered.end(), name) != offered.end();
            EXPECT_EQ(known, call.coverage != simulation::Coverage::Absent) << module.toStdString() << "." << name.toStdString();
        }
    }
}

}  // namespace

}  // namespace coroboard::gui
