// SPDX-License-Identifier: MIT
#include "cli/command_line.hpp"

#include "base/text.hpp"
#include "cli/choice.hpp"
#include "cli/command_examples.hpp"
#include "cli/completion.hpp"
#include "cli/man_page.hpp"

#include <algorithm>

namespace merestone::cli {

namespace {

constexpr int kCouldNotRun = 2;
constexpr unsigned long kMostJobs = 1024;
constexpr unsigned long kMostFindings = 1000000;
constexpr unsigned long kMostPictures = 5000;
constexpr unsigned long kLongestMeasureSeconds = 1000000;
constexpr std::size_t kOptionColumn = 32;

/// CLI11 itself would take "-3" for a very large number.
CLI::Validator numberBetween(unsigned long least, unsigned long most) {
    return CLI::Validator(
        [least, most](const std::string& text) {
            const bool digits =
                !text.empty() && text.size() <= 9 && text.find_first_not_of("0123456789") == std::string::npos;
            const bool good = digits && std::stoul(text) >= least && std::stoul(text) <= most;
            return good
                       ? std::string()
                       : "'" + text + "' is not a number from " + std::to_string(least) + " to " + std::to_string(most);
        },
        "");
}

/// The one positional argument of a command. Bound to a text and not to the list, so that a second one is reported as
/// unexpected and a misspelt option before it by its own name.
void addTarget(CLI::App& command, const std::string& name, std::vector<std::string>& targets, const std::string& help) {
    command
        .add_option_function<std::string>(
            name, [&targets](const std::string& text) { targets = {text}; }, help)
        ->required()
        ->type_name("");
}

/// One of several positional arguments of a command, in the order of their definition.
CLI::Option* addNextTarget(CLI::App& command, const std::string& name, std::vector<std::string>& targets,
                           const std::string& help) {
    return command
        .add_option_function<std::string>(
            name, [&targets](const std::string& text) { targets.push_back(text); }, help)
        ->required()
        ->type_name("");
}

/// CLI11's layout, with defaults told as words behind the description.
class HelpFormatter : public CLI::Formatter {
public:
    [[nodiscard]] std::string make_option_opts(const CLI::Option* option) const override {
        std::string text = option->get_positional() || option->get_items_expected_max() == 0 ? "" : " ";
        text += text.empty() ? "" : option->get_type_name();
        return option->get_items_expected_max() > 1 ? text + " ..." : text;
    }
    [[nodiscard]] std::string make_option_desc(const CLI::Option* option) const override {
        const std::string standard = option->get_default_str();
        return option->get_description() + (standard.empty() ? "" : " (default: " + standard + ")");
    }
};

CommandLine::Outcome printed(std::string text) {
    return {std::nullopt, std::move(text), "", 0};
}

CommandLine::Outcome refused(std::string text) {
    return {std::nullopt, "", std::move(text), kCouldNotRun};
}

} // namespace

std::string fullName(const CLI::App& command) {
    const CLI::App* parent = command.get_parent();
    return parent == nullptr ? command.get_name() : fullName(*parent) + " " + command.get_name();
}

const CLI::App& chosenCommand(const CLI::App& app) {
    const auto chosen = app.get_subcommands();
    return chosen.empty() ? app : chosenCommand(*chosen.front());
}

CommandLine::~CommandLine() = default;

CommandLine::CommandLine()
    : m_app(std::make_unique<CLI::App>("Checks a neighbourhood development plan's policies against the land: what "
                                       "agrees, what conflicts, where, by how much and by whose rule.",
                                       "merestone")) {
    m_app->set_help_flag("-h,--help", "Print this help and end");
    m_app->set_version_flag("--version", "merestone " MERESTONE_VERSION, "Print the version and end");
    const auto formatter = std::make_shared<HelpFormatter>();
    formatter->column_width(kOptionColumn);
    m_app->formatter(formatter);
    m_app->footer(kExamples);
    m_app->add_option("--generate", m_generate)->group(""); // for the build: man page and completions
    defineCheck();
    defineCompare();
    defineVerify();
    defineInspect();
    defineExport();
    defineReport();
    defineRules();
    defineNew();
    defineSubmission();
    defineMap();
}

void CommandLine::definePlugins(CLI::App& command) {
    command
        .add_option("--plugin-path", m_options.pluginPaths,
                    "Look for rule packs and plugins in this folder too; repeatable")
        ->type_name("DIR")
        ->allow_extra_args(false);
}

void CommandLine::defineMeasureTime(CLI::App& command) {
    command
        .add_option("--measure-time", m_options.measureSeconds, "Longest that a plugin's measure may take; 0: no limit")
        ->type_name("SECONDS")
        ->check(numberBetween(0, kLongestMeasureSeconds))
        ->default_str("600");
}

void CommandLine::defineOutput(CLI::App& command) {
    addChoice<Format>(command, "--format", m_options.format, {{"text", Format::text}, {"json", Format::json}},
                      "How to write the result");
    command.add_option("-o,--output", m_options.output, "Write to this file instead of standard output")
        ->type_name("FILE");
}

void CommandLine::defineFindingsOutput(CLI::App& command) {
    addChoice<Format>(command, "--format", m_options.format,
                      {{"text", Format::text},
                       {"json", Format::json},
                       {"junit", Format::junit},
                       {"sarif", Format::sarif},
                       {"csv", Format::csv}},
                      "How to write the result");
    command.add_option("-o,--output", m_options.output, "Write to this file instead of standard output")
        ->type_name("FILE");
}

void CommandLine::defineRun(CLI::App& command) {
    command.add_option("-j,--jobs", m_options.jobs, "Threads to use; the result does not depend on it")
        ->type_name("N")
        ->check(numberBetween(1, kMostJobs))
        ->default_str("all of the machine");
    command.add_flag("-q,--quiet", m_options.quiet, "Show no progress, and of text results the summary alone");
}

void CommandLine::defineFailOn(CLI::App& command) {
    addChoice<Severity>(command, "--fail-on", m_options.failOn,
                        {{"must", Severity::must}, {"should", Severity::should}, {"note", Severity::note}},
                        "End with status 1 for conflicts with rules of this severity or a graver one");
}

void CommandLine::defineMaxFindings(CLI::App& command) {
    command.add_option("--max-findings", m_options.maxFindings, "Findings listed in text for each rule; 0 lists all")
        ->type_name("N")
        ->check(numberBetween(0, kMostFindings))
        ->default_str("10");
}

void CommandLine::defineCheck() {
    CLI::App& check = *m_app->add_subcommand("check", "Check a plan's policies against its data");
    check.add_option("PLAN", m_options.targets, "Plan files, or folders that hold them")->required()->type_name("");
    check.add_option("--policy", m_options.policies, "Only the rules of this policy; repeatable")
        ->type_name("ID")
        ->allow_extra_args(false);
    check.add_option("--rule", m_options.rules, "Only this rule; repeatable")->type_name("ID")->allow_extra_args(false);
    addChoice<Reach>(check, "--scope", m_options.scope, {{"area", Reach::area}, {"everything", Reach::everything}},
                     "Check what lies in the neighbourhood area, or everything in the layers");
    defineFindingsOutput(check);
    check
        .add_option("--baseline", m_options.baseline,
                    "Tell what is new, changed and gone since this run; status 1 for new conflicts")
        ->type_name("RUN.json");
    CLI::Option* save =
        check
            .add_option(
                "--save", m_options.saveFolder,
                "Write the findings to DIR/findings.gpkg, for QGIS; or, as PG:service=NAME, to a PostGIS database")
            ->type_name("DIR");
    check.add_option("--schema", m_options.schema, "Schema of that database that holds the findings and nothing else")
        ->type_name("NAME")
        ->needs(save)
        ->default_str("merestone");
    defineFailOn(check);
    defineMaxFindings(check);
    check.add_flag("--list-all", m_options.listAll, "Give a finding for each subject that passes, too");
    check
        .add_option("--memory", m_options.memoryMebibytes,
                    "Memory to keep to, in MiB: large layers are read and checked a part at a time")
        ->type_name("MIB")
        ->check(CLI::Range(64, 1 << 20));
    check.add_flag("--hash", m_options.hashInputs, "Note the SHA-256 of each input in the JSON");
    check.add_flag("--reproducible", m_options.reproducible,
                   "Leave time and memory out of the JSON, so that the same input gives the same bytes");
    check.add_option("--today", m_options.today, "Date that waivers are judged by, such as 2026-09-01")
        ->type_name("DATE")
        ->default_str("the system's date");
    check.add_flag("--allow-outside", m_options.allowOutside, "Let the plan name data outside its own folder");
    definePlugins(check);
    defineMeasureTime(check);
    defineRun(check);
    check.footer(kCheckExamples);
    check.final_callback([this] { m_options.command = Command::check; });
}

void CommandLine::defineCompare() {
    CLI::App& compare =
        *m_app->add_subcommand("compare", "Compare two runs of a plan: what is new, fixed, changed, still there");
    addNextTarget(compare, "OLD", m_options.targets, "What check --format json wrote for the earlier run");
    addNextTarget(compare, "NEW", m_options.targets, "The same for the later run");
    addChoice<Format>(compare, "--format", m_options.format,
                      {{"text", Format::text}, {"json", Format::json}, {"html", Format::html}},
                      "How to write the result");
    compare.add_option("-o,--output", m_options.output, "Write to this file instead of standard output")
        ->type_name("FILE");
    compare.add_option("--layer", m_options.layerFile, "Write the changes to this GeoPackage too, for QGIS")
        ->type_name("FILE");
    defineFailOn(compare);
    defineMaxFindings(compare);
    compare.add_flag("-q,--quiet", m_options.quiet, "Of text results the summary alone");
    compare.footer(kCompareExamples);
    compare.final_callback([this] { m_options.command = Command::compare; });
}

void CommandLine::defineVerify() {
    CLI::App& verify = *m_app->add_subcommand(
        "verify", "Check again what a run was made from, and whether it still gives the same result");
    addNextTarget(verify, "RUN", m_options.targets, "What check --format json wrote");
    addNextTarget(verify, "PLAN", m_options.targets, "The plan file, if it lies elsewhere now")->required(false);
    defineOutput(verify);
    defineMaxFindings(verify);
    definePlugins(verify);
    defineRun(verify);
    verify.footer(kVerifyExamples);
    verify.final_callback([this] { m_options.command = Command::verify; });
}

void CommandLine::defineInspect() {
    CLI::App& inspect = *m_app->add_subcommand("inspect", "Show what is in the data, and what is wrong with it");
    inspect.add_option("PLAN|FILE", m_options.targets, "Plan files (.yaml) or data files")->required()->type_name("");
    defineOutput(inspect);
    inspect.add_flag("--allow-outside", m_options.allowOutside, "Let a plan name data outside its own folder");
    definePlugins(inspect);
    defineRun(inspect);
    inspect.footer(kInspectExamples);
    inspect.final_callback([this] { m_options.command = Command::inspect; });
}

void CommandLine::defineExport() {
    CLI::App& command = *m_app->add_subcommand(
        "export", "Write a plan's layers and findings for QGIS and others: GeoPackage, shapefiles, GeoJSON, CSV");
    addTarget(command, "PLAN", m_options.targets, "The plan file");
    command.add_option("--to", m_options.exportFolder, "Folder to write; an earlier export in it is replaced")
        ->type_name("DIR")
        ->required();
    command.add_option("--format", m_options.exportFormats, "Formats to write, separated by commas; repeatable")
        ->type_name("gpkg|shapefile|geojson|csv|planning-data")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::IsMember({"gpkg", "shapefile", "geojson", "csv", "planning-data"}))
        ->default_str("all of them");
    command.add_flag("--all", m_options.wholeLayers, "Write reference layers whole, not only what the check looks at");
    addChoice<Reach>(command, "--scope", m_options.scope, {{"area", Reach::area}, {"everything", Reach::everything}},
                     "Check what lies in the neighbourhood area, or everything in the layers");
    command.add_option("--today", m_options.today, "Date that waivers are judged by, such as 2026-09-01")
        ->type_name("DATE")
        ->default_str("the system's date");
    command.add_flag("--allow-outside", m_options.allowOutside, "Let the plan name data outside its own folder");
    definePlugins(command);
    defineRun(command);
    command.footer(kExportExamples);
    command.final_callback([this] { m_options.command = Command::exportPlan; });
}

