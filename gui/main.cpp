// SPDX-License-Identifier: GPL-3.0-or-later
// coroboard: the desktop app. Owns the four things that live as long as it does: theme, settings, link and window.

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeView>
#include <cstdio>

#include "editor/editor_panel.h"
#include "main_window/launch_options.h"
#include "main_window/main_window.h"
#include "settings/language.h"
#include "task_view/task_view.h"
#include "theme/icons.h"

namespace {

constexpr int usageError = 2;

// Without a display a picture can still be taken.
void choosePlatform(int argc, char** argv)
{
    const auto wanted = [&](const char* option) {
        for (int i = 1; i < argc; ++i)
            if (qstrncmp(argv[i], option, static_cast<unsigned>(qstrlen(option))) == 0) return true;
        return false;
    };
    const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    const bool windowless = wanted("--screenshot") || wanted("--help") || wanted("-h") || wanted("--version") || wanted("-v");
    if (!display && windowless && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
}

// What the command line wants to see first.
void present(coroboard::gui::MainWindow& window, const coroboard::gui::LaunchOptions& options)
{
    if (options.stopAtLine > 0) window.editor().editor().setBreakpoints({options.stopAtLine});
    if (options.page == QStringLiteral("eventLoop")) {
        constexpr int share = 62;            // percent of the window's height
        window.resizeDocks({window.findChild<QDockWidget*>(QStringLiteral("tasks"))}, {window.height() * share / 100}, Qt::Vertical);
        QTimer::singleShot(options.afterMilliseconds / 2, &window, [&window] { window.tasks().tree()->expandToDepth(1); });
    } else if (auto* action = options.page.isEmpty() ? nullptr : window.findChild<QAction*>(options.page)) {
        action->trigger();
    }
}

}  // namespace

int main(int argc, char** argv)
{
    using namespace coroboard::gui;
    choosePlatform(argc, argv);
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("coroboard"));
    QApplication::setApplicationDisplayName(QString());
    QApplication::setOrganizationName(QStringLiteral("Coroboard"));
    QApplication::setApplicationVersion(QStringLiteral(COROBOARD_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("coroboard"));

    const auto options = parseLaunchOptions(QApplication::arguments().mid(1));
    if (!options) {
        std::fprintf(stderr, "coroboard: %s\n", options.error().message.c_str());
        return usageError;
    }
    if (!options->help.isEmpty()) {
        std::fputs(qPrintable(options->help), stdout);
        return 0;
    }

    // A picture shows the app as it comes, not as somebody arranged it.
    const bool forPicture = !options->screenshot.isEmpty();
    QTemporaryDir passing;
    Settings settings(forPicture ? passing.filePath(QStringLiteral("settings.conf")) : QString());
    installLanguage(options->language.isEmpty() ? settings.language() : options->language);
    Theme theme;
    theme.setChoice(options->theme.value_or(settings.theme()));
    theme.setFontSize(settings.fontSize());
    SimulationLink link;
    MainWindow window(link, settings, theme);
    if (options->size.isValid()) {
        window.resize(options->size);
        window.resetLayout();
    }
    window.show();
    window.start(options->file, options->board);
    present(window, *options);
    int result = 0;
    if (forPicture) {
        QTimer::singleShot(options->afterMilliseconds, &window, [&] {
            QWidget* dialog = QApplication::activeModalWidget();
            if (!(dialog ? dialog : &window)->grab().save(options->screenshot)) {
                std::fprintf(stderr, "coroboard: %s: cannot be written\n", qPrintable(options->screenshot));
                result = 1;
            }
            QApplication::quit();
        });
    }
    QApplication::exec();
    return result;
}
