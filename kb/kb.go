// Package kb is the domain of Verbatim: what official statements say, in whose
// words, and where it stands; what may be answered, and when to keep silent.
//
// # The rooms
//
//	cmd/verbatim ──► bot ──► kb ──► kb/match, kb/quote ──► kb/text
//	      └──────────────────►┘ └──► kb/store (SQL)
//	      └──► data (the shipped statements)
//
// What the words mean here:
//
//   - A [Statement] is what was issued; its [Source]s are where it can be read;
//     its [Fact]s are what it says, each with [Citation]s that carry the quotes.
//   - [Read] takes knowledge files in and names every problem by line; [Write]
//     gives a statement back as a file.
//   - A [Library] is the knowledge of a store, held in memory as a [Base] and kept
//     up to date with it. What counts in one server is what is shared by all, and
//     its own (scope.go).
//   - The moderators' operations on a library are in curate*.go.
//
// # The way of one question
//
//  1. [Library.Ask] looks whether the store has news, and gives the [Question] to
//     [Base.Ask].
//  2. kb/text folds the words (Unicode, Arabic and Chinese variants) and cuts them;
//     names.go puts one name for all its aliases, misspelt ones too.
//  3. kb/match ranks the facts by their phrasings and quotes, and says how likely
//     the first one is right. followup.go takes up what the question before was
//     about; beside.go leaves aside what a fact need not have: a false premise
//     (premise.go), the day, the name of another speaker.
//  4. readings.go holds the question against the fact: a country, a name or a
//     number that it does not have (strangers.go), or roles the other way round
//     (roles.go, agents.go), are not answered, however alike the words.
//  5. ask.go decides: the fact, with notes on another speaker, document or premise;
//     or else a paragraph of a held text (passages.go); or one of the reasons for
//     silence (silence.go), with the nearest facts. A confidence goes with each.
//
// [Base.Explain] tells all of that of a question. Quotations take another way:
// [Library.Quote] holds them against every text and quote there is (kb/quote).
package kb