void CommandLine::defineReport() {
    CLI::App& report = *m_app->add_subcommand(
        "report",
        "Write what a check finds as one page to publish, with maps, for residents and officers: HTML or PDF");
    addTarget(report, "PLAN", m_options.targets, "The plan file");
    report.add_option("-o,--output", m_options.output, "The file to write: .html or .pdf")
        ->type_name("FILE")
        ->required();
    report.add_option("--policy", m_options.policies, "Only the rules of this policy; repeatable")
        ->type_name("ID")
        ->allow_extra_args(false);
    report.add_option("--rule", m_options.rules, "Only this rule; repeatable")
        ->type_name("ID")
        ->allow_extra_args(false);
    addChoice<Reach>(report, "--scope", m_options.scope, {{"area", Reach::area}, {"everything", Reach::everything}},
                     "Check what lies in the neighbourhood area, or everything in the layers");
    report
        .add_option("--baseline", m_options.baseline,
                    "Tell what is new, changed and gone since this run, which check --format json wrote")
        ->type_name("RUN.json");
    report
        .add_option("--max-findings", m_options.maxFindings,
                    "Findings told one by one for each rule, the gravest; all are in the table; 0: every one")
        ->type_name("N")
        ->check(numberBetween(0, kMostFindings))
        ->default_str("10");
    report.add_option("--pictures", m_options.mostPictures, "Most findings that get a map of their own; 0: no maps")
        ->type_name("N")
        ->check(numberBetween(0, kMostPictures))
        ->default_str("100");
    report.add_flag("--reproducible", m_options.reproducible,
                    "Leave time and memory out, so that the same input gives the same bytes");
    report.add_option("--today", m_options.today, "Date that waivers are judged by, such as 2026-09-01")
        ->type_name("DATE")
        ->default_str("the system's date");
    report.add_flag("--allow-outside", m_options.allowOutside, "Let the plan name data outside its own folder");
    definePlugins(report);
    defineMeasureTime(report);
    defineRun(report);
    report.footer(kReportExamples);
    report.final_callback([this] { m_options.command = Command::report; });
}

