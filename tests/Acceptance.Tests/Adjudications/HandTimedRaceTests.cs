using System.Globalization;
using System.Text.Json;
using Grpc.Net.Client;
using RaceSystem.Acceptance.Tests.Comparison;
using RaceSystem.Acceptance.Tests.Systems;
using RaceSystem.Results.V1;

namespace RaceSystem.Acceptance.Tests.Adjudications;

/// <summary>
/// Real club races timed by hand: a gun, a recorder's list of bibs and times, late and early starters. Entered, timed and
/// decided with racectl as a person does it, every row of the published results comes out: position, category and time. The
/// recorder's list is the judges' order of runners with the same time.
/// </summary>
public sealed class HandTimedRaceTests(RunningSystems systems)
{
    private static readonly DateTimeOffset Gun = new(2025, 6, 1, 11, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("balmullo_2024", 89)]
    [InlineData("balmullo_2025", 72)]
    [InlineData("ceres_8_2025", 137)]
    [InlineData("cupar_5_2025", 170)]
    [InlineData("cupar_5_2026", 199)]
    [InlineData("giffordtown_2025", 159)]
    [InlineData("hill_of_tarvit_2025", 97)]
    [InlineData("st_andrews_2025", 72)]
    public async Task Every_published_row_comes_out(string name, int rows)
    {
        var expected = CsvRows.Read(RaceData.Require("raw", "fife", $"{name}_expected.csv"));
        var system = await systems.GetAsync(SystemShape.AllInOne);
        using var folder = new TempFolder("fife");
        var meet = "fife-" + name.Replace('_', '-');
        var offsets = OffsetsOf(name);

        await PlanAsync(system, folder, meet, name);
        await TimeAsync(system, folder, meet, name);
        foreach (var (bib, offset) in offsets)
        {
            await RacectlAsync(system, "adjudicate", "start", "--meet", meet, "--bib", bib, "--offset", $"{offset.TotalSeconds}s", "--by", "referee", "--note", "did not start with the gun");
        }

        await RacectlAsync(system, "adjudicate", "order", "--meet", meet, "--race", "race", "--file", RaceData.Require("raw", "fife", $"{name}_rawtimes.txt"), "--by", "recorder", "--note", "recording order");
        await StandAsync(system, meet, rows, offsets.Count + 1);

        var export = folder.Combine("results.csv");
        await RacectlAsync(system, "results", "export", "--meet", meet, "--race", "race", "-o", export);
        var actual = CsvRows.Read(export).Where(row => row["status"] == "FIN").Select(row => $"{row["place_overall"]} {row["bib"]} {row["division"]} {row["official_time_s"]}");
        Assert.Equal(rows, expected.Count);
        Assert.Equal(expected.Select(row => $"{row["pos"]} {row["bib"]} {row["category"]} {Seconds(row["time"])}"), actual);
    }

