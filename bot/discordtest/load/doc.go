// Package load measures the bot under load, against bot/discordtest without
// its checks: how soon an answer is on the wire, how many there are in a second
// beside a bot that only echoes, what a minute of questions or of faults does,
// and how much memory the program takes. It is all tests.
//
// Without -load they are short and judge only what no other work on the machine
// can change: that nothing is lost and nothing comes twice. With it they take as
// long as is told below and judge the figures too:
//
//	go test ./bot/discordtest/load -load -v -run TestHundredAtOnce    p99 from INTERACTION_CREATE to its callback
//	go test ./bot/discordtest/load -load -v -run TestBesideAnEcho     throughput beside bare discordgo
//	go test ./bot/discordtest/load -load -v -run TestSteadyQuestions  200 questions a second; -for 60s
//	go test ./bot/discordtest/load -load -v -run TestFaultyMinute     20 a second while all goes wrong; -for 60s
//	go test ./bot/discordtest/load -load -v -run TestMemoryAtRest     resident memory with the shipped statements
//	go test ./bot/discordtest/load -load -v -run TestManyServersStart until the first answer, with 1,000 servers of 100 facts
//	go test ./bot/discordtest/load -load -v -run TestManyShards       4 processes, 16 shards, 1,000 servers beside bare discordgo
//
// The stand-in runs on the same processors as the bot, and its work is in every
// figure. TestSteadyQuestions, TestMemoryAtRest, TestManyServersStart and
// TestManyShards run the real program as a process of its own; the others run the same parts in the test's process, since
// the program's limits for one person and one server cannot be lifted.
package load
