#include "base/text.h"
#include "check/explanation.h"
#include "check/reading.h"

namespace jibiao::check::project_name_is_document_title {
namespace {

void check(const ProjectContext& context, Findings& findings) {
    const std::string& name = context.facts.name;
    if (name.empty() || context.project.kind == ProjectKind::department)
        return;
    const bool titled =
        contains_any(name, context.profile.list("notice_words")) ||
        (name.starts_with("关于") && contains_any(name, context.profile.list("document_words")));
    if (!titled)
        return;
    findings.add({Field::name, context.project.id},
                 "项目名称“" + shorten(context.project.name.text, 30) +
                     "”是资金文件的标题，不是项目的名称：写这笔钱所做的事，文件名写进立项依据。");
}

constexpr Example examples[] = {
    {"name: 关于提前下达2021年省级文化专项资金的通知", "projects[0].name"},
    {"name: 省财政厅关于下达农机购置补贴资金的通知（第二批）", "projects[0].name"},
    {"name: 关于文化馆维修资金的批复", "projects[0].name"},
    {"name: 通知书印制经费", ""},
    {"name: 关于红色文化的宣传项目", ""},
    {"name: 科普专项", ""},
};

} // namespace

extern const Rule rule;
const Rule rule{
    .id = "project-name-is-document-title",
    .severity = Severity::hint,
    .title = "项目名称是文件标题",
    .title_en = "Project is named after a document",
    .check_project = check,
};

extern const Explanation explanation;
const Explanation explanation{
    .why = "用资金文件的标题作项目名称，看不出项目做什么，同一文件下的几个项目也无法区分。",
    .how_to_mend = "改为概括支出内容的名称，例如“科技工作者之家建设经费”。",
    .source = "经验：已公开文本中常见",
    .sureness = Sureness::seen,
    .examples = examples,
};

} // namespace jibiao::check::project_name_is_document_title