    private static async Task PlanAsync(IRunningSystem system, TempFolder folder, string meet, string name)
    {
        var entries = CsvRows.Read(RaceData.Require("raw", "fife", $"{name}_entries.csv"));
        var plan = new
        {
            meetId = meet,
            displayName = name,
            timeZone = "Europe/London",
            raceDay = "2025-06-01",
            timingPoints = new[] { new { timingPointId = "start" }, new { timingPointId = "finish" } },
            races = new[]
            {
                new
                {
                    raceId = "race",
                    course = new
                    {
                        visits = new[]
                        {
                            new { splitId = "start", timingPointId = "start", distanceM = 0, kind = "COURSE_VISIT_KIND_START" },
                            new { splitId = "finish", timingPointId = "finish", distanceM = 4_000, kind = "COURSE_VISIT_KIND_FINISH" },
                        },
                    },
                    waves = new[] { new { waveId = "all" } },
                    divisions = entries.Select(DivisionOf).Distinct().Select(division => new { divisionId = division }),
                    rules = new { profile = "RULE_PROFILE_WORLD_ATHLETICS" },
                },
            },
        };
        var (meetFile, entryFile) = (folder.Combine("meet.json"), folder.Combine("entries.csv"));
        await File.WriteAllTextAsync(meetFile, JsonSerializer.Serialize(plan), TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(entryFile, entries.Select(row => $"race,{row["bib"]},{DivisionOf(row)},{row["category"][0]}").Prepend("race,bib,division,sex"), TestContext.Current.CancellationToken);
        await RacectlAsync(system, "meet", "apply", "-f", meetFile);
        await RacectlAsync(system, "entries", "import", entryFile, "--meet", meet);
    }

    private static async Task TimeAsync(IRunningSystem system, TempFolder folder, string meet, string name)
    {
        await RacectlAsync(system, "timing", "gun", "record", "--meet", meet, "--race", "race", "--wave", "all", "--at", Gun.ToString("O", CultureInfo.InvariantCulture), "--by", "starter");
        var lines = RawTimes(name).Select(line => $"{line.Bib},{(Gun + TimeSpan.FromSeconds(line.Seconds)).ToString("HH:mm:ss", CultureInfo.InvariantCulture)}");
        var file = folder.Combine("times.csv");
        await File.WriteAllLinesAsync(file, lines, TestContext.Current.CancellationToken);
        await RacectlAsync(system, "timing", "manual", "--meet", meet, "--point", "finish", "--file", file);
    }

    private static async Task StandAsync(IRunningSystem system, string meet, int finished, int decisions)
    {
        using var channel = GrpcChannel.ForAddress(system.Results);
        var results = new ResultsService.ResultsServiceClient(channel);
        await Eventually.TrueAsync(
            async () => await results.GetMeetProgressAsync(new GetMeetProgressRequest { MeetId = meet }, cancellationToken: TestContext.Current.CancellationToken) is var progress
                && progress.ResultsSequence >= decisions && progress.Races[0].FinishedCount == finished,
            TimeSpan.FromMinutes(1));
    }

    private static IEnumerable<(string Bib, int Seconds)> RawTimes(string name) =>
        File.ReadLines(RaceData.Require("raw", "fife", $"{name}_rawtimes.txt")).Where(line => line.Trim().Length > 0)
            .Select(line => line.Split('\t', ' ') is [var bib, .., var time] ? (bib, Seconds(time)) : throw new InvalidDataException(line));

    /// <summary>Lines such as <c>OFFSETS_INDIVIDUAL_STARTS = 61/0:10:00</c>; most races have none.</summary>
    private static List<(string Bib, TimeSpan Offset)> OffsetsOf(string name)
    {
        var path = Path.Combine(RaceData.Folder, "raw", "fife", $"{name}_options.txt");
        return !File.Exists(path) ? [] :
        [
            .. File.ReadAllText(path).Split('=')[1].Split(',', StringSplitOptions.TrimEntries).Select(text => text.Split('/'))
                .Select(parts => (parts[0], TimeSpan.FromSeconds(parts[1].StartsWith('-') ? -Seconds(parts[1][1..]) : Seconds(parts[1])))),
        ];
    }

    /// <summary>Entry forms spell some categories in another way than results: MSen and M are MS, MV40 is M40, F17 is FU17.</summary>
    private static string DivisionOf(IReadOnlyDictionary<string, string> entry) =>
        (entry["category"][..1], entry["category"][1..].Replace("V", "", StringComparison.Ordinal)) switch
        {
            (var sex, "" or "Sen") => sex + "S",
            (var sex, "17") => sex + "U17",
            var (sex, group) => sex + group,
        };

    private static int Seconds(string time) => time.Split(':').Aggregate(0, (sum, part) => (sum * 60) + int.Parse(part, CultureInfo.InvariantCulture));

    private static Task RacectlAsync(IRunningSystem system, params string[] arguments) => Replay.Racectl.RunAsync([.. arguments, .. system.RacectlArguments]);
}
