#include "app/paste.h"
#include "books.h"
#include "edit/document.h"
#include "io/form_words.h"
#include "io/template_json.h"

#include <benchmark/benchmark.h>

// What it costs to see what a pasted table would change, and to paste it: so many rows of eight columns over
// a project's indicators, half of them new.

namespace {

using namespace jibiao;

const Templates& templates() {
    static const Templates all = io::load_embedded_templates();
    return all;
}

struct Paste {
    explicit Paste(std::size_t rows)
        : book(bench::book(static_cast<int>(rows / 2), static_cast<int>(rows))),
          form(templates().get(book.template_id)), words(templates()), grid(grid_of(form, book.projects[0])),
          at(grid.at(0, 0)) {
        for (std::size_t row = 0; row < rows; ++row) {
            const std::string number = std::to_string(row);
            block.push_back({row % 8 == 0 ? "产出指标" : "", row % 8 == 0 ? "数量指标" : "", "名称" + number,
                             "描述" + number, "≥" + number, "年度计划", "说明", ""});
        }
    }
    app::PastePlan plan() const {
        const auto read = [this](std::string_view cell) { return words.column(cell); };
        return app::plan_paste(grid, form, at, block, app::guess_order(grid, at, block, read));
    }

    Book book;
    const Template& form;
    io::FormWords words;
    Grid grid;
    FieldRef at;
    app::PasteRows block;
};

void plan_paste(benchmark::State& state) {
    const Paste paste(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(paste.plan());
}
BENCHMARK(plan_paste)->Arg(100)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

void apply_paste(benchmark::State& state) {
    const Paste paste(static_cast<std::size_t>(state.range(0)));
    const app::PastePlan plan = paste.plan();
    for (auto _ : state) {
        edit::Document document(paste.book);
        document.apply(plan.edit);
        benchmark::DoNotOptimize(document.revision());
    }
}
BENCHMARK(apply_paste)->Arg(100)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

} // namespace
