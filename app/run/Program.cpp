// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/Program.h"

#include "app/cli/CommandLine.h"
#include "app/cli/CommandTable.h"
#include "app/run/CollectRun.h"
#include "app/run/Console.h"
#include "app/run/DemoRun.h"
#include "app/run/IncidentAct.h"
#include "app/run/OneShot.h"
#include "app/run/ProfileCheck.h"
#include "app/run/ProfileLocator.h"
#include "app/run/QuitSignals.h"
#include "app/run/ScreenshotRun.h"
#include "app/run/SourceTest.h"
#include "app/run/WindowRun.h"
#include "models/core/SystemClock.h"
#include "views/shell/Link.h"
#include "views/theme/Fonts.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <clocale>
#include <csignal>
#include <future>
#include <memory>

namespace stowage {
namespace {

/// Whether a window could be shown: a display, or a platform chosen on purpose ("offscreen").
bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

bool wantsFace(const Invocation& invocation)
{
    const CommandSpec* spec = findCommand(invocation.command);
    if (!spec || !spec->drawsWindow || invocation.help || invocation.version) {
        return false;
    }
    const bool isReport = invocation.command == QLatin1String("demo") &&
                          (!hasDisplay() || invocation.arguments.contains(QLatin1String("report")));
    return !isReport;
}

/// What Qt reads from the environment before the application exists.
void prepareEnvironment(const Invocation& invocation)
{
    if (invocation.command == QLatin1String("screenshots")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_SCALE_FACTOR", QByteArray::number(invocation.scale));
    }
}

void loadTranslation(QCoreApplication& application, const QString& language)
{
    const QString wanted = language.isEmpty() ? QLocale::system().name() : language;
    // Without a language words are English, and so are numbers.
    QLocale::setDefault(wanted == QLatin1String("C") ? QLocale(QLocale::English) : QLocale(wanted));
    // English has a file too, for its plurals alone.
    const QStringList files = wanted.startsWith(QLatin1String("zh"))
                                  ? QStringList{QStringLiteral(":/translations/stowage_zh_CN.qm"),
                                                QLibraryInfo::path(QLibraryInfo::TranslationsPath) +
                                                    QStringLiteral("/qtbase_zh_CN.qm")}
                                  : QStringList{QStringLiteral(":/translations/stowage_en.qm")};
    for (const QString& file : files) {
        auto* translator = new QTranslator(&application);
        if (translator->load(file)) {
            QCoreApplication::installTranslator(translator);
        }
    }
}

/// What runs until it is sent away, and then has done what it was for.
bool isLasting(const Invocation& invocation)
{
    return wantsFace(invocation) ||
           (invocation.command == QLatin1String("collect") && !invocation.isSelfTest);
}

/// A command that is sent away has not done what it was for, and says
/// so as shells say it.
void endWhenAsked(const QuitSignals& quit, bool isLastingOne)
{
    QObject::connect(&quit, &QuitSignals::received, &quit,
                     [isLastingOne](int signal) { QCoreApplication::exit(isLastingOne ? 0 : 128 + signal); });
}

/// Runs a command object that ends with finished(ExitStatus).
template <class Command>
int runUntilFinished(Command& command)
{
    QObject::connect(&command, &Command::finished, &command,
                     [](ExitStatus status) { QCoreApplication::exit(code(status)); });
    QMetaObject::invokeMethod(&command, &Command::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

template <class Command>
int runWithProfile(const Invocation& invocation, const Clock& clock)
{
    std::optional<Profile> profile = ProfileLocator::readOrSay(invocation.profilePath);
    if (!profile) {
        return code(ExitStatus::Usage);
    }
    Command command(invocation, std::move(*profile), clock);
    return runUntilFinished(command);
}

/// A profile of hundreds of peers and the fonts take longest of all that the first frame needs; they have
/// nothing to do with each other.
std::optional<Profile> readBesideFonts(const QString& asked)
{
    auto profile =
        std::async(std::launch::async, &ProfileReader::readFile, ProfileLocator::profilePath(asked));
    fonts::load();
    return ProfileLocator::orSay(profile.get());
}

/// A link to an incident leads somewhere in a terminal too.
std::optional<Invocation> incidentInTerminal(const Invocation& invocation)
{
    const auto link = Link::parse(invocation.link);
    if (!link || link->page != QLatin1String("now") || link->item.isEmpty()) {
        return std::nullopt;
    }
    Invocation shown = invocation;
    shown.command = QStringLiteral("incidents");
    shown.arguments = QStringList{QStringLiteral("show"), link->item};
    return shown;
}

int runWindow(const Invocation& invocation, const Clock& clock)
{
    if (!hasDisplay()) {
        if (const auto shown = incidentInTerminal(invocation)) {
            return runWithProfile<OneShot>(*shown, clock);
        }
        Console::say(
            Error{ErrorKind::Usage,
                  QCoreApplication::translate("Program", "there is no display for the window"),
                  {},
                  QCoreApplication::translate("Program", "Without one: stowage snapshot, stowage placement."),
                  std::nullopt});
        return code(ExitStatus::Usage);
    }
    std::optional<Profile> profile = readBesideFonts(invocation.profilePath);
    if (!profile) {
        return code(ExitStatus::Usage);
    }
    WindowRun window(invocation, std::move(*profile), clock);
    return runUntilFinished(window);
}

/// Before anything is asked: this version plans, and has nothing to carry a plan out with.
ExitStatus refuseToCarryOut()
{
    Console::say(Error{
        ErrorKind::Unsupported,
        QCoreApplication::translate("Program", "carrying out a plan is not offered by this version"),
        {},
        QCoreApplication::translate("Program", "With --dry-run, and without --confirm, the plan is printed."),
        std::nullopt});
    return ExitStatus::Refused;
}

int dispatch(const Invocation& invocation, const Clock& clock)
{
    const QString& command = invocation.command;
    if (invocation.version) {
        Console::print(QStringLiteral("stowage %1\n").arg(QCoreApplication::applicationVersion()));
        return 0;
    }
    if (invocation.help) {
        Console::print(CommandLine::help(command));
        return 0;
    }
    if (command == QLatin1String("profile")) {
        return code(checkProfile(invocation, clock));
    }
    if (command == QLatin1String("source")) {
        return runWithProfile<SourceTest>(invocation, clock);
    }
    if (command == QLatin1String("prewarm") && !invocation.isDryRun) {
        return code(refuseToCarryOut());
    }
    if (IncidentAct::isMeant(invocation)) {
        return runWithProfile<IncidentAct>(invocation, clock);
    }
    if (command == QLatin1String("collect")) {
        return runWithProfile<CollectRun>(invocation, clock);
    }
    if (command == QLatin1String("demo")) {
        DemoRun demo(invocation, clock, wantsFace(invocation));
        return runUntilFinished(demo);
    }
    if (command == QLatin1String("screenshots")) {
        ScreenshotRun shots(invocation, clock);
        return runUntilFinished(shots);
    }
    return command == QLatin1String("window") ? runWindow(invocation, clock)
                                              : runWithProfile<OneShot>(invocation, clock);
}

} // namespace

int runProgram(int argc, char** argv)
{
    std::setlocale(LC_ALL, ""); // wide characters in tables
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication::setApplicationName(QStringLiteral("stowage"));
    QCoreApplication::setApplicationVersion(QStringLiteral(STOWAGE_VERSION));

    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    const auto invocation = CommandLine::parse(arguments);
    if (!invocation) {
        // Read once more, now that there is an application to translate what is wrong.
        QCoreApplication application(argc, argv);
        loadTranslation(application, CommandLine::languageOf(arguments));
        Console::say(CommandLine::parse(arguments).error());
        return code(ExitStatus::Usage);
    }
    prepareEnvironment(*invocation);
    std::unique_ptr<QCoreApplication> application;
    if (wantsFace(*invocation) && (hasDisplay() || invocation->command != QLatin1String("window"))) {
        application = std::make_unique<QApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    loadTranslation(*application, CommandLine::languageOf(arguments));
    const SystemClock clock;
    const QuitSignals quit;
    endWhenAsked(quit, isLasting(*invocation));
    return dispatch(*invocation, clock);
}

} // namespace stowage
