package command

import "github.com/bwmarrin/discordgo"

// translated is a text in the languages of Discord that we have. Discord has no
// Arabic.
type translated struct{ en, cn, tw string }

func (t translated) others() *map[discordgo.Locale]string {
	return &map[discordgo.Locale]string{discordgo.ChineseCN: t.cn, discordgo.ChineseTW: t.tw}
}

var (
	askText = translated{
		"Ask what a statement says; the answer comes with its words and source.",
		"查询声明的内容；回答附原文与出处。",
		"查詢聲明的內容；回答附原文與出處。",
	}
	questionText = translated{
		"Your question, in any words; suggestions come while you type.",
		"您的问题，措辞不限；输入时会有提示。",
		"您的問題，措辭不限；輸入時會有提示。",
	}
	statementText = translated{
		"Only look in this statement.",
		"只在这份声明中查找。",
		"只在這份聲明中查找。",
	}
	privateText = translated{
		"Show the answer to me only.",
		"只让我看到回答。",
		"只讓我看到回答。",
	}
	quoteText = translated{
		"Check whether a quotation is word for word, and see the true words.",
		"核对引文是否一字不差，并查看原文。",
		"核對引文是否一字不差，並查看原文。",
	}
	quotationText = translated{
		"The quotation, of 3 to 2,000 characters.",
		"要核对的引文，3 至 2000 字。",
		"要核對的引文，3 至 2000 字。",
	}
	statementsText = translated{
		"See which statements are here, their topics and questions.",
		"浏览现有的声明、主题和问题。",
		"瀏覽現有的聲明、主題和問題。",
	}
	aboutText = translated{
		"What this bot is, how it decides, and what it stores.",
		"这个机器人是什么、如何判断、保存什么。",
		"這個機器人是什麼、如何判斷、保存什麼。",
	}
)
