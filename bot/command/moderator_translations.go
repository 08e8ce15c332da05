package command

import "github.com/bwmarrin/discordgo"

// moderatorTexts are the descriptions of the moderators' commands and options in
// Simplified and Traditional Chinese, by the English ones.
var moderatorTexts = map[string][2]string{
	"The fact; suggestions come while you type.": {"要处理的事实；输入时会有提示。", "要處理的事實；輸入時會有提示。"},
	"Its topic.":   {"所属主题。", "所屬主題。"},
	"Who says it.": {"由谁说出。", "由誰說出。"},
	"Keep the facts that answer questions here.":            {"管理本服务器用来回答问题的事实。", "管理本伺服器用來回答問題的事實。"},
	"Add a fact: choose its source, then fill in the form.": {"添加事实：先选来源，再填写表单。", "新增事實：先選來源，再填寫表單。"},
	"The source that it stands in.":                         {"事实所在的来源。", "事實所在的來源。"},
	"Change a fact in the form.":                            {"在表单中修改事实。", "在表單中修改事實。"},
	"The source whose quote is changed or added.":           {"要修改或补充引文的来源。", "要修改或補充引文的來源。"},
	"Take a fact away. It can be restored.":                 {"移除事实；之后可以恢复。", "移除事實；之後可以恢復。"},
	"Bring a fact back, or an earlier revision of it.":      {"恢复事实，或恢复它较早的版本。", "恢復事實，或恢復它較早的版本。"},
	"The revision; without it, the last.":                   {"要恢复的版本；不填则为最后一版。", "要恢復的版本；不填則為最後一版。"},
	"Show a fact with all that is kept of it.":              {"查看事实及其全部内容。", "查看事實及其全部內容。"},
	"Show who changed a fact, when and how.":                {"查看谁在何时如何修改了事实。", "查看誰在何時如何修改了事實。"},
	"List the facts.":                                       {"列出事实。", "列出事實。"},
	"Only of this statement.":                               {"只限这份声明。", "只限這份聲明。"},
	"Go on with what you typed and could not save.":         {"继续填写未能保存的内容。", "繼續填寫未能儲存的內容。"},
	"What it is; statement unless told.":                    {"来源类型；不填则为声明本身。", "來源類型；不填則為聲明本身。"},
	"Its whole text: .txt, .md or .html.":                   {"来源全文：.txt、.md 或 .html 文件。", "來源全文：.txt、.md 或 .html 檔案。"},
	"Keep the sources that facts stand in.":                 {"管理事实所依据的来源。", "管理事實所依據的來源。"},
	"Add a source, with its text or without.":               {"添加来源，可附全文，也可不附。", "新增來源，可附全文，也可不附。"},
	"Its title.":            {"标题。", "標題。"},
	"Who published it.":     {"发布者。", "發布者。"},
	"Where it can be read.": {"可以阅读的网址。", "可以閱讀的網址。"},
	"When it was published, such as 2025-11-17.":                        {"发布日期，例如 2025-11-17。", "發布日期，例如 2025-11-17。"},
	"The statement that it is of; without it, a new one is made.":       {"所属声明；不填则新建一份。", "所屬聲明；不填則新建一份。"},
	"Who issued a new statement, with commas between.":                  {"新声明的发布方，用逗号分隔。", "新聲明的發布方，用逗號分隔。"},
	"Its language, such as en or zh-Hant.":                              {"语言代码，例如 en 或 zh-Hant。", "語言代碼，例如 en 或 zh-Hant。"},
	"Change a source, or give it its text.":                             {"修改来源，或补上全文。", "修改來源，或補上全文。"},
	"The source.":                                                       {"要修改的来源。", "要修改的來源。"},
	"When it was published.":                                            {"发布日期。", "發布日期。"},
	"Its language.":                                                     {"语言代码。", "語言代碼。"},
	"List the sources.":                                                 {"列出来源。", "列出來源。"},
	"Keep other names of the same thing.":                               {"管理同一事物的其他名称。", "管理同一事物的其他名稱。"},
	"Add other names of a name.":                                        {"为名称添加别名。", "為名稱新增別名。"},
	"The name.":                                                         {"名称。", "名稱。"},
	"Other names of it, in any language, with commas between.":          {"其他名称，语言不限，用逗号分隔。", "其他名稱，語言不限，用逗號分隔。"},
	"The statement that it belongs to.":                                 {"所属的声明。", "所屬的聲明。"},
	"Take other names away.":                                            {"移除别名。", "移除別名。"},
	"Which; without it, all of them.":                                   {"要移除的别名；不填则全部移除。", "要移除的別名；不填則全部移除。"},
	"List the names.":                                                   {"列出名称。", "列出名稱。"},
	"See what could not be answered, and answer it.":                    {"查看未能回答的问题并作答。", "查看未能回答的問題並作答。"},
	"The source that answers are added to.":                             {"答案所依据的来源。", "答案所依據的來源。"},
	"How many days questions of the inbox are kept.":                    {"收件箱中的问题保留多少天。", "收件匣中的問題保留多少天。"},
	"Where new questions of the inbox are told of.":                     {"通知新问题的频道。", "通知新問題的頻道。"},
	"Import, export, figures and settings.":                             {"导入、导出、统计和设置。", "匯入、匯出、統計和設定。"},
	"Load a knowledge file; what would change is shown first.":          {"载入知识文件；会先显示有哪些变动。", "載入知識檔案；會先顯示有哪些變動。"},
	"The knowledge file: .yaml or .json.":                               {"知识文件：.yaml 或 .json。", "知識檔案：.yaml 或 .json。"},
	"Get what this server has as a knowledge file.":                     {"把本服务器的内容导出为知识文件。", "把本伺服器的內容匯出為知識檔案。"},
	"See what is asked, answered and missed.":                           {"查看提问、已答和未答的统计。", "查看提問、已答和未答的統計。"},
	"Of how many days; 30 unless told.":                                 {"统计多少天；不填则为 30 天。", "統計多少天；不填則為 30 天。"},
	"See the settings, or change them.":                                 {"查看或修改设置。", "查看或修改設定。"},
	"The role whose members are moderators here too.":                   {"其成员也能管理的身份组。", "其成員也能管理的身分組。"},
	"Answers are private unless asked otherwise.":                       {"默认只让提问者看到回答。", "預設只讓提問者看到回答。"},
	"The statements that come with the bot answer here.":                {"用机器人自带的声明回答问题。", "用機器人自帶的聲明回答問題。"},
	"Answers shown in the last day are marked when their fact changes.": {"事实变动时，更正一天之内显示过的回答。", "事實變動時，更正一天之內顯示過的回答。"},
	"First set everything back to what is usual.":                       {"先把所有设置恢复为默认。", "先把所有設定恢復為預設。"},
	"the statement itself":                                              {"声明本身", "聲明本身"},
	"one side's readout":                                                {"一方的通稿", "一方的通稿"},
	"a report":                                                          {"报道", "報道"},
}

// inOthers is a text of the moderators' commands in the other languages.
func inOthers(en string) map[discordgo.Locale]string {
	t, ok := moderatorTexts[en]
	if !ok {
		return nil
	}
	return map[discordgo.Locale]string{discordgo.ChineseCN: t[0], discordgo.ChineseTW: t[1]}
}
