using System.Globalization;
using Google.Protobuf.Collections;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Racectl.Standings;
using RaceSystem.Results.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.WhatIf;

/// <summary>What a scenario would change, for people.</summary>
internal static class WhatIfText
{
    public static void Write(Terminal terminal, ScenarioSummary summary, IReadOnlyList<ScenarioRow> rows)
    {
        if (!summary.Races.Any(IsChanged))
        {
            terminal.Output.WriteLine("Nobody's result would change.");
        }

        foreach (var race in summary.Races.Where(IsChanged))
        {
            terminal.Output.WriteLine(
                $"{race.RaceId}: {(race.ChangedCount == 1 ? "1 runner changes" : $"{race.ChangedCount} runners change")}: {race.StatusCount} in status, {race.TimeCount} in time, {race.PlaceCount} in place; {race.JoinedCount} join, {race.LeftCount} leave");
            foreach (var winner in race.Winners)
            {
                terminal.Output.WriteLine($"  {GroupOf(winner)}place {winner.Place}: {Bibs(winner.BeforeBibs)} -> {Bibs(winner.AfterBibs)}");
            }

            foreach (var award in race.Awards)
            {
                terminal.Output.WriteLine($"  award {award.AwardId} {award.DivisionId}: {Bibs(award.BeforeBibs)} -> {Bibs(award.AfterBibs)}");
            }
        }

        if (rows.Count > 0)
        {
            terminal.OutputConsole().Write(TableOf(rows));
        }

        var left = summary.Races.Sum(race => race.ChangedCount) - rows.Count;
        terminal.Say($"Evaluated in {summary.EvaluationTime.ToTimeSpan().TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} ms; nothing was changed.{(left > 0 ? $" {left} more runners change: --rows shows more." : "")}");
    }

    private static bool IsChanged(RaceDifference race) => race.ChangedCount > 0 || race.Awards.Count > 0;

    private static Table TableOf(IReadOnlyList<ScenarioRow> rows) => Tables.Of(
        ["Race", "Bib", "Name", "Status", "Time", "Place", "By sex", "By division"],
        rows.Select(row => new[]
        {
            row.RaceId,
            row.Bib,
            row.DisplayName,
            Change(row, state => ResultWords.Of(state.Status)),
            Change(row, state => state.ExactTime?.ToTimeSpan().ToString(@"h\:mm\:ss\.FFFFFF", CultureInfo.InvariantCulture).TrimEnd('.') ?? "-"),
            Change(row, state => Place(state.Places.Overall)),
            Change(row, state => Place(state.Places.BySex)),
            Change(row, state => Place(state.Places.ByDivision)),
        }));

    private static string Change(ScenarioRow row, Func<ScenarioState, string> of)
    {
        var (before, after) = (row.Before is null ? "not here" : of(row.Before), row.After is null ? "not here" : of(row.After));
        return before == after ? before : $"{before} -> {after}";
    }

    private static string Place(int place) => place == 0 ? "-" : place.ToString(CultureInfo.InvariantCulture);

    private static string GroupOf(WinnerChange winner) =>
        $"{(winner.Sex == Registration.V1.Sex.Unspecified ? "" : $"{ResultWords.Of(winner.Sex)} ")}{(winner.DivisionId.Length == 0 ? "" : $"{winner.DivisionId} ")}";

    private static string Bibs(RepeatedField<string> bibs) => bibs.Count == 0 ? "nobody" : string.Join(", ", bibs);
}
