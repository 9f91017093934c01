#include "books.h"
#include "check/check.h"
#include "edit/edit.h"
#include "io/archive.h"
#include "io/template_json.h"
#include "io/text_export.h"
#include "io/text_import.h"

#include <benchmark/benchmark.h>

// What the checker costs, of whole books and after an edit. A form has 24 indicators; "forms" counts them a
// second, on one core.

namespace {

using namespace jibiao;

constexpr double rows_of_form = 24;

const Templates& templates() {
    static const Templates all = io::load_embedded_templates();
    return all;
}
const Profile& profile() {
    static const Profile national = io::load_embedded_profile("national");
    return national;
}
check::Subject subject_of(const Book& book) {
    return {book, templates().get(book.template_id), profile(), &templates().words()};
}

void count_forms(benchmark::State& state) {
    const auto rows = static_cast<double>(state.range(0)) * static_cast<double>(state.iterations());
    state.counters["forms"] = benchmark::Counter(rows / rows_of_form, benchmark::Counter::kIsRate);
}

void check_book(benchmark::State& state) {
    const Book book = bench::book(static_cast<int>(state.range(0)));
    std::size_t findings = 0;
    for (auto _ : state)
        findings = check::run(subject_of(book)).findings.size();
    count_forms(state);
    state.counters["findings"] = static_cast<double>(findings);
}
BENCHMARK(check_book)->Arg(10)->Arg(24)->Arg(100)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMicrosecond);

/// A character typed into the target of a row in the middle, and out again.
void check_after_edit(benchmark::State& state) {
    Book book = bench::book(static_cast<int>(state.range(0)));
    const Project& project = book.projects[book.projects.size() / 2];
    const FieldRef at{Field::target_value, project.indicators[project.indicators.size() / 2].id};
    const std::string text = find_cell(book, at)->text;
    check::Checker checker;
    checker.run(subject_of(book));
    bool typed = false;
    for (auto _ : state) {
        typed = !typed;
        edit::apply(book, edit::set_text(at, typed ? text + "1" : text));
        benchmark::DoNotOptimize(checker.run(subject_of(book)));
    }
}
BENCHMARK(check_after_edit)->Arg(10)->Arg(100)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMicrosecond);

void read_json_and_check(benchmark::State& state) {
    const std::string file = io::write_json(bench::book(static_cast<int>(state.range(0))));
    for (auto _ : state) {
        const auto read = io::read_json(file);
        benchmark::DoNotOptimize(check::run(subject_of(*read)));
    }
    count_forms(state);
}
BENCHMARK(read_json_and_check)->Arg(24)->Arg(1'000)->Unit(benchmark::kMicrosecond);

void read_binary_and_check(benchmark::State& state) {
    const std::string file = io::write_binary(bench::book(static_cast<int>(state.range(0))));
    for (auto _ : state) {
        const auto read = io::read_binary(file);
        benchmark::DoNotOptimize(check::run(subject_of(*read)));
    }
    count_forms(state);
}
BENCHMARK(read_binary_and_check)->Arg(24)->Arg(1'000)->Unit(benchmark::kMicrosecond);

void read_text_and_check(benchmark::State& state) {
    const io::PreparedForms forms(templates());
    const Book book = bench::book(static_cast<int>(state.range(0)));
    const std::string file = io::export_text(book, templates().get(book.template_id));
    for (auto _ : state) {
        const auto read = io::import_text(file, "book.txt", forms, "");
        benchmark::DoNotOptimize(check::run(subject_of(*read)));
    }
    count_forms(state);
}
BENCHMARK(read_text_and_check)->Arg(24)->Arg(1'000)->Unit(benchmark::kMicrosecond);

} // namespace
