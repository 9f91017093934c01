#pragma once
#include "base/result.h"
#include "model/book.h"

#include <string_view>

namespace jibiao::check {

/// A small book from a short text: what the text does not say is a sound project in which no rule fires.
/// Used by the rules' own examples, by tests, and shown by `jibiao explain`.
///
///     template: gz-2024                       form of the book; heb-2021 if not named
///     budget_total: 40.00                     any cell of the project, by its key in model/field.h
///     kind: department                        the table is the department's
///     plan: - 50% 75% 100%                    the four checkpoints, - for a blank one
///     checkpoints: 3月底 - 10月底 12月底       the labels of as many checkpoints, - for a blank one
///     phase: 1月至6月 | 开展培训               a phase of the implementation plan
///     empty: goals                            or plan: the project has none
///     goal: 开展培训5次                        a goal; the first one replaces the sound project's
///     detail goal: 抽检食品2400批次            adds a detailed goal
///     without: 成本指标                        the rows of this level 1 or level 2 go
///     indicator: 产出指标 | 数量指标 | 培训次数 | 开展培训的次数 | ≥5次 | 年度工作计划 | 全年的次数
///                                             level 1 to explanation; replaces the sound project's row of
///                                             the same categories, else it is added. Cells at the end may be
///                                             left out.
///     comparator: >=                          any cell of the indicator above, by its key
///     project: 设备购置                        another sound project of this name; what follows is said of
///     it section: 一、总体绩效目标                 a section; paragraph: 正文 adds to the last one
///     subsection: （一）培训                   a section below it
///     table: procurement                      a table of the form below the last section
///     row: 合计                                a row of it; its cells by their keys, as above
///     suppressed: typo | purpose | 把制做改为   what the rule says of a cell, by its key as above, stays as
///     it is
///
/// Nobody but us writes these: an Error is a slip in an example.
Result<Book> read_example(std::string_view text);

} // namespace jibiao::check