void CommandLine::defineRules() {
    CLI::App& rules = *m_app->add_subcommand("rules", "List, explain and test the rules of the rule packs");
    rules.require_subcommand(1);
    rules.footer(kRulesExamples);
    CLI::App& list = *rules.add_subcommand("list", "List the rules of all packs with their sources and parameters");
    list.add_option("--topic", m_options.topic, "Only the rules of this topic or pack")->type_name("TOPIC");
    list.add_option("--catalogue", m_options.catalogue, "Only the rules for this id of the rule catalogue, such as C10")
        ->type_name("ID");
    list.add_option("--search", m_options.search, "Only the rules that speak of all of these words")
        ->type_name("WORDS");
    addChoice<Format>(list, "--format", m_options.format,
                      {{"text", Format::text}, {"json", Format::json}, {"markdown", Format::markdown}},
                      "How to write the list");
    list.add_option("-o,--output", m_options.output, "Write to this file instead of standard output")
        ->type_name("FILE");
    definePlugins(list);
    list.final_callback([this] { m_options.command = Command::rulesList; });
    CLI::App& show = *rules.add_subcommand("show", "Tell everything about a rule");
    addTarget(show, "ID", m_options.targets, "The rule, such as open-space/access");
    show.add_option("--picture", m_options.picture, "Draw one of its scenes, as SVG")->type_name("FILE");
    show.add_option("--scene", m_options.scene, "Name of the scene to draw")
        ->type_name("NAME")
        ->default_str("the first one with a conflict");
    definePlugins(show);
    show.final_callback([this] { m_options.command = Command::rulesShow; });
    CLI::App& test = *rules.add_subcommand("test", "Run scenes: tiny worlds with the verdicts that rules must give");
    test.add_option("PATH", m_options.targets, "Scene files, or folders that hold them")->required()->type_name("");
    CLI::Option* mutate = test.add_flag(
        "--mutate", m_options.mutate,
        "Change each default and comparison of the rules a little, and name the changes that no scene notices");
    test.add_option("--equivalent", m_options.equivalentChanges,
                    "With --mutate: list of the changes that no scene can notice, each with its reason")
        ->type_name("FILE")
        ->needs(mutate);
    definePlugins(test);
    defineMeasureTime(test);
    test.final_callback([this] { m_options.command = Command::rulesTest; });
}

