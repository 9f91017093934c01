#include "books.h"
#include "check/check.h"
#include "edit/edit.h"
#include "io/archive.h"
#include "io/template_json.h"
#include "io/text_export.h"
#include "io/text_import.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <string>
#include <unordered_map>
#include <vector>

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

// ---- many different forms, as `jibiao check` of a province's files does: one checker a worker

const std::vector<Book>& forms_of_a_province() {
    static const std::vector<Book> forms = bench::different_forms(400);
    return forms;
}

/// `read(i)` gives form i. `fresh`: with a new checker for each form.
void check_forms(benchmark::State& state, bool fresh, auto&& read) {
    const std::size_t count = forms_of_a_province().size();
    std::size_t findings = 0;
    std::size_t next = 0;
    check::Checker checker;
    for (auto _ : state) {
        if (next % count == 0)
            checker = check::Checker(); // It must not know the forms when they come again.
        const auto& book = read(next++ % count);
        findings += fresh ? check::run(subject_of(book)).findings.size()
                          : checker.run(subject_of(book)).findings.size();
    }
    const auto done = static_cast<double>(state.iterations());
    state.counters["forms"] = benchmark::Counter(done, benchmark::Counter::kIsRate);
    state.counters["findings"] = static_cast<double>(findings) / done;
}

/// The share of cells whose text stands in no other cell of the forms, in per cent.
double distinct_texts() {
    std::unordered_map<std::string, int> count;
    double cells = 0;
    for (const Book& book : forms_of_a_province()) {
        for_each_cell(book, [&](FieldRef, const Cell& cell) {
            if (!cell.empty())
                ++count[cell.text], ++cells;
        });
    }
    const auto once = std::ranges::count_if(count, [](const auto& entry) { return entry.second == 1; });
    return 100 * static_cast<double>(once) / cells;
}

template <bool fresh>
void check_forms_in_memory(benchmark::State& state) {
    check_forms(state, fresh, [](std::size_t i) -> const Book& { return forms_of_a_province()[i]; });
    state.counters["distinct"] = distinct_texts();
}
BENCHMARK(check_forms_in_memory<false>)->Name("bulk/check")->Unit(benchmark::kMicrosecond);
BENCHMARK(check_forms_in_memory<true>)->Name("bulk/check/fresh")->Unit(benchmark::kMicrosecond);

std::vector<std::string> files_of_a_province(auto&& write) {
    std::vector<std::string> files;
    for (const Book& book : forms_of_a_province())
        files.push_back(write(book));
    return files;
}

template <bool fresh>
void check_binary_forms(benchmark::State& state) {
    static const auto files = files_of_a_province(io::write_binary);
    check_forms(state, fresh, [](std::size_t i) { return *io::read_binary(files[i]); });
}
BENCHMARK(check_binary_forms<false>)->Name("bulk/binary")->Unit(benchmark::kMicrosecond);
BENCHMARK(check_binary_forms<true>)->Name("bulk/binary/fresh")->Unit(benchmark::kMicrosecond);

template <bool fresh>
void check_json_forms(benchmark::State& state) {
    static const auto files = files_of_a_province(io::write_json);
    check_forms(state, fresh, [](std::size_t i) { return *io::read_json(files[i]); });
}
BENCHMARK(check_json_forms<false>)->Name("bulk/json")->Unit(benchmark::kMicrosecond);
BENCHMARK(check_json_forms<true>)->Name("bulk/json/fresh")->Unit(benchmark::kMicrosecond);

template <bool fresh>
void check_text_forms(benchmark::State& state) {
    static const auto files = files_of_a_province(
        [](const Book& book) { return io::export_text(book, templates().get(book.template_id)); });
    const io::PreparedForms forms(templates());
    check_forms(state, fresh,
                [&forms](std::size_t i) { return *io::import_text(files[i], "book.txt", forms, ""); });
}
BENCHMARK(check_text_forms<false>)->Name("bulk/text")->Unit(benchmark::kMicrosecond);
BENCHMARK(check_text_forms<true>)->Name("bulk/text/fresh")->Unit(benchmark::kMicrosecond);

} // namespace