void CommandLine::defineNew() {
    CLI::App& create = *m_app->add_subcommand("new", "Write a plan to start from");
    addTarget(create, "DIR", m_options.targets, "The folder to make; nothing in it is written over");
    create.add_flag("--starter", m_options.starter,
                    "Write the starter plan: the rules that everyday data can feed, to be switched on one by one");
    create.final_callback([this] { m_options.command = Command::newPlan; });
}

void CommandLine::defineSubmission() {
    CLI::App& submission = *m_app->add_subcommand(
        "submission", "Check the folder of a Regulation 15 submission, or many: what is there, what is "
                      "missing, what does not agree");
    submission
        .add_option("DIR", m_options.targets,
                    "Folders with the documents, maps and tables of a submission, or folders of such folders")
        ->required()
        ->type_name("");
    defineFindingsOutput(submission);
    submission.add_option("--as-of", m_options.today, "Date to judge by, such as 2026-09-01")
        ->type_name("DATE")
        ->default_str("the system's date");
    defineFailOn(submission);
    defineMaxFindings(submission);
    definePlugins(submission);
    defineMeasureTime(submission);
    defineRun(submission);
    submission.footer(kSubmissionExamples);
    submission.final_callback([this] { m_options.command = Command::submission; });
}

CommandLine::Outcome CommandLine::refusal(const CLI::ParseError& error) const {
    const CLI::App& command = chosenCommand(*m_app);
    std::string text = error.what();
    std::replace(text.begin(), text.end(), '\n', ' ');
    if (const auto extras = m_app->remaining(true); dynamic_cast<const CLI::ExtrasError*>(&error) && !extras.empty()) {
        std::vector<std::string> known;
        for (const CLI::Option* option : command.get_options()) {
            known.push_back("--" + option->get_single_name());
        }
        for (const CLI::App* subcommand : command.get_subcommands(nullptr)) {
            known.push_back(subcommand->get_name());
        }
        text = "unexpected '" + extras.front() + "'" + didYouMean(extras.front(), known);
    }
    return refused(printable(text) + "; see " + fullName(command) + " --help");
}

CommandLine::Outcome CommandLine::parse(const std::vector<std::string>& arguments) {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend()); // as CLI11 wants them
    try {
        m_app->parse(reversed);
    } catch (const CLI::CallForHelp&) {
        return printed(m_app->help());
    } catch (const CLI::CallForVersion& version) {
        return printed(std::string(version.what()) + "\n");
    } catch (const CLI::ParseError& error) {
        return refusal(error);
    }
    if (m_generate == "man") {
        return printed(manPage(*m_app));
    }
    if (!m_generate.empty()) {
        const auto script = completion(*m_app, m_generate);
        return script ? printed(*script) : refused("--generate: man, bash, zsh or fish");
    }
    if (m_app->get_subcommands().empty()) {
        return refused(
            "say what to do: check, compare, verify, inspect, export, report, map, rules, new or submission; see "
            "merestone --help");
    }
    return {m_options, "", "", 0};
}

} // namespace merestone::cli
